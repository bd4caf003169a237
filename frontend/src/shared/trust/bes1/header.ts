import type { Bytes } from '../bytes'
import { integer, octets, Parts, readOne, sequence, Tag, tlv } from '../der'
import { Refused } from '../refused'
import { encodeSm2Cipher, sm2CipherOf, type Sm2Cipher } from '../sm2wrap'
import { sm3 } from '../sm3'

/** Bytes of a frame's plain text. */
export const FRAME = 1_048_576
export const HEADER_MAX = 65_536

/** One file of an envelope, numbered from 1. */
export interface BidFile {
  n: number
  length: number
  frameCount: number
  fileKeyCommit: Bytes
  cipherSm3: Bytes
}

/** Share of one trustee (保管人), wrapped. */
export interface TrusteeWrap {
  trusteeId: Bytes
  shareCommit: Bytes
  wrap: Sm2Cipher
}

/** First part of a header, over which `core` is taken. */
export interface HeaderCore {
  tenderCtx: Bytes
  docVersion: number
  trusteeSet: Bytes
  bidder: Bytes
  bidId: Bytes
  seq: number
  prev?: Bytes
  salt: Bytes
  keyCommit: Bytes
}

/** Header of a bid envelope BES1 (bid-envelope.md section 2). */
export interface BidHeader extends HeaderCore {
  files: BidFile[]
  self: { publicKey: Bytes; wrap: Sm2Cipher }
  trustees: TrusteeWrap[]
}

/** Frames of a file of `length` bytes: max(1, ceil(length / 1 MiB)). */
export function frameCountOf(length: number): number {
  return Math.max(1, Math.ceil(length / FRAME))
}

function coreParts(header: HeaderCore): Bytes[] {
  return [
    integer(1),
    integer(1),
    octets(header.tenderCtx),
    integer(header.docVersion),
    octets(header.trusteeSet),
    octets(header.bidder),
    octets(header.bidId),
    integer(header.seq),
    ...(header.prev ? [tlv(0x80, header.prev)] : []),
    octets(header.salt),
    octets(header.keyCommit),
  ]
}

/** `core`: SM3 of the DER of version … keyCommit. */
export function coreOf(header: HeaderCore): Bytes {
  return sm3(sequence(...coreParts(header)))
}

/** DER of the header. */
export function encodeHeader(header: BidHeader): Bytes {
  const files = header.files.map((file) =>
    sequence(
      integer(file.n),
      integer(file.length),
      integer(file.frameCount),
      octets(file.fileKeyCommit),
      octets(file.cipherSm3),
    ),
  )
  const trustees = header.trustees.map((each) =>
    sequence(octets(each.trusteeId), octets(each.shareCommit), encodeSm2Cipher(each.wrap)),
  )
  const self = sequence(octets(header.self.publicKey), encodeSm2Cipher(header.self.wrap))
  return sequence(...coreParts(header), sequence(...files), self, sequence(...trustees))
}

function within(parts: Parts, low: number, high: number): number {
  const value = parts.integer()
  if (value < BigInt(low) || value > BigInt(high)) throw new RangeError(`${value} is not within ${low} … ${high}`)
  return Number(value)
}

function fileOf(parts: Parts, n: number): BidFile {
  const file = {
    n: within(parts, n, n),
    length: within(parts, 0, 2 ** 40),
    frameCount: within(parts, 1, 2 ** 20),
    fileKeyCommit: parts.octets(32),
    cipherSm3: parts.octets(32),
  }
  parts.end()
  if (file.frameCount !== frameCountOf(file.length)) throw new RangeError('frameCount does not follow from length')
  return file
}

function listOf<T>(parts: Parts, low: number, high: number, read: (item: Parts, i: number) => T): T[] {
  const list = parts.sequence()
  if (list.rest < low || list.rest > high) throw new RangeError(`${list.rest} is not within ${low} … ${high}`)
  return Array.from({ length: list.rest }, (_, i) => read(list.sequence(), i))
}

function trusteeOf(parts: Parts): TrusteeWrap {
  const each = {
    trusteeId: parts.octets(32),
    shareCommit: parts.octets(32),
    wrap: sm2CipherOf(parts.next(Tag.SEQUENCE)),
  }
  parts.end()
  return each
}

function selfOf(parts: Parts): BidHeader['self'] {
  const self = { publicKey: parts.octets(65), wrap: sm2CipherOf(parts.next(Tag.SEQUENCE)) }
  parts.end()
  return self
}

function read(der: Uint8Array): BidHeader {
  const parts = new Parts(readOne(der))
  within(parts, 1, 1)
  within(parts, 1, 1)
  const core: HeaderCore = {
    tenderCtx: parts.octets(32),
    docVersion: within(parts, 1, 9999),
    trusteeSet: parts.octets(32),
    bidder: parts.octets(32),
    bidId: parts.octets(16),
    seq: within(parts, 1, 9999),
    prev: parts.optional(0x80)?.content,
    salt: parts.octets(16),
    keyCommit: parts.octets(32),
  }
  if (core.prev && core.prev.length !== 32) throw new RangeError('prev has 32 bytes')
  const header = {
    ...core,
    files: listOf(parts, 2, 64, (item, i) => fileOf(item, i + 1)),
    self: selfOf(parts.sequence()),
    trustees: listOf(parts, 0, 16, trusteeOf),
  }
  parts.end()
  return header
}

/** Parses a header; refuses with `envelope/malformed` what section 2 does not describe. */
export function decodeHeader(der: Uint8Array): BidHeader {
  try {
    if (der.length > HEADER_MAX) throw new RangeError(`${der.length} bytes`)
    return read(der)
  } catch (thrown) {
    const seen = thrown instanceof Error ? thrown.message : String(thrown)
    throw new Refused('envelope/malformed', { field: 'header', seen, expected: 'BidHeader of BES1' })
  }
}
