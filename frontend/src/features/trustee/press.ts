import { get } from '@/shared/api/http'
import { shareCommitOf } from '@/shared/trust/bes1/keys'
import { coreOf, decodeHeader } from '@/shared/trust/bes1/header'
import { unwrapShare } from '@/shared/trust/bes1/opener'
import { fromBase64, fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { includes, logEntry } from '@/shared/trust/merkle'
import { Refused } from '@/shared/trust/refused'
import { sm3 } from '@/shared/trust/sm3'
import { trustFileOf, verifyBy } from '@/shared/trust/trustFile'
import type { PressToDo } from './trustee'

interface ProofView {
  leaf: { contentHash: string; index: number; nonce: string; size: number; proof: string[] }
  head: { head: JsonObject; sig: string }
}

/** Refuses a bid list that does not stand in the log under a signed head. */
export async function requirePublished(bidList: string): Promise<void> {
  const [{ leaf, head }, file] = await Promise.all([
    get<ProofView>(`/api/core/log/proofs/${bidList}`),
    get<JsonObject>('/api/core/trust-file'),
  ])
  verifyBy(trustFileOf(file).logs, head.sig, head.head, String(head.head.at))
  const entry = logEntry(fromHex(leaf.nonce, 32), fromHex(bidList, 32))
  const path = leaf.proof.map((hash) => fromHex(hash, 32))
  if (!includes(fromHex(head.head.root, 32), Number(head.head.size), leaf.index, entry, path))
    throw new Refused('trustee/list-not-published', { field: 'bidList', seen: bidList, expected: 'a leaf of the log' })
}

/** The press doc (启封文书): own share of every live bid of the published list, or that its wrap is bad. */
export function pressDoc(toDo: PressToDo, trustee: Bytes, set: string, encryptionKey: Bytes): JsonObject {
  if (toDo.trustee !== hex(trustee)) refuse('trustee', toDo.trustee, hex(trustee))
  const live = toDo.list.bids.filter((bid) => bid.state === 'LIVE')
  if (live.length !== toDo.bids.length) refuse('bids', String(toDo.bids.length), String(live.length))
  const shares = live.map(({ bidId, headerHash }) => {
    const envelope = toDo.bids.find((each) => each.bidId === bidId) ?? refuse('bids', 'missing', bidId)
    const der = fromBase64(envelope.header)
    if (hex(sm3(der)) !== headerHash) refuse('header', hex(sm3(der)), headerHash)
    return answerOf(bidId, der, trustee, set, encryptionKey)
  })
  return { type: 'trustee-press', v: 1, tender: toDo.tender, lot: toDo.lot, bidList: toDo.bidList, shares }
}

function answerOf(bidId: string, der: Uint8Array, trustee: Bytes, set: string, encryptionKey: Bytes): JsonObject {
  const header = decodeHeader(der)
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
