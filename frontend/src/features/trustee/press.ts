import { get } from '@/shared/api/http'
import { shareCommitOf } from '@/shared/trust/bes1/keys'
import { coreOf, decodeHeader, type BidHeader } from '@/shared/trust/bes1/header'
import { unwrapShare } from '@/shared/trust/bes1/opener'
import { fromBase64, fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { verifyPublished, type InclusionProof, type PublishedHead } from '@/shared/trust/publishedHead'
import { verifyQs1 } from '@/shared/trust/qs1'
import { Refused } from '@/shared/trust/refused'
import { decodeSm2Cipher } from '@/shared/trust/sm2wrap'
import { sm3 } from '@/shared/trust/sm3'
import { trustFileOf } from '@/shared/trust/trustFile'
import type { PressToDo } from './trustee'

interface ProofView {
  leaf: InclusionProof
  head: PublishedHead
}

/** Refuses a bid list, or in mode BIDDERS a release list, that does not stand in the log under a witnessed head. */
export async function requirePublished(list: string): Promise<void> {
  const [{ leaf, head }, file] = await Promise.all([
    get<ProofView>(`/api/core/log/proofs/${list}`),
    get<JsonObject>('/api/core/trust-file'),
  ])
  try {
    verifyPublished(list, leaf, head, trustFileOf(file))
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
    throw new Refused('trustee/list-not-published', { field: 'list', seen: thrown.code, expected: 'a witnessed head' })
  }
}

/** The press doc (启封文书): own share of every live bid of the published list, or that its wrap is bad. */
export function pressDoc(toDo: PressToDo, trustee: Bytes, set: string, encryptionKey: Bytes): JsonObject {
  if (toDo.trustee !== hex(trustee)) refuse('trustee', toDo.trustee, hex(trustee))
  const opened = bidsToOpen(toDo)
  if (opened.length !== toDo.bids.length) refuse('bids', String(toDo.bids.length), String(opened.length))
  const shares = opened.map(({ bidId, headerHash }) => {
    const envelope = toDo.bids.find((each) => each.bidId === bidId) ?? refuse('bids', 'missing', bidId)
    const der = fromBase64(envelope.header)
    if (hex(sm3(der)) !== headerHash) refuse('header', hex(sm3(der)), headerHash)
    const header = releasedIn(toDo, bidId, headerHash, decodeHeader(der))
    return answerOf(bidId, header, trustee, set, encryptionKey)
  })
  const { tender, lot, bidList, releaseList } = toDo
  return { type: 'trustee-press', v: 1, tender, lot, bidList, ...(releaseList ? { releaseList } : {}), shares }
}

/** The live bids of the list; in mode BIDDERS those of them that the release list calls released, and no other. */
function bidsToOpen({ list, releaseList, releases }: PressToDo) {
  const live = list.bids.filter((bid) => bid.state === 'LIVE')
  if (!releaseList) return live
  const lines = releases ?? []
  const all = lines.length === live.length && live.every(({ bidId }) => lines.some((line) => line.bidId === bidId))
  if (!all) refuse('releases', String(lines.length), String(live.length))
  return live.filter(({ bidId }) => lines.some((line) => line.bidId === bidId && line.outcome === 'RELEASED'))
}

/** The header with the wraps that its bidder signed and the release list names; as it is in mode TRUSTEES. */
function releasedIn(toDo: PressToDo, bidId: string, headerHash: string, header: BidHeader): BidHeader {
  if (!toDo.releaseList) return header
  const line = toDo.releases!.find((each) => each.bidId === bidId)!
  const statement = line.statement ?? refuse('releases', 'no release', bidId)
  const { doc, sig } = statement
  const hash = hex(canonicalHash(doc))
  if (hash !== line.release) refuse('release', hash, String(line.release))
  verifyQs1(fromBase64(sig), canonical(doc))
  if (doc.bidId !== bidId || doc.headerHash !== headerHash)
    refuse('release.headerHash', String(doc.headerHash), headerHash)
  if (doc.bidList !== toDo.bidList) refuse('release.bidList', String(doc.bidList), toDo.bidList)
  const trustees = (doc.shares as JsonObject[]).map(({ member, shareCommit, wrap }) => ({
    trusteeId: fromHex(member, 32),
    shareCommit: fromHex(shareCommit, 32),
    wrap: decodeSm2Cipher(fromBase64(wrap)),
  }))
  return { ...header, trustees }
}

function answerOf(bidId: string, header: BidHeader, trustee: Bytes, set: string, encryptionKey: Bytes): JsonObject {
  if (hex(header.trusteeSet) !== set) refuse('trusteeSet', hex(header.trusteeSet), set)
  try {
    const share = unwrapShare(header, trustee, encryptionKey)
    const committed = header.trustees.find((each) => same(each.trusteeId, trustee))!.shareCommit
    if (same(shareCommitOf(coreOf(header), trustee, share), committed)) return { bidId, share: hex(share) }
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown
  }
  return { bidId, badWrap: true }
}

function refuse(field: string, seen: string, expected: string): never {
  throw new Refused('trustee/foreign-list', { field, seen, expected })
}
