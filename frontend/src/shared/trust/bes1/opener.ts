import { same, type Bytes } from '../bytes'
import type { KeySet } from '../keySet'
import { verifyQs1, type Qs1 } from '../qs1'
import { Refused } from '../refused'
import { encodeSm2Cipher, unwrap } from '../sm2wrap'
import { sm3 } from '../sm3'
import { openFrame } from './frames'
import { coreOf, decodeHeader, frameCountOf, FRAME, type BidHeader } from './header'
import { fileKeyCommitOf, fileKeyOf, keyCommitOf, prkOf, wrapPlain } from './keys'
import { selfWrap, trusteeWraps } from './wraps'

/** Parses a header and verifies who signed it; refuses a foreign bidder. */
export function readHeader(der: Uint8Array, signature: Uint8Array): { header: BidHeader; signed: Qs1 } {
  const header = decodeHeader(der)
  let signed: Qs1
  try {
    signed = verifyQs1(signature, der)
  } catch (thrown) {
    throw new Refused('envelope/bad-signature', thrown instanceof Refused ? thrown.facts : {})
  }
  if (!same(signed.signer.id, header.bidder))
    throw new Refused('envelope/foreign-bidder', {
      field: 'bidder',
      seen: 'another certificate',
      expected: 'the signer',
    })
  return { header, signed }
}

/** The CEK that the bidder wrapped to itself. */
export function unwrapSelf(header: BidHeader, privateKey: Uint8Array): Bytes {
  const plain = unwrap(privateKey, header.self.wrap)
  const wanted = wrapPlain(plain.slice(0, 16), coreOf(header), sm3(header.self.publicKey), 'self')
  if (!same(plain, wanted))
    throw new Refused('trust/bad-wrap', { field: 'self', seen: 'foreign wrap', expected: 'a wrap of this envelope' })
  return plain.slice(0, 16)
}

/** The share that a header holds for a trustee; refuses a foreign wrap. Its commitment is checked by the caller's k. */
export function unwrapShare(header: BidHeader, trusteeId: Uint8Array, privateKey: Uint8Array): Bytes {
  const own = header.trustees.find((each) => same(each.trusteeId, trusteeId))
  if (!own)
    throw new Refused('trust/bad-wrap', { field: 'trustees', seen: 'no wrap', expected: 'a wrap to this trustee' })
  const plain = unwrap(privateKey, own.wrap)
  if (plain.length !== 48 || !same(plain, wrapPlain(plain.slice(0, 16), coreOf(header), trusteeId, 'trustee')))
    throw new Refused('trust/bad-wrap', {
      field: 'trustees',
      seen: 'foreign wrap',
      expected: 'a wrap of this envelope',
    })
  return plain.slice(0, 16)
}

/** Checks a header with its CEK in the order of section 6; returns the finding, or nothing when all is right. */
export function checkWithKey(header: BidHeader, cek: Uint8Array, set: KeySet): string | undefined {
  const prk = prkOf(cek, header.salt)
  if (!same(keyCommitOf(prk, header), header.keyCommit)) return 'envelope/key-commitment'
  for (const file of header.files)
    if (!same(fileKeyCommitOf(fileKeyOf(prk, file.n, header), file.n, header), file.fileKeyCommit))
      return 'envelope/key-commitment'
  const core = coreOf(header)
  if (!sameSelf(header, prk, cek, core)) return 'envelope/wrap-differs'
  if (header.trustees.length === 0) return undefined
  const rebuilt = trusteeWraps(prk, cek, core, set)
  if (rebuilt.length !== header.trustees.length) return 'envelope/foreign-trustees'
  for (const [i, each] of rebuilt.entries()) {
    const found = header.trustees[i]!
    if (!same(each.trusteeId, found.trusteeId)) return 'envelope/foreign-trustees'
    if (!same(each.shareCommit, found.shareCommit)) return 'envelope/share-commitment'
    if (!same(encodeSm2Cipher(each.wrap), encodeSm2Cipher(found.wrap))) return 'envelope/wrap-differs'
  }
  return undefined
}

/** Whether the bidder's own wrap is the one that the CEK gives; a key that is no point has none. */
function sameSelf(header: BidHeader, prk: Uint8Array, cek: Uint8Array, core: Uint8Array): boolean {
  try {
    const { wrap } = selfWrap(prk, cek, core, header.self.publicKey)
    return same(encodeSm2Cipher(wrap), encodeSm2Cipher(header.self.wrap))
  } catch (thrown) {
    if (thrown instanceof Refused) return false
    throw thrown
  }
}

/** Cuts the frames of file n out of its stored bytes; refuses another number of bytes. */
export function framesOf(header: BidHeader, n: number, stored: Uint8Array): Uint8Array[] {
  const file = header.files[n - 1]!
  const count = frameCountOf(file.length)
  if (stored.length !== file.length + 16 * count)
    throw new Refused('envelope/frames-missing', {
      field: `files/${n}`,
      seen: `${stored.length} bytes`,
      expected: `${file.length + 16 * count} bytes`,
    })
  return Array.from({ length: count }, (_, i) => stored.slice(i * (FRAME + 16), (i + 1) * (FRAME + 16)))
}

/** Plain bytes of file n with its key; refuses a key that is not the committed one, or a forged frame. */
export function openFile(header: BidHeader, n: number, fileKey: Uint8Array, stored: Uint8Array): Bytes {
  const file = header.files[n - 1]!
  if (!same(fileKeyCommitOf(fileKey, n, header), file.fileKeyCommit))
    throw new Refused('envelope/key-commitment', {
      field: `files/${n}`,
      seen: 'another key',
      expected: 'the committed key',
    })
  const core = coreOf(header)
  const out = new Uint8Array(file.length)
  const frames = framesOf(header, n, stored)
  frames.forEach((frame, i) => {
    try {
      out.set(openFrame(fileKey, core, { n, i, last: i === frames.length - 1 }, frame), i * FRAME)
    } catch {
      throw new Refused('envelope/frame-forged', {
        field: `files/${n}/${i}`,
        seen: 'tag differs',
        expected: 'a frame of this envelope',
      })
    }
  })
  return out
}
