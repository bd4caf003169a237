import type { PublishedMethod } from '@/shared/price/priceSteps'
import { get } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'

/** One line of the bid list (投标清单). */
export interface ListedBid {
  bidId: string
  headerHash: string
  seq: number
  receiptHash: string
  state: 'LIVE' | 'REPLACED' | 'WITHDRAWN' | 'HELD' | 'SET_LOST'
  because: string | null
}

/** Every bid that the lot received, and the content hash of its entry. */
export interface BidList {
  hash: string | null
  list: { deadline: string; frozenAt: string; bids: ListedBid[] }
}

/** Whose a bid is (投标人名称). */
export interface BidderName {
  bidId: string
  name: string
  uscc: string
}

/** A key set (保管人密钥组) that bids were sealed to, or are; `toOpen` is how many bids its members press for, once that is no secret. */
export interface HallKeySet {
  set: string
  threshold: number
  from?: string
  toOpen?: number
  trustees: Trustee[]
}

/** A trustee (保管人) of the lot; `pressedAt` once it has pressed. */
export interface Trustee {
  x: number
  name: string
  side: 'SUPERVISION' | 'NOTARY' | 'CENTRE' | 'TENDERER'
  pressedAt?: string
  /** When its key was declared lost. */
  lostAt?: string
}

/** What file 1 of a bid says (bid-envelope.md section 7). */
export interface BidData {
  priceFen: number
  priceWords: string
  durationDays: number
  quality: string
  bidValidityDays: number
  projectLeader: string
  security: { form: 'BOND' | 'CASH'; amountFen: number; reference: string }
}

/** What came out of one bid (开标结果). */
export type OpenedBid =
  | { bidId: string; status: 'OPENED'; finding: null; bid: BidData; fileKey: string }
  | { bidId: string; status: 'INVALID' | 'REVOKED' | 'DEEMED_WITHDRAWN'; finding: string; bid: null; fileKey: null }

/** Bids that are held because their stamp straddles the deadline (待核投标), and the decision over them. */
export interface HeldBids {
  decided: boolean
  bids: {
    bidId: string
    headerHash: string
    seq: number
    stamp?: string
    boundMs?: number
    admitted?: boolean
  }[]
  asked?: { by: 'PROCURING_ENTITY' | 'SUPERVISOR'; reason: string; admitted: string[] }
}

/**
 * The newest suspension of the opening (开标中止), and what was decided or waits for its second signature, of which `by` is
 * the first: `until` when the step waits again, nothing when the lot ends.
 */
export interface Suspension {
  cause: 'LIST_OVERDUE' | 'WITNESSES_MISSING' | 'TRUSTEES_MISSING' | 'RECEIPT_MISSING' | 'NOT_RECORDED'
  since: string
  at: string
  entry: string
  decided: boolean
  by?: 'PROCURING_ENTITY' | 'SUPERVISOR'
  until?: string
  reason?: string
}

/** Mode BIDDERS: the release window (解密时限), and what became of each live bid. */
export interface Releases {
  opensAt: string
  closesAt: string
  paused: boolean
  asked?: { closesAt: string; reason: string; by: 'AGENCY' | 'SUPERVISOR' }
  hash?: string
  bids: {
    bidId: string
    releasedAt?: string
    outcome?: 'RELEASED' | 'REVOKED' | 'DEEMED_WITHDRAWN'
    cause?: string
  }[]
}

/** An objection on the spot (开标异议); `answer` once it was answered. */
export interface Objection {
  id: string
  bidder: string
  at: string
  text: string
  answer?: string
}

/** The opening record (开标记录) and who has signed it. */
export interface OpeningRecord {
  sm3: string
  signatures: { capacity: 'AGENCY' | 'SUPERVISOR' | 'BIDDER'; name: string }[]
  recordedAt?: string
}

/** One entry of the chain that belongs to the opening. */
export interface HallEvent {
  n: number
  type: string
  at: string
  body: JsonObject | null
}

interface Hall {
  lot: string
  tender: string
  name: string
  lotCode: string
  project: string
  version: number
  now: string
  sandbox: boolean
  openingMode: 'TRUSTEES' | 'BIDDERS'
  deadline: string
  threshold: number
  trustees: Trustee[]
  keySets: HallKeySet[]
  events: HallEvent[]
  suspension?: Suspension
  next?: string
}

interface Named extends Hall {
  bidList: BidList
  names: BidderName[]
  release?: Releases
}
interface Drawn extends Named {
  draw: { id: string; pool: string[]; k: string; drawnAt: string }
}
interface Revealed extends Drawn {
  results: OpenedBid[]
  openedAt: string
  objections: Objection[]
  objectionsUntil: string
}

/** The opening hall (开标大厅): what a state does not show has no field. */
export type Opening =
  | (Hall & { state: 'SCHEDULED' | 'FREEZING' })
  | (Hall & { state: 'LISTED'; bidList: BidList; held?: HeldBids })
  | (Named & { state: 'RELEASING' | 'RELEASED'; release: Releases })
  | (Named & { state: 'DRAWING'; draw: { id: string; pool: string[] } })
  | (Drawn & { state: 'UNSEALING' })
  | (Revealed & { state: 'OPENED'; record?: OpeningRecord })
  | (Revealed & { state: 'RECORDED'; record: OpeningRecord })
  | (Hall & { state: 'FAILED'; failed: { count: number; decidedAt: string; suspended: boolean } })

/** Headers of held bids that both sides let in. */
function admittedHeaders(events: HallEvent[]): unknown[] {
  const decided = events.find(({ type }) => type === 'lot/held-decided')
  const decisions = (decided?.body?.decisions ?? []) as { headerHash: string; admitted: boolean }[]
  return decisions.filter(({ admitted }) => admitted).map(({ headerHash }) => headerHash)
}

/** Of each bid the last line that is live, or held and admitted. */
export function standingBids(bids: ListedBid[], events: HallEvent[]): ListedBid[] {
  const admitted = admittedHeaders(events)
  const standing = new Map<string, ListedBid>()
  for (const bid of bids)
    if (bid.state === 'LIVE' || (bid.state === 'HELD' && admitted.includes(bid.headerHash)))
      standing.set(bid.bidId, bid)
  return [...standing.values()]
}

/** The hall of a lot as it stands. */
export const openingOf = (lot: string) => get<Opening>(`/api/core/lots/${lot}/opening`)

/** What the notice says of the lot and the hall repeats. */
export interface Terms {
  procuringEntity: string
  procuringEntityUscc: string
  agency: string
  agencyUscc: string
  ceilingFen: number
  method: PublishedMethod
}

interface Published {
  tender: {
    procuringEntity: { name: string; uscc: string }
    agency: { name: string; uscc: string }
    terms: { ceilingFen: number; method: Terms['method'] }
  }
}

/** Terms of the tender of a hall. */
export async function termsOf(tender: string): Promise<Terms> {
  const { tender: published } = await get<Published>(`/api/core/public/tenders/${tender}`)
  return {
    procuringEntity: published.procuringEntity.name,
    procuringEntityUscc: published.procuringEntity.uscc,
    agency: published.agency.name,
    agencyUscc: published.agency.uscc,
    ceilingFen: published.terms.ceilingFen,
    method: published.terms.method,
  }
}

const STEPS = ['seal', 'list', 'release', 'draw', 'press', 'reveal', 'objections', 'record'] as const

/** The steps of the hall; nobody releases in mode TRUSTEES. */
export const stepsOf = ({ openingMode }: Opening) =>
  openingMode === 'BIDDERS' ? [...STEPS] : STEPS.filter((step) => step !== 'release')

/** Which step is under way; beyond the last when all is done. */
export function stepOf(opening: Opening): number {
  const steps = stepsOf(opening)
  switch (opening.state) {
    case 'SCHEDULED':
    case 'FREEZING':
    case 'FAILED':
      return 0
    case 'LISTED':
      return 1
    case 'RELEASING':
    case 'RELEASED':
      return 2
    case 'DRAWING':
      return steps.indexOf('draw')
    case 'UNSEALING':
      return steps.indexOf('press')
    case 'OPENED':
      return steps.indexOf(opening.record ? 'record' : 'objections')
    case 'RECORDED':
      return steps.length
  }
}
