import { get, post } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'
import type { Stage } from '../evaluation'

/** An end of the evaluation time (评标截止时间); each behind the first is an extension. */
export interface PlannedEnd {
  number: number
  until: string
  reason: string
  asked: number
  at: string
}

/** The evaluation time of a session (评标时间): how many ask for more and why, never who. */
export interface EvaluationTime {
  id: string
  tender: string
  name: string
  stage: Stage
  size: number
  /** How many have to ask: more than a third of the panel (实施条例 §48). */
  needed: number
  /** Hours that the tender document gives the panel at least, and when they began. */
  hours?: number | null
  begun?: string | null
  /** Until when it has time, by the document or by what was set. */
  until?: string | null
  owed: boolean
  /** Whether the own request waits. */
  asks: boolean
  open: { reason: string; at: string }[]
  ends: PlannedEnd[]
}

/** Stages in which members may ask, and the last in which the host may set. */
export const AT_WORK: Stage[] = ['SCORING', 'REVEALING', 'SETTLING', 'REVIEWING']

/** How the time stands at a moment: nothing set, running, or over. */
export function standing({ until }: EvaluationTime, now: number): 'unset' | 'running' | 'over' {
  if (!until) return 'unset'
  return Date.parse(until) > now ? 'running' : 'over'
}

/** The moment that stands in the field when an end is set: two hours behind now, or behind the end that still stands. */
export function proposed({ until }: EvaluationTime, now: number): string {
  const from = Math.max(now, until ? Date.parse(until) : 0)
  return new Date(Math.ceil((from + 2 * 3_600_000) / 600_000) * 600_000).toISOString()
}

const at = (id: string, rest = '') => `/api/evaluation/sessions/${id}/time${rest}`
const TIMES = '/api/evaluation/times'

export const readTime = (id: string) => get<EvaluationTime>(at(id))
export const requestToSign = (id: string) => get<JsonObject>(at(id, '/requests/to-sign'))
export const askForTime = (id: string, statement: Statement) => post<EvaluationTime>(at(id, '/requests'), statement)
export const readTimes = () => get<EvaluationTime[]>(`${TIMES}/mine`)
export const endToSign = (id: string) => get<JsonObject>(`${TIMES}/${id}/to-sign`)
export const setEnd = (id: string, statement: Statement) => post<EvaluationTime>(`${TIMES}/${id}`, statement)
