import { fromBase64, fromHex, hex } from './bytes'
import { canonical, canonicalHash, type JsonObject } from './canonicalJson'
import { includes, logEntry } from './merkle'
import { verifyQs1 } from './qs1'
import { Refused, require } from './refused'
import { verifyBy, type TrustFile } from './trustFile'

/** A head of the log with the witnesses' statements, as the server tells it. */
export interface PublishedHead {
  head: JsonObject
  sig: string
  witnesses: { doc: JsonObject; sig: string }[]
}

/** Place of a content under a head. */
export interface InclusionProof {
  index: number
  nonce: string
  size: number
  proof: string[]
}

/** Verifies that a head is the log's own and published under enough witnesses. */
export function verifyHead({ head, sig, witnesses }: PublishedHead, trust: TrustFile): void {
  const moment = String(head.machineAt)
  require(head.type === 'log-head' && head.log === trust.log, 'trust/bad-head', 'log', head.log, trust.log)
  verifyBy(trust.logs, sig, head, moment)
  const hash = hex(canonicalHash(head))
  const names = new Set(
    witnesses
      .filter(
        ({ doc, sig: own }) =>
          doc.type === 'log-witness' && doc.head === hash && verifyQs1(fromBase64(own), canonical(doc)),
      )
      .map(({ doc, sig: own }) => verifyBy(trust.witnesses, own, doc, String(doc.machineAt)).name),
  )
  require(names.size >= trust.threshold, 'trust/too-few-witnesses', 'witnesses', names.size, trust.threshold)
}

/** Verifies that a content stands in the log under a published head. */
export function verifyPublished(
  contentHash: string,
  leaf: InclusionProof,
  published: PublishedHead,
  trust: TrustFile,
): void {
  verifyHead(published, trust)
  const { size, root } = published.head
  const entry = logEntry(fromHex(leaf.nonce, 32), fromHex(contentHash, 32))
  const proof = leaf.proof.map((each) => fromHex(each, 32))
  if (leaf.size !== size || !includes(fromHex(root, 32), leaf.size, leaf.index, entry, proof))
    throw new Refused('trust/not-in-the-log', {
      field: 'proof',
      seen: contentHash,
      expected: `under the head of size ${String(size)}`,
    })
}
