import { shareCommitOf } from '@/shared/trust/bes1/keys'
import { coreOf, type BidHeader } from '@/shared/trust/bes1/header'
import { unwrapShare } from '@/shared/trust/bes1/opener'
import { fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { Refused } from '@/shared/trust/refused'
import type { KeySet } from '@/shared/trust/keySet'
import { envelopesOf, type OpeningEvidence } from './evidence'

/** The press doc (启封文书) with the key of one set: own share of every envelope that its members open, or that its wrap is bad. */
export function pressDoc(
  evidence: OpeningEvidence,
  set: KeySet,
  certificate: string,
  encryptionKey: Bytes,
): JsonObject {
  const { tender, lot, bidList, releaseList, hashes } = evidence
  const shares = envelopesOf(evidence, set).map(({ bidId, header }) =>
    answerOf(bidId, header, fromHex(certificate, 32), encryptionKey),
  )
  const seen = { n: hashes.length, hash: hashes.at(-1)! }
  const lists = { bidList, ...(releaseList ? { releaseList } : {}) }
  return { type: 'trustee-press', v: 1, tender, lot, set: hex(set.id), seen, ...lists, shares }
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
