import { get, post, put, request } from '@/shared/api/http'
import type { PublishedMethod } from '@/shared/price/priceSteps'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

/** Stages of a session (评标会话), in order. */
export const STAGES = [
  'FORMING',
  'DRAWING',
  'CONVENING',
  'SCORING',
  'REVEALING',
  'SETTLING',
  'REVIEWING',
  'REPORTING',
  'CONCLUDED',
] as const
export type Stage = (typeof STAGES)[number]

export type SeatState =
  | 'RESERVE'
  | 'INVITED'
  | 'ACCEPTED'
  | 'CHECKED_IN'
  | 'SEATED'
  | 'DECLINED'
  | 'UNANSWERED'
  | 'SKIPPED'
  | 'RECUSED'
  | 'REPLACED'

/** What an invited person is told (评标邀请): neither project nor bidders. */
export interface Invitation {
  startsAt?: string | null
  place: string
  answerBy?: string | null
}

/** A session and what the caller owes there; tender, lot and name only from check-in. */
export interface Duty {
  id: string
  tender?: string | null
  lot?: string | null
  name?: string | null
  region: string
  stage: Stage
  duty: 'ANSWER' | 'CHECK_IN' | 'DECLARE' | 'VOTE_LEADER' | 'WATCH' | 'WITNESS' | Stage
}

export interface Progress {
  number: string
  state: SeatState
  committed: boolean
  revealed: boolean
}

/** A published item of the technical part with its full points. */
export interface Criterion {
  item: string
  name: string
  max: string
  kind: 'SUBJECTIVE' | 'OBJECTIVE'
}

/** A bid under the member's own label while prices are shut. */
export interface BlindBid {
  label: string
  bidId?: null
}

/** A bid whose bidder and price are open. */
export interface OpenBid extends NamedBid {
  priceFen: number
  /** Calendar days that it offers. */
  durationDays?: number | null
}

/** A bid whose bidder is known, from the preliminary review on. */
export interface NamedBid {
  label: string
  bidId: string
  name: string
  valid: boolean
}

export type LabelledBid = BlindBid | NamedBid | OpenBid

/** An item of the preliminary review (初步评审项). */
export interface ReviewItem {
  item: string
  part: 'FORM' | 'QUALIFICATION' | 'RESPONSIVENESS'
  name: string
  ground: RejectionCode
  page: boolean
  /** What it is judged by (评审依据). */
  about?: 'FILES' | 'LETTER' | 'PRICE'
}

/** What a bid's letter promises (投标函要素); its price once prices are open. */
export interface Letter {
  priceFen?: number | null
  priceWords?: string | null
  durationDays: number
  quality: string
  bidValidityDays: number
  projectLeader: string
  securityForm: 'BOND' | 'CASH'
  securityFen: number
  securityReference: string
}

/** The preliminary review (初步评审); what others did not pass is there once all sheets are open. */
export interface ScreeningView {
  items: ReviewItem[]
  settled: boolean
  failed?: { bidId: string; item: string; member: string; basis: RejectionBasis; reason: string; page: string }[] | null
}

/** Whether a preliminary review stands before the technical sheets, behind them, or nowhere. */
export type ScreeningPlace = 'NONE' | 'FIRST' | 'BEHIND'

/** A proposal of rejection (否决动议); the counts are there when it is decided. */
export interface Rejection {
  number: number
  bidId: string
  code: RejectionCode
  reason: string
  page: string
  basis: RejectionBasis
  clarification?: number | null
  /** What follows when it is carried; other than a rejection only for a breach of the blind rules. */
  effect: 'REJECT' | 'ZERO' | 'NONE'
  compulsory: boolean
  voted: boolean
  decided: boolean
  carried: boolean
  inFavour?: number | null
  against?: number | null
}

export const REJECTION_CODES = ['RJ1', 'RJ2', 'RJ3', 'RJ4', 'RJ5', 'RJ6', 'RJ7'] as const
export type RejectionCode = (typeof REJECTION_CODES)[number]

/** On what a rejection rests (否决依据); facts, prices above the ceiling and marks in blind files need no clarification before (1117号 三(十三)). */
export const REJECTION_BASES = [
  'FACT',
  'ABOVE_CEILING',
  'BELOW_COST',
  'UNCLEAR',
  'INCONSISTENT',
  'OBVIOUS_ERROR',
  'BLIND_BREACH',
] as const
export type RejectionBasis = (typeof REJECTION_BASES)[number]

/** What a member proposes. */
export interface Proposal {
  bidId: string
  code: RejectionCode
  reason: string
  page: string
  basis: RejectionBasis
  clarification: number | null
}

export interface ResultLine {
  bidId: string
  priceFen: number
  counted: boolean
  priceScore: string
  technicalScore: string
  totalScore: string
}

/** A bid as reviewed by method M-E. */
export interface ReviewedBid {
  bidId: string
  priceFen: number
  steps: { code: string; amountFen: number }[]
  reviewedFen: number
  rank: number
}

/** What the review came to. */
export interface Result {
  outcome: 'EVALUATED' | 'ALL_REJECTED'
  k?: string | null
  /** M-D: the bid that was drawn for B. */
  drawn?: string | null
  basePriceFen?: number | null
  lines: ResultLine[]
  /** M-E: reviewed prices in the place of scores. */
  reviewed: ReviewedBid[]
  ranked: boolean
  recommended: string[]
}

/** A former attempt that the decision on a fault made void (作废的评审). */
export interface VoidedAttempt {
  fault: number
  at: string
  reason: string
}

/** What a member sees of its session. */
export interface MemberView {
  id: string
  tender: string
  lot: string
  name?: string | null
  stage: Stage
  round: number
  /** Whether the sheets of this round are written once more, which needs a reason. */
  again: boolean
  /** What is written in this round. */
  sheets: 'SCREENING' | 'TECHNICAL'
  screeningPlace: ScreeningPlace
  /** Attempts before this one, which count for nothing. */
  voided: VoidedAttempt[]
  screening?: ScreeningView | null
  /** Government procurement: fewer than three bids that respond end it (政府采购法 §36). */
  procurement: boolean
  /** Technical files are read in their canonical form until all sheets are revealed (暗标). */
  blind: boolean
  me: { number: string; state: SeatState; member?: string | null }
  panel: { size: number; leader?: string | null; members: Progress[] }
  criteria: Criterion[]
  /** Parts of the full points below and above which points are extreme. */
  reasons: { low: string; high: string }
  /** From the second round on: why all score once more, under the own labels. */
  repair?: { differing: { label: string; item: string }[]; outliers: string[] } | null
  /** While a re-review runs: what may be changed, and what the member gave before, under the own labels (复评). */
  rework?: {
    number: number
    ground: string
    law: string
    reason: string
    evidence: string
    decision: string
    places: { label: string; items: string[] }[]
    former: { label: string; items: ItemPoints[] }[]
  } | null
  bids: LabelledBid[]
  bidders: { name: string; uscc: string }[]
  keySet?: JsonObject | null
  rejections: Rejection[]
  /** By what prices are scored, once they are open. */
  terms?: { method: PublishedMethod; ceilingFen: number; k: string; delta?: string | null } | null
  result?: Result | null
}

/** What supervisor and centre see: stages and counts. */
export interface WatchView {
  id: string
  tender: string
  lot: string
  name: string
  stage: Stage
  round: number
  again: boolean
  sheets: 'SCREENING' | 'TECHNICAL'
  screeningPlace: ScreeningPlace
  /** Attempts before this one, which count for nothing. */
  voided: VoidedAttempt[]
  size: number
  seated: number
  committed: number
  revealed: number
  members: Progress[]
}

export type SessionView = MemberView | WatchView

/** Whether the view is that of a member of the panel. */
export const isMember = (view: SessionView): view is MemberView => 'me' in view

/** Whether bidder and price of the bid are open. */
export const isOpen = (bid: LabelledBid): bid is OpenBid => 'priceFen' in bid && typeof bid.priceFen === 'number'

/** Whether it is known whose the bid is. */
export const isNamed = (bid: LabelledBid): bid is NamedBid => typeof bid.bidId === 'string'

/** Points of one item under one label. */
export interface ItemPoints extends JsonObject {
  item: string
  score: string
  reason: string
}

/** A ground of rejection that a member finds while scoring (评分中发现的否决情形); prices are shut, so RJ5 is none. */
export interface Defect extends JsonObject {
  code: RejectionCode
  reason: string
  page: string
}

export const DEFECT_CODES = REJECTION_CODES.filter((code) => code !== 'RJ5')

/** A bid on a sheet. */
export type SheetBid =
  { label: string; items: ItemPoints[] } | { label: string; items: ItemPoints[]; rejection: Defect }

/** A score sheet (评分表) as it is committed to. */
export interface Sheet extends JsonObject {
  reason: string
  bids: SheetBid[]
}

/** What a member is told of its seat (席位卡); the place is there from check-in on. */
export interface SeatCard {
  atSeats: boolean
  from: string | null
  to: string | null
  siteName: string | null
  address: string | null
  place: { site: string; room: string; seat: string; row: number; column: number } | null
}

const at = (id: string, rest = '') => `/api/evaluation/sessions/${id}${rest}`

export const readDuties = () => get<Duty[]>(at('mine'))
export const readSession = (id: string) => get<SessionView>(at(id))
export const readInvitation = (id: string) => get<Invitation>(at(id, '/invitation'))
export const answerInvitation = (id: string, accept: boolean, reason: string) =>
  post(at(id, '/invitation'), { accept, reason })
export const readSeat = (id: string) => get<SeatCard>(at(id, '/seat'))
export const checkIn = (id: string) => post(at(id, '/check-in'))
export const declarationToSign = (id: string) => get<JsonObject>(at(id, '/declaration/to-sign'))
export const declare = (id: string, statement: Statement) => post(at(id, '/declaration'), statement)
export const voteLeader = (id: string, member: string) => post(at(id, '/leader-votes'), { member })
export const sheetToSign = (id: string) =>
  get<{ doc: JsonObject & { version: number }; keySet: JsonObject; member: string }>(at(id, '/sheets/to-sign'))
/** The member's own draft as its client sealed it; `n` is 0 where there is none. */
export const readDraft = (id: string) => get<{ n: number; sealed: string | null }>(at(id, '/sheets/draft'))
export const keepDraft = (id: string, n: number, sealed: string) => put(at(id, '/sheets/draft'), { n, sealed })
export const commitSheet = (id: string, statement: Statement) => post(at(id, '/sheets/commits'), statement)
export const revealSheet = (id: string, statement: Statement) => post(at(id, '/sheets/reveals'), statement)
export const propose = (id: string, proposal: Proposal) => post<Rejection>(at(id, '/rejections'), proposal)
export const voteToSign = (id: string, number: number) => get<JsonObject>(at(id, `/rejections/${number}/to-sign`))
export const vote = (id: string, number: number, statement: Statement) =>
  post<Rejection>(at(id, `/rejections/${number}/votes`), statement)
export const conclude = (id: string, competition?: { choice: 'CONTINUE' | 'REJECT_ALL'; finding: string }) =>
  post<Result>(at(id, '/conclusion'), competition ? { competition } : {})
export const reportToSign = (id: string) => get<JsonObject & { sm3: string }>(at(id, '/report/to-sign'))
export const signReport = (id: string, statement: Statement) => post(at(id, '/report/signatures'), statement)
export const closeReport = (id: string) => post(at(id, '/report/closing'))
export const replaceMember = (id: string, number: string, reason: string) =>
  post(at(id, `/members/${number}/replacement`), { reason })

/** A file of a bid under the member's label, as bytes with its own media type. */
export async function readFile(id: string, label: string, role: string): Promise<Blob> {
  const response = await request('GET', bidFileAt(id, label, role))
  const type = response.headers.get('X-Media-Type') ?? 'application/octet-stream'
  return new Blob([await response.arrayBuffer()], { type })
}

/** Where a bid says that it answers an item (响应索引): pages of the file in a role. */
export interface IndexLine {
  item: string
  role: string
  from: number
  to: number
}

/** Address of a file of a bid under the member's label. */
export const bidFileAt = (id: string, label: string, role: string) => at(id, `/bids/${label}/files/${role}`)
export const readIndex = (id: string, label: string) => get<IndexLine[]>(at(id, `/bids/${label}/index`))
export const readLetter = (id: string, label: string) => get<Letter>(at(id, `/bids/${label}/letter`))

/** The report as PDF, which is signed, as OFD under the platform's seal, or as a copy in Word. */
export async function readReport(id: string, form: 'pdf' | 'ofd' | 'docx' = 'pdf'): Promise<Blob> {
  const response = await request('GET', at(id, form === 'pdf' ? '/report' : `/report/${form}`), {
    headers: { Accept: '*/*' },
  })
  const type = response.headers.get('Content-Type') ?? 'application/octet-stream'
  return new Blob([await response.arrayBuffer()], { type })
}
