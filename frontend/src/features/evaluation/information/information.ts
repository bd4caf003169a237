import { get, post } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export type State = 'AT_GATE' | 'STOPPED' | 'RELEASED' | 'ANSWERED' | 'LAPSED' | 'DELIVERED' | 'WITHHELD'

/** A question to procuring entity and agency (信息征询) as a member, the supervisor or those asked see it. */
export interface Information {
  number: number
  label?: string | null
  mine: boolean
  place: string
  question: string
  minutes: number
  state: State
  stopReason?: string | null
  releasedAt?: string | null
  deadline?: string | null
  answer?: string | null
  answeredAt?: string | null
  names: boolean
  withheldFor?: string | null
  deliveredAt?: string | null
}

/** A question as procuring entity and agency see it. */
export interface AskedHost {
  tender: string
  lot: string
  name: string
  information: Information
}

export interface Draft {
  place: string
  question: string
}

/** From the locked seats until the scores stand a member may ask. */
export const ASKING = ['SCORING', 'REVEALING', 'SETTLING', 'REVIEWING']

const at = (id: string, rest = '') => `/api/evaluation/sessions/${id}/information${rest}`
const ofHost = (id: string, number: number, rest = '') => `/api/evaluation/information/${id}/${number}${rest}`

export const readInformation = (id: string) => get<Information[]>(at(id))
export const questionToSign = (id: string, draft: Draft) => post<JsonObject>(at(id, '/to-sign'), draft)
export const ask = (id: string, statement: Statement) => post<Information>(at(id), statement)
export const gateToSign = (id: string, number: number) => get<JsonObject>(at(id, `/${number}/gate-to-sign`))
export const passGate = (id: string, number: number, statement: Statement) =>
  post<Information>(at(id, `/${number}/gate`), statement)
export const passageToSign = (id: string, number: number) => get<JsonObject>(at(id, `/${number}/passage-to-sign`))
export const passAnswer = (id: string, number: number, statement: Statement) =>
  post<Information>(at(id, `/${number}/passage`), statement)
export const readAskedHost = (id: string, number: number) => get<AskedHost>(ofHost(id, number))
export const answerToSign = (id: string, number: number) => get<JsonObject>(ofHost(id, number, '/to-sign'))
export const answer = (id: string, number: number, statement: Statement) =>
  post<Information>(ofHost(id, number, '/answer'), statement)

/** Colour of the mark of a state. */
export const colourOf = ({ state }: Information): string => {
  if (state === 'DELIVERED') return 'green'
  if (state === 'STOPPED' || state === 'LAPSED' || state === 'WITHHELD') return 'red'
  return state === 'RELEASED' ? 'blue' : 'yellow'
}
