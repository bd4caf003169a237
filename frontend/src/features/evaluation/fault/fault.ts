import { get, post } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export type FaultPhase = 'BEFORE_START' | 'DURING'
export type FaultState = 'OPEN' | 'DUE' | 'HELD' | 'ENDED' | 'DISSOLVED'
export type FaultOutcome = 'HOLD' | 'POSTPONE' | 'CONTINUE' | 'VOID'

/** Last sign of life of a seat (席位最后心跳). */
export interface SeatSign {
  seat: string
  beatAt: string
  silent: boolean
}

/** A report or a clearance. */
export interface FaultAct {
  at: string
  role: 'centre' | 'sub-site' | 'supervisor'
  reason: string
  seats: SeatSign[]
}

/** A fault of a remote evaluation (远程评标故障). */
export interface Fault {
  number: number
  site: string
  phase: FaultPhase
  state: FaultState
  from: string
  until: string
  plannedStart: string
  limitMinutes: number
  policy: boolean
  reported: FaultAct
  cleared?: FaultAct | null
  decided?: { at: string; outcome: FaultOutcome; anew: boolean; reason: string } | null
  choices: FaultOutcome[]
}

/** A site at which the evaluation takes place, as the platform sees it. */
export interface AffectedSite {
  site: string
  name: string
  plannedStart: string
  silent: boolean
  seats: SeatSign[]
}

/** Faults of a session as their reader may see them; a sub-site is told no name. */
export interface FaultsView {
  name: string
  now: string
  stopped: boolean
  reportable: boolean
  startMinutes: number
  clearMinutes: number
  policy: boolean
  sites: AffectedSite[]
  faults: Fault[]
}

/** Where faults are told: by the session, or for a sub-site by its booking. */
export type FaultsOf = { session: string } | { booking: string }

const path = (of: FaultsOf) =>
  'session' in of
    ? `/api/evaluation/sessions/${of.session}/faults`
    : `/api/evaluation/seat-bookings/${of.booking}/faults`

export const readFaults = (of: FaultsOf) => get<FaultsView>(path(of))
export const reportFault = (of: FaultsOf, site: string, reason: string) =>
  post<FaultsView>(path(of), 'session' in of ? { site, reason } : { reason })
export const clearFault = (of: FaultsOf, number: number, reason: string) =>
  post<FaultsView>(`${path(of)}/${number}/clearance`, { reason })
export const decisionToSign = (session: string, number: number) =>
  get<JsonObject>(`${path({ session })}/${number}/decision/to-sign`)
export const decideFault = (session: string, number: number, statement: Statement) =>
  post<FaultsView>(`${path({ session })}/${number}/decision`, statement)

/** Whether something is still to be done about it. */
export const isPending = ({ state }: Fault) => state !== 'ENDED' && state !== 'DISSOLVED'

/** Whether somebody may still tell that it is over. */
export const isClearable = (fault: Fault) => isPending(fault) && !fault.cleared

/** A length of time in hours and minutes, `3:59`; negative is `0:00`. */
export function lasting(from: number, to: number): string {
  const minutes = Math.max(0, Math.floor((to - from) / 60_000))
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
