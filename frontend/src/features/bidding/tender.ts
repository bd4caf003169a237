import { get } from '@/shared/api/http'
import { requirePublished, siteTrustFile } from '@/shared/api/trust'
import { concat, fromHex, hex } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import type { BlindRule } from '@/shared/price/priceSteps'
import { setsInForce } from '@/shared/api/keySets'
import { usccOf } from '@/shared/trust/certificates'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { require } from '@/shared/trust/refused'
import { sm3 } from '@/shared/trust/sm3'
import { verifyStatement } from '@/shared/trust/statement'
import { isTrusted, type TrustFile } from '@/shared/trust/trustFile'
import type { Criterion } from './bidIndex'

/** A published tender as the public interface tells it. */
export interface PublicTender {
  tender: string
  lot: string
  lotCode: string
  name: string
  projectName: string
  /** Bid deadline and hour of opening, as published or as moved since. */
  deadline: string
  terms: {
    ceilingFen: number
    minimumFen: number | null
    durationDaysMax: number
    quality: string
    bidValidityDays: number
    openingMode: 'TRUSTEES' | 'BIDDERS'
    security: { amountFen: number; forms: string[] } | null
    /** As it was published. */
    schedule: { bidDeadline: string }
  }
  document: { version: number; pdf: string; bill: string | null }
  trusteeSet: string
  publicationHash: string
}

/** A tender that this client may seal for: its publication was verified here. */
export interface SealableTender {
  tender: PublicTender
  /** The set that bids are sealed to now. */
  set: KeySet
  /** Sets that bids were sealed to, or are, the one in force last. */
  sets: KeySet[]
  /** Items of the preliminary review and of the technical evaluation, out of the signed publication. */
  criteria: Criterion[]
  /** Rules for blind technical files, out of the signed publication; nothing where they are not blind. */
  blind?: BlindRule
  trust: TrustFile
}

interface Whole {
  tender: PublicTender
  publication: { head: JsonObject; salt: string; body: JsonObject }
  keySet: JsonObject
}

/** Loads a tender and verifies publication, key set and witnessed head; refuses to seal to anything else. */
export async function loadSealable(id: string): Promise<SealableTender> {
  const [whole, trust] = await Promise.all([get<Whole>(`/api/core/public/tenders/${id}`), siteTrustFile()])
  const { tender, publication } = whole
  const { head, salt, body } = publication
  const hash = sm3(concat('QEC1', canonicalHash(head), sm3(concat('QEC1 body', fromHex(salt, 16), canonical(body)))))
  require(hex(hash) === tender.publicationHash, 'sealing/other-publication', 'publicationHash', hex(
    hash,
  ), tender.publicationHash)
  checkPublication(tender, publication, trust)
  await requirePublished(tender.publicationHash, trust)
  const set = keySetOf(body.keySet as JsonObject)
  require(hex(set.id) === tender.trusteeSet, 'sealing/other-trustees', 'trusteeSet', hex(set.id), tender.trusteeSet)
  require(set.owner === tender.lot, 'sealing/other-trustees', 'owner', set.owner, tender.lot)
  for (const member of set.members)
    require(isTrusted(
      trust,
      { signer: member.certificate, others: [] },
      new Date(String(head.at)),
    ), 'sealing/other-trustees', 'certificate', member.name, 'a certificate under the trust file')
  const sets = await setsInForce(tender.lot, set, publisherOf(body), trust)
  return { tender, set: sets.at(-1)!, sets, criteria: criteriaOf(body), blind: blindOf(body), trust }
}

const publisherOf = (body: JsonObject) =>
  usccOf(verifyStatement(body.statement as unknown as { doc: JsonObject; sig: string }).signer)

/** The items of the preliminary review and of the technical evaluation, as the agency signed them. */
function criteriaOf(body: JsonObject): Criterion[] {
  const { doc } = body.statement as unknown as { doc: { criteria?: unknown; review?: unknown } }
  const list = Array.isArray(doc.criteria) ? (doc.criteria as Criterion[]) : []
  const review = Array.isArray(doc.review) ? (doc.review as (Criterion & { page: boolean })[]) : []
  return [
    ...review.map(({ item, name, page }) => ({ item: String(item), name: String(name), needed: page === true })),
    ...list.map(({ item, name }) => ({ item: String(item), name: String(name) })),
  ]
}

/** The rules for blind files, as the agency signed them. */
function blindOf(body: JsonObject): BlindRule | undefined {
  const { doc } = body.statement as unknown as { doc: { method?: { blind?: BlindRule } } }
  return doc.method?.blind
}

function checkPublication(tender: PublicTender, { head, body }: Whole['publication'], trust: TrustFile): void {
  const statement = body.statement as unknown as { doc: JsonObject; sig: string }
  const signed = verifyStatement(statement)
  const trusted = isTrusted(trust, signed, new Date(String(head.at)))
  require(trusted, 'sealing/other-publication', 'signer', hex(signed.signer.id), 'a certificate under the trust file')
  const { doc } = statement
  const lot = doc.lot as JsonObject
  require(doc.type === 'tender-publication' &&
    doc.tender === tender.tender, 'sealing/other-publication', 'tender', doc.tender, tender.tender)
  require(lot.id === tender.lot, 'sealing/other-publication', 'lot', lot.id, tender.lot)
  require(lot.ceilingFen === tender.terms.ceilingFen, 'sealing/other-publication', 'ceilingFen', lot.ceilingFen, tender
    .terms.ceilingFen)
  require(doc.trusteeSet ===
    tender.trusteeSet, 'sealing/other-trustees', 'trusteeSet', doc.trusteeSet, tender.trusteeSet)
}
