import { get } from '@/shared/api/http'

/** Where one bid stands in a result; prices are reviewed prices in method M-E, which has no totals. */
export interface Standing {
  bidId: string
  technical: string | null
  price: string | null
  total: string | null
  rank: number
}

/** A re-review before and after (复评前后对照). */
export interface Comparison {
  number: number
  /** SM3 of the report that it replaced. */
  report: string
  ground: string
  law: string
  reason: string
  decision: string
  places: { bidId: string; items: string[] }[]
  /** Whether its own report is signed. */
  done: boolean
  bids: { bidId: string; name: string }[]
  items: { item: string; name: string }[]
  changes: { member: string; bidId: string; item: string; before: string; after: string; reason: string }[]
  before: Standing[]
  after: Standing[]
}

/** For members of the panel. */
export const comparisonsOfSession = (session: string) =>
  get<Comparison[]>(`/api/evaluation/sessions/${session}/comparisons`)

/** For procuring entity, agency and supervisor, once a report is signed. */
export const comparisonsOfLot = (lot: string) => get<Comparison[]>(`/api/evaluation/lots/${lot}/comparisons`)
