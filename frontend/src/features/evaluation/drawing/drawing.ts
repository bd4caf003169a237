import { get, post, put } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'
import type { SeatState, Stage } from '../evaluation'

/** A session whose experts are drawn (抽取). */
export interface DrawLine {
  id: string
  name: string
  lotCode: string
  stage: Stage
  missing: number
  exhausted: boolean
}

/** When, where and from where experts are drawn. */
export interface DrawPlan {
  specialties: string[]
  regions: string[]
  startsAt?: string | null
  place: string
  hall: HallKind
}

/** How the members see and hear one another (评标厅形式). */
export type HallKind = 'NONE' | 'MESH' | 'JANUS'

export type WidenStep = 'ASKED' | 'SPECIALTY_GROUP' | 'REGION' | 'PROVINCE'

/** One look at the pool (抽取步骤). */
export interface StepTaken {
  step: WidenStep
  specialties: string[]
  regions: string[]
  eligible: number
  needed: number
  drawn: boolean
  at: string
}

/** What came of telling an expert once by one channel. */
export interface CallNotice {
  channel: 'IN_APP' | 'EMAIL' | 'SMS'
  sent: boolean
  detail: string
  at: string
}

/** What became of one who was drawn; the place in the order of the draw stands for the name. */
export interface Called {
  place: string
  state: SeatState
  reason: string
  /** Not as long as it is only a library's code. */
  known: boolean
  calledAt?: string | null
  answerBy?: string | null
  notices: CallNotice[]
}

/** The draws of a session as centre and supervisor see them. */
export interface DrawView {
  id: string
  tender: string
  name: string
  lotCode: string
  region: string
  stage: Stage
  size: number
  missing: number
  plan: DrawPlan & { set: boolean }
  notBefore?: string | null
  planNeeded: boolean
  rules: {
    leadMinutes: number
    answerMinutes: number
    employerMax: number
    servedMax: number
    meshMembersMax: number
    janusMembersMax: number
    servedDays: number
    bidderMax: number
    hostMax: number
    metDays: number
    reason: string
  }
  steps: StepTaken[]
  exhausted: boolean
  choice?: { experts: number; reason: string; at: string; statement?: string | null } | null
  calls: Called[]
  looks: { role: string; reason: string; seen: number; at: string }[]
  library?: Library | null
}

/** The provincial library (省级专家库) that a session draws from: its replies, and what is wrong where something is. */
export interface Library {
  name: string
  uscc: string
  fault?: string | null
  asked?: LibraryReply['sort'] | null
  failures: number
  failingSince?: string | null
  nextAt?: string | null
  replies: LibraryReply[]
}

/** A reply whose signature was verified before it was taken. */
export interface LibraryReply {
  sort: 'POOL' | 'ANSWER' | 'IDENTITY'
  place?: string | null
  what?: string | null
  at: string
  sm3: string
}

/** A name behind a place. */
export interface NamedSeat {
  place: string
  number: string
  name: string
  phone: string
  state: SeatState
}

/** A session in which experts can only be chosen directly (直接确定专家). */
export interface ChoiceLine {
  id: string
  tender: string
  name: string
  stage: Stage
  missing: number
  asked: boolean
}

const DRAWS = '/api/evaluation/draws'
const CHOICES = '/api/evaluation/direct-choices'

export const readDraws = () => get<DrawLine[]>(DRAWS)
export const readDraw = (id: string) => get<DrawView>(`${DRAWS}/${id}`)
export const setPlan = (id: string, plan: DrawPlan) => put<DrawView>(`${DRAWS}/${id}/plan`, plan)
export const tellAgain = (id: string, place: string) => post(`${DRAWS}/${id}/calls/${place.slice(1)}/repetition`, {})
export const lookAtNames = (id: string, reason: string) => post<NamedSeat[]>(`${DRAWS}/${id}/names`, { reason })
export const readChoices = () => get<ChoiceLine[]>(`${CHOICES}/mine`)
export const choiceToSign = (id: string) => get<JsonObject>(`${CHOICES}/${id}/to-sign`)
export const askForChoice = (id: string, statement: Statement) => post<ChoiceLine>(`${CHOICES}/${id}`, statement)
export const decisionToSign = (id: string) => get<JsonObject>(`${CHOICES}/${id}/decision/to-sign`)
export const decideChoice = (id: string, statement: Statement) =>
  post<ChoiceLine>(`${CHOICES}/${id}/decision`, statement)

/** Codes in a text, however they are separated. */
export const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,，;；、]+/)
    .filter(Boolean)

/** A moment of Beijing as the field for a date and time wants it. */
export const fieldOf = (moment?: string | null): string =>
  moment ? new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16) : ''

/** What the field for a date and time says, as a moment. */
export const momentOf = (field: string): string | null => (field ? new Date(`${field}:00+08:00`).toISOString() : null)

/** Whom a request for a direct choice names. */
export function namedIn(statement: string): { number: string; name: string }[] {
  const { doc } = JSON.parse(statement) as { doc: { experts: { number: string; name: string }[] } }
  return doc.experts
}
