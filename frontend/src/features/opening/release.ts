import { get, post } from '@/shared/api/http'
import { keptReceipts } from '@/features/bidding/keptReceipts'
import { decodeHeader } from '@/shared/trust/bes1/header'
import { releaseShares } from '@/shared/trust/bes1/release'
import { fromBase64, fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { loadSealable } from '@/features/bidding/tender'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { verifyPublished, type InclusionProof, type PublishedHead } from '@/shared/trust/publishedHead'
import { Refused } from '@/shared/trust/refused'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import type { Statement } from '@/shared/trust/statement'
import { trustFileOf, verifyBy, type TrustFile } from '@/shared/trust/trustFile'

/** What a bidder's client needs to release its own bid (待放行), mode BIDDERS. */
export interface DueRelease {
  tender: string
  lot: string
  bidId: string
  headerHash: string
  header: string
  bidList: string
  checkpoint: PublishedHead
  leaf: InclusionProof
  trusteeSet: string
  keySet: JsonObject
  opensAt: string
  closesAt: string
  receipt?: { doc: JsonObject; sig: string }
}

export const dueRelease = (lot: string) => get<DueRelease>(`/api/core/lots/${lot}/releases/to-do`)

/**
 * The doc of a release (放行声明). The bid list must stand under a witnessed head, the envelope must be the one of the
 * list, and the trustees those of the lot's key set in force; what goes out opens for them alone.
 */
export function releaseDoc(due: DueRelease, own: Bytes, inForce: KeySet, trust: TrustFile): JsonObject {
  verifyPublished(due.bidList, due.leaf, due.checkpoint, trust)
  const der = fromBase64(due.header)
  if (hex(sm3(der)) !== due.headerHash) refuse('header', hex(sm3(der)), due.headerHash)
  const header = decodeHeader(der)
  const set = keySetOf(due.keySet)
  if (!same(set.id, inForce.id)) refuse('trusteeSet', hex(set.id), hex(inForce.id))
  if (!same(publicKeyOf(own), header.self.publicKey)) throw new Refused('opening/own-key-elsewhere', {})
  return {
    type: 'bid-release',
    v: 1,
    tender: due.tender,
    lot: due.lot,
    bidId: due.bidId,
    headerHash: due.headerHash,
    bidList: due.bidList,
    checkpoint: hex(canonicalHash(due.checkpoint.head)),
    trusteeSet: hex(set.id),
    shares: releaseShares(header, set, own),
  }
}

/** The hall shows a release within this time. */
const SHOWN_WITHIN_MS = 10_000

/**
 * Whether a release for which there is a receipt is not counted as released: while the window is open without its time, and
 * once the list is sealed with another outcome. A receipted release that is missing must stop the opening.
 */
export function isReleaseMissing(
  { hash, bids }: { hash?: string; bids: { bidId: string; releasedAt?: string; outcome?: string }[] },
  receipt: { doc: JsonObject } | undefined,
  now: string,
): boolean {
  if (!receipt) return false
  const line = bids.find(({ bidId }) => bidId === receipt.doc.bidId)
  if (hash) return line?.outcome !== 'RELEASED'
  return !line?.releasedAt && Date.parse(now) - Date.parse(String(receipt.doc.stamp)) > SHOWN_WITHIN_MS
}

/** Private key of an envelope's own wrap: the one kept with its receipt on this machine, or the key file's. */
export async function ownKeyOf(due: DueRelease, keyFile: Bytes | undefined): Promise<Bytes> {
  const kept = await keptReceipts(due.lot).catch(() => [])
  const made = kept.find(({ receipt }) => receipt.doc.headerHash === due.headerHash)?.ownKey
  const own = made ? fromHex(made, 32) : keyFile
  if (!own) throw new Refused('opening/own-key-elsewhere', {})
  return own
}

/** Releases the own bid and gives the verified receipt for it. */
export async function releaseOwn(
  lot: string,
  keyFile: Bytes | undefined,
  sign: (tender: string, doc: JsonObject) => Promise<Statement>,
): Promise<{ doc: JsonObject; sig: string }> {
  const due = await dueRelease(lot)
  const trust = trustFileOf(await get<JsonObject>('/api/core/trust-file'))
  const { set } = await loadSealable(due.tender)
  const doc = releaseDoc(due, await ownKeyOf(due, keyFile), set, trust)
  const statement = await sign(due.tender, doc)
  const receipt = await post<{ doc: JsonObject; sig: string }>(`/api/core/lots/${lot}/releases`, statement)
  verifyBy(trust.receipts, receipt.sig, receipt.doc, new Date().toISOString())
  const release = hex(canonicalHash(statement.doc))
  if (receipt.doc.release !== release) refuse('receipt.release', String(receipt.doc.release), release)
  return receipt
}

function refuse(field: string, seen: string, expected: string): never {
  throw new Refused('opening/foreign-release', { field, seen, expected })
}
