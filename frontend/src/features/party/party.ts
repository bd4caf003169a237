import { get, post, put } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export const STATES = ['SUBMITTED', 'VERIFIED', 'REJECTED', 'SUSPENDED', 'EDITING'] as const
export type PartyState = (typeof STATES)[number]

/** What an organisation declares about itself (注册信息). */
export interface PartyData {
  name: string
  address: string
  legalRepresentative: string
  contact: string
  phone: string
}

/** The fields of the form, in the order in which they are written. */
export const FIELDS = ['name', 'address', 'legalRepresentative', 'contact', 'phone'] as const

interface Act {
  by: string
  at: string
  reason?: string | null
}

/** An organisation as the centre sees it; `proposed` is a change that waits for verification. */
export interface Party {
  id: string
  uscc: string
  kind: string
  state: PartyState
  data: PartyData
  proposed?: PartyData | null
  submitted?: Act | null
  judged?: Act | null
}

export const readParties = (state: PartyState) => get<Party[]>(`/api/core/parties?state=${state}`)
export const verify = (id: string, accepted: boolean, reason: string) =>
  post<Party>(`/api/core/parties/${id}/verification`, { accepted, reason })
export const suspend = (id: string, suspended: boolean, reason: string) =>
  post<Party>(`/api/core/parties/${id}/suspension`, { suspended, reason })
export const register = (statement: Statement) => post<Party>('/api/core/parties/bidders', statement)
export const certify = (request: { name: string; uscc: string; publicKey: string; proof: string }) =>
  post<{ certificate: string; chain: string[]; id: string }>('/api/core/sandbox/certificates', request)

/** The doc that a bidder signs to register. */
export function registrationDoc(data: PartyData, uscc: string): JsonObject {
  return { type: 'bidder-registration', v: 1, ...data, uscc, agreement: true }
}

/** A certificate of the caller (数字证书). */
export interface Certificate {
  id: string
  notBefore: string
  notAfter: string
  usable: boolean
  endsSoon: boolean
  replacedBy: string | null
}

export const ownParty = () => get<Party>('/api/core/parties/mine')
export const changeOwn = (data: PartyData) => put<Party>('/api/core/parties/mine/data', data)
export const ownCertificates = () => get<Certificate[]>('/api/core/me/certificates')
