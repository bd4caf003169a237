import { get, post, request } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

/** Phases of an award by votes (评定分离), in order; `UNDECIDED` ends without a winner. */
export const PHASES = [
  'REVIEWING',
  'FINALISTS_PUBLICITY',
  'CONVENING',
  'BALLOTING',
  'REVEALING',
  'DECIDED',
  'WINNER_DETERMINED',
  'NOTICED',
] as const

/** Phases of an award among ranked candidates. */
export const PHASES_RANKED = [
  'REVIEWING',
  'FINALISTS_PUBLICITY',
  'DETERMINING',
  'WINNER_DETERMINED',
  'NOTICED',
] as const

/** Why a ranked candidate is passed over (实施条例 §55). */
export const CAUSES = ['ABANDONED', 'FORCE_MAJEURE', 'NO_PERFORMANCE_SECURITY', 'UNLAWFUL'] as const

export type Cause = (typeof CAUSES)[number]

export interface Finalist {
  bidId: string
  name: string
  uscc: string
  priceFen: number
  durationDays: number
  quality: string
  projectLeader: string
  /** In method M-E, which has no scores, the reviewed price in yuan. */
  totalScore: string
}

export interface Publicity {
  from: string
  to: string
}

export interface Committee {
  size: number
  members: { member: string; name: string; committed: boolean; revealed: boolean }[]
}

/** A round that is counted, with its named votes. */
export interface Round {
  n: number
  votes: { bidId: string; count: number }[]
  ballots: { member: string; choice: string; reason: string }[]
}

interface AnyAward {
  lot: string
  tender: string
  /** Code of the price method. */
  method: string
  /** Whether the finalists stand in their rank, the best first. */
  ranked: boolean
  /** Whether of ranked candidates the first one wins. */
  firstOnly: boolean
  finalists: Finalist[]
  passed: { bidId: string; cause: Cause; reason: string }[]
  objectionChannel: string | null
  rounds: Round[]
}

/** How an award stands; what a phase has is in its own part of the union. */
export type Award = AnyAward &
  (
    | { phase: 'REVIEWING' | 'REWORKING' | 'CONVENING' | 'DETERMINING' | 'UNDECIDED' }
    | { phase: 'FINALISTS_PUBLICITY'; publicity: Publicity }
    | {
        phase: 'BALLOTING' | 'REVEALING'
        committee: Committee
        round: { n: number; choices: string[]; deadline: string | null }
      }
    | { phase: 'DECIDED'; winner: string; publicity: Publicity }
    | { phase: 'WINNER_DETERMINED'; winner: string }
    | { phase: 'NOTICED'; winner: string; notice: { sm3: string; amountFen: number; issuedAt: string } }
  )

export interface BallotPaper {
  doc: JsonObject & { round: number }
  keySet: JsonObject
  member: string
  choices: string[]
}

/** A ballot (定标票) as it is committed to. */
export interface Ballot extends JsonObject {
  choice: string
  reason: string
}

export interface OwnResult {
  won: boolean
  reason: 'WON' | 'NOT_CHOSEN' | 'CANDIDATE' | 'NOT_FINALIST' | 'REJECTED'
  detail?: string | null
}

/** What the own organisation was told of its bid (评审结果告知书), by hash. */
export interface OwnPart {
  bidId: string
  sm3: string
}

export interface NoticeDoc extends JsonObject {
  winner: string
  winnerName: string
  amountFen: number
  durationDays: number
  sm3: string
}

/** A contract as it stands (合同). */
export interface Contract {
  lot: string
  state: 'OFFERED' | 'RECORDED' | 'CLOSED'
  contractNo: string
  amountFen: number
  durationDays: number
  signedOn: string
  daysLate: number
}

export interface ContractDoc extends JsonObject {
  contractNo: string
  amountFen: number
  durationDays: number
  signedOn: string
}

/** What the page needs of the published tender. */
export interface LotFacts {
  name: string
  lotCode: string
  procuringEntity: string
  committeeSize?: number
}

interface PublicTender {
  lot: string
  name: string
  lotCode: string
  procuringEntity: { name: string }
  terms: { award?: { committeeSize?: number | null } | null }
}

const at = (lot: string, rest = '') => `/api/core/lots/${lot}${rest}`

export const readAward = (lot: string) => get<Award>(at(lot, '/award'))
export const publishFinalists = (lot: string) => post<Award>(at(lot, '/award/review'))
export const readCandidates = (lot: string) =>
  get<{ personId: string; name: string }[]>(at(lot, '/award/committee/candidates'))
export const nameCommittee = (lot: string, members: string[]) => post<Award>(at(lot, '/award/committee'), { members })
export const ballotToSign = (lot: string) => get<BallotPaper>(at(lot, '/award/ballots/to-sign'))
export const commitBallot = (lot: string, statement: Statement) => post(at(lot, '/award/ballots/commits'), statement)
export const revealBallot = (lot: string, statement: Statement) => post(at(lot, '/award/ballots/reveals'), statement)
export const readOwnResult = (lot: string) => get<OwnResult>(at(lot, '/award/result/mine'))
export const readOwnPart = (lot: string) => get<OwnPart>(at(lot, '/award/part'))
export const ownPartFile = (lot: string) => request('GET', at(lot, '/award/part/file'))
export const determineWinner = (lot: string, statement: Statement) => post(at(lot, '/award/determination'), statement)
export const passOver = (lot: string, statement: Statement) => post(at(lot, '/award/passing'), statement)
export const noticeToSign = (lot: string) => get<{ doc: NoticeDoc }>(at(lot, '/award/notice/to-sign'))
export const issueNotice = (lot: string, statement: Statement) => post(at(lot, '/award/notice'), statement)
export const readContract = (lot: string) => get<Contract>(at(lot, '/contract'))
export const signContract = (lot: string, statement: Statement) => post<Contract>(at(lot, '/contract'), statement)

/** Ranked candidates that were not passed over, in their rank. */
export const eligible = ({ finalists, passed }: Award): Finalist[] =>
  finalists.filter(({ bidId }) => passed.every((each) => each.bidId !== bidId))

/** Whose turn it is among ranked candidates: the winner, or before there is one the first who is left. */
export function turnOf(award: Award): Finalist | undefined {
  const left = eligible(award)
  const winner = 'winner' in award ? award.winner : null
  return winner ? left.find(({ bidId }) => bidId === winner) : left[0]
}

/** The contract to sign; number and day only count for the first who signs. */
export function contractToSign(lot: string, contractNo: string, signedOn: string) {
  const query = new URLSearchParams()
  if (contractNo) query.set('contractNo', contractNo)
  if (signedOn) query.set('signedOn', signedOn)
  return get<{ doc: ContractDoc }>(`${at(lot, '/contract/to-sign')}?${query}`)
}

/** The public facts of the lot. */
export async function readLotFacts(tender: string): Promise<LotFacts> {
  const whole = await get<{ tender: PublicTender }>(`/api/core/public/tenders/${tender}`)
  const { name, lotCode, procuringEntity, terms } = whole.tender
  return {
    name,
    lotCode,
    procuringEntity: procuringEntity.name,
    committeeSize: terms.award?.committeeSize ?? undefined,
  }
}
