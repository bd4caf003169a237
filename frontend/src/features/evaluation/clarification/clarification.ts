import { get, post, request } from '@/shared/api/http'
import type { Bytes } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export const KINDS = ['AMBIGUITY', 'OBVIOUS_ERROR', 'ARITHMETIC', 'LOW_PRICE'] as const
export type Kind = (typeof KINDS)[number]

export type State = 'PROPOSED' | 'DROPPED' | 'AT_GATE' | 'STOPPED' | 'RELEASED' | 'ANSWERED' | 'LAPSED' | 'CONCLUDED'

export const FINDINGS = ['ACCEPTED', 'NOT_ACCEPTED', 'SUBSTANCE_CHANGED'] as const
export type Finding = (typeof FINDINGS)[number]

/** A priced line of a bid, as it is written and as it is corrected. */
export interface CorrectedLine {
  item: string
  quantity: string
  unitPrice: string
  totalFen: number
  ruling: 'UNIT_PRICE' | 'DECIMAL_SLIP'
  correctedUnitPrice: string
  correctedTotalFen: number
}

/** An arithmetic correction (算术修正) that is put to the bidder. */
export interface Correction {
  words?: string | null
  lines: CorrectedLine[]
  sungFen: number
  correctedFen: number
}

export interface AnswerFile extends JsonObject {
  name: string
  sm3: string
  bytes: number
}

/** A clarification (澄清) as members, supervisor and bidder see it; votes are counts, and nobody's. */
export interface Clarification {
  number: number
  bidId: string
  kind: Kind
  place: string
  question: string
  minutes: number
  correction?: Correction | null
  state: State
  votes: number
  members: number
  voted: boolean
  stopReason?: string | null
  releasedAt?: string | null
  deadline?: string | null
  answer?: { confirms?: boolean | null; text: string; files: AnswerFile[]; at: string } | null
  found: boolean
  findings: number
  finding?: Finding | null
  dissents: string[]
}

/** A question as a member drafts it; the platform works the correction out. */
export interface Draft {
  bidId: string
  kind: Kind
  place: string
  question: string
  minutes: number
  words: string | null
  lines: { item: string; quantity: string; unitPrice: string; totalFen: number }[]
}

/** A price that is low enough to ask about. */
export interface LowPrice {
  bidId: string
  rule: 'WARNING_LINE' | 'MEAN' | 'NEXT_LOWEST' | 'CEILING' | 'OTHERS'
  priceFen: number
  limitFen: number
}

/** A question as its bidder sees it. */
export interface Asked {
  tender: string
  lot: string
  name: string
  clarification: Clarification
  files: AnswerFile[]
}

const at = (id: string, rest = '') => `/api/evaluation/sessions/${id}/clarifications${rest}`
const ofBidder = (id: string, number: number, rest = '') => `/api/evaluation/clarifications/${id}/${number}${rest}`

export const readClarifications = (id: string) => get<Clarification[]>(at(id))
export const proposalToSign = (id: string, draft: Draft) =>
  post<JsonObject & { correction: Correction | null }>(at(id, '/to-sign'), draft)
export const propose = (id: string, statement: Statement) => post<Clarification>(at(id), statement)
export const voteToSign = (id: string, number: number) => get<JsonObject>(at(id, `/${number}/vote-to-sign`))
export const vote = (id: string, number: number, statement: Statement) =>
  post<Clarification>(at(id, `/${number}/votes`), statement)
export const gateToSign = (id: string, number: number) => get<JsonObject>(at(id, `/${number}/gate-to-sign`))
export const passGate = (id: string, number: number, statement: Statement) =>
  post<Clarification>(at(id, `/${number}/gate`), statement)
export const findingToSign = (id: string, number: number) => get<JsonObject>(at(id, `/${number}/finding-to-sign`))
export const find = (id: string, number: number, statement: Statement) =>
  post<Clarification>(at(id, `/${number}/findings`), statement)
export const readAsked = (id: string, number: number) => get<Asked>(ofBidder(id, number))
export const answerToSign = (id: string, number: number) => get<JsonObject>(ofBidder(id, number, '/to-sign'))
export const answer = (id: string, number: number, statement: Statement) =>
  post<Clarification>(ofBidder(id, number, '/answer'), statement)

/** Low prices; the warning line where the tender document has its three numbers. */
export function readLowPrices(id: string, line?: { safetyFen: number; taxFen: number; warningPercent: string }) {
  const query = line ? `?safetyFen=${line.safetyFen}&taxFen=${line.taxFen}&warningPercent=${line.warningPercent}` : ''
  return get<LowPrice[]>(`/api/evaluation/sessions/${id}/low-prices${query}`)
}

/** Hands a file in, which the answer then names by its hash. */
export async function handIn(id: string, number: number, file: File): Promise<AnswerFile> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }
  const response = await request('POST', ofBidder(id, number, '/files'), { body: file, headers })
  return (await response.json()) as AnswerFile
}

/** A file of an answer. */
export async function readAnswerFile(id: string, number: number, sm3: string): Promise<Bytes> {
  const response = await request('GET', at(id, `/${number}/files/${sm3}`))
  return new Uint8Array(await response.arrayBuffer())
}

/** Whether the matter was put to the bidder and left open: a rejection may then rest on it (1117号 三(十三)). */
export const isUnresolved = ({ state, finding, kind, answer }: Clarification): boolean =>
  state === 'LAPSED' ||
  (state === 'CONCLUDED' && (finding !== 'ACCEPTED' || (kind === 'ARITHMETIC' && answer?.confirms === false)))

/** Whether nothing more happens to it; the review does not end before. */
export const isEnded = ({ state }: Clarification): boolean =>
  ['DROPPED', 'STOPPED', 'LAPSED', 'CONCLUDED'].includes(state)

/** Colour of the mark of a state. */
export const colourOf = ({ state, finding }: Clarification): string => {
  if (state === 'CONCLUDED') return finding === 'ACCEPTED' ? 'green' : 'red'
  if (state === 'LAPSED' || state === 'STOPPED' || state === 'DROPPED') return 'red'
  return state === 'RELEASED' ? 'blue' : 'yellow'
}
