import { random, type Bytes } from '../bytes'
import type { KeySet } from '../keySet'
import { signQs1 } from '../qs1'
import type { Signer } from '../statement'
import { coreOf, encodeHeader, frameCountOf, type BidFile, type BidHeader, type HeaderCore } from './header'
import { fileKeyCommitOf, fileKeyOf, keyCommitOf, prkOf, tenderCtxOf } from './keys'
import { selfWrap, trusteeWraps } from './wraps'
import { cipherSm3Of } from './frames'

/** What one sealing attempt is for (封标). */
export interface SealOrder {
  publicationHash: Bytes
  lotId: Bytes
  docVersion: number
  set: KeySet
  bidder: Bytes
  bidId: Bytes
  seq: number
  prev?: Bytes
  selfPublicKey: Bytes
}

/** One attempt: its keys, drawn anew, never used for other bytes. */
export interface SealAttempt {
  order: SealOrder
  cek: Bytes
  prk: Bytes
  header: HeaderCore
  core: Bytes
}

/** A file that was sealed frame by frame. */
export interface SealedFile {
  length: number
  frameHashes: Bytes[]
}

/** Starts an attempt; CEK and salt are drawn anew unless given. */
export function beginSeal(order: SealOrder, cek: Bytes = random(16), salt: Bytes = random(16)): SealAttempt {
  const tenderCtx = tenderCtxOf(order.publicationHash, order.lotId)
  const prk = prkOf(cek, salt)
  const header: HeaderCore = {
    tenderCtx,
    docVersion: order.docVersion,
    trusteeSet: order.set.id,
    bidder: order.bidder,
    bidId: order.bidId,
    seq: order.seq,
    prev: order.prev,
    salt,
    keyCommit: keyCommitOf(prk, { tenderCtx, bidId: order.bidId, seq: order.seq }),
  }
  return { order, cek, prk, header, core: coreOf(header) }
}

/** Key of file n in an attempt. */
export function attemptFileKey(attempt: SealAttempt, n: number): Bytes {
  return fileKeyOf(attempt.prk, n, attempt.header)
}

/** The header once all frames are sealed. */
export function finishSeal(
  attempt: SealAttempt,
  files: SealedFile[],
  mode: 'TRUSTEES' | 'BIDDERS' = 'TRUSTEES',
): BidHeader {
  const listed: BidFile[] = files.map(({ length, frameHashes }, i) => {
    if (frameHashes.length !== frameCountOf(length)) throw new Error(`file ${i + 1} has ${frameHashes.length} frames`)
    return {
      n: i + 1,
      length,
      frameCount: frameHashes.length,
      fileKeyCommit: fileKeyCommitOf(attemptFileKey(attempt, i + 1), i + 1, attempt.header),
      cipherSm3: cipherSm3Of(frameHashes),
    }
  })
  const { prk, cek, core, order } = attempt
  return {
    ...attempt.header,
    files: listed,
    self: selfWrap(prk, cek, core, order.selfPublicKey),
    trustees: mode === 'TRUSTEES' ? trusteeWraps(prk, cek, core, order.set) : [],
  }
}

/** Signs the header: `header.der` and `header.p7s`. */
export function signHeader(header: BidHeader, signer: Signer): { der: Bytes; signature: Bytes } {
  const der = encodeHeader(header)
  return { der, signature: signQs1(signer.signKey, signer.certificate, signer.chain, der) }
}
