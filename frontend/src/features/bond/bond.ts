import { get, post } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export const FORMS = ['BANK_GUARANTEE', 'INSURANCE', 'GUARANTEE_COMPANY'] as const
export type BondForm = (typeof FORMS)[number]

interface AnyBond {
  id: string
  lotId: string
  lotName: string
  form: BondForm
  amountFen: number
  effectiveAt: string
  expireAt: string
}

/** A bond (保函) as its applicant sees it; number and hash are there from the issue on. */
export type Bond = AnyBond &
  (
    | { state: 'APPLIED'; bondNo: null; reason: null }
    | { state: 'DECLINED'; bondNo: null; reason: string }
    | { state: 'ISSUED' | 'VALID' | 'INVALID' | 'UNUSED' | 'RELEASED'; bondNo: string; reason: string | null }
  )

/** A published lot that asks for a security and still takes bids. */
export interface SecuredLot {
  lot: string
  name: string
  lotCode: string
  amountFen: number
  deadline: string
}

interface PublicTender {
  lot: string
  name: string
  lotCode: string
  deadline: string
  terms: {
    security?: { amountFen: number; forms: string[] } | null
  }
}

export const readBonds = () => get<Bond[]>('/api/bond/bonds/mine')
export const apply = (lotId: string, form: BondForm) => post<Bond>('/api/bond/applications', { lotId, form })
export const readDocument = (id: string) => get<Statement<JsonObject>>(`/api/bond/bonds/${id}/document`)

/** Published lots that take a bond as their security, soonest deadline first. */
export async function readSecuredLots(): Promise<SecuredLot[]> {
  const tenders = await get<PublicTender[]>('/api/core/public/tenders')
  return tenders
    .filter((tender) => tender.terms.security?.forms.includes('BOND'))
    .map(({ lot, name, lotCode, deadline, terms }) => ({
      lot,
      name,
      lotCode,
      amountFen: terms.security!.amountFen,
      deadline,
    }))
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline))
}

/** What happens to a bond, in order (保函的经过). */
export const STEPS = ['apply', 'issue', 'check', 'release'] as const

const REACHED: Record<Bond['state'], number> = {
  APPLIED: 1,
  DECLINED: 1,
  ISSUED: 2,
  VALID: 3,
  INVALID: 3,
  UNUSED: 3,
  RELEASED: 4,
}

/** How many of {@link STEPS} are done in a state. */
export const stepOf = (state: Bond['state']) => REACHED[state]

/** When this browser first saw the application wait, in the time of the platform. */
export function waitingSince(id: string, now: number): number {
  const key = `qifeng.bond.${id}`
  const before = sessionStorage.getItem(key)
  if (before) return Number(before)
  sessionStorage.setItem(key, String(now))
  return now
}
