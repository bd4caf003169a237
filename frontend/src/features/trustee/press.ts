import { shareCommitOf } from '@/shared/trust/bes1/keys'
import { coreOf, type BidHeader } from '@/shared/trust/bes1/header'
import { unwrapShare } from '@/shared/trust/bes1/opener'
import { fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { Refused } from '@/shared/trust/refused'
import type { OpeningEvidence } from './evidence'

/** The press doc (启封文书): own share of every envelope that the evidence has to open, or that its wrap is bad. */
export function pressDoc(evidence: OpeningEvidence, certificate: string, encryptionKey: Bytes): JsonObject {
  const { tender, lot, bidList, releaseList, envelopes, hashes } = evidence
  const shares = envelopes.map(({ bidId, header }) => answerOf(bidId, header, fromHex(certificate, 32), encryptionKey))
  const seen = { n: hashes.length, hash: hashes.at(-1)! }
  const lists = { bidList, ...(releaseList ? { releaseList } : {}) }
  return { type: 'trustee-press', v: 1, tender, lot, seen, ...lists, shares }
}

function answerOf(bidId: string, header: BidHeader, trustee: Bytes, encryptionKey: Bytes): JsonObject {
  try {
    const share = unwrapShare(header, trustee, encryptionKey)
    const committed = header.trustees.find((each) => same(each.trusteeId, trustee))!.shareCommit
    if (same(shareCommitOf(coreOf(header), trustee, share), committed)) return { bidId, share: hex(share) }
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
  }
  return { bidId, badWrap: true }
}
