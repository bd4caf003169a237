import type { LocationQuery } from 'vue-router'
import { get, post, request } from '@/shared/api/http'

export type ClearingState = 'NONE' | 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED'
export type Severity = 'SEVERE' | 'NOTABLE' | 'MINOR'
export type Group = 'ARITHMETIC' | 'TENDER_BILL' | 'PRICE'

export const SEVERITIES: Severity[] = ['SEVERE', 'NOTABLE', 'MINOR']
export const GROUPS: Group[] = ['ARITHMETIC', 'TENDER_BILL', 'PRICE']

/** Colour of a severity; the shape follows from it, and the word stands beside it. */
export const COLOURS: Record<Severity, string> = { SEVERE: 'orange', NOTABLE: 'yellow', MINOR: 'blue' }

/** A kind of finding (清标发现类别) with the rule behind it. */
export interface Kind {
  kind: string
  group: Group
  severity: Severity
  source: string
}

/** A bid as the viewer may know it, and what became of its bill. */
export interface ClearedBid {
  bid: string
  name?: string | null
  priceFen?: number | null
  read: boolean
  refusal?: string | null
  facts: Record<string, string>
  rows: number
  counts: Record<string, number>
}

/** Decimals come as text. */
export interface Thresholds {
  deviationPercent: string
  unbalancedPercent: string
  weightPercent: string
  bidsMin: number
  roundingYuan: string
}

/** A clearing (清标) and how far it is. */
export interface Clearing {
  state: ClearingState
  lotName: string
  startedBy?: string | null
  startedAt?: string | null
  bidsDone: number
  bidsTotal: number
  rowsDone: number
  rowsTotal: number
  failure?: string | null
  thresholds?: Thresholds | null
  kinds: Kind[]
  bids: ClearedBid[]
}

/** A finding (清标发现): where, what is seen, what is expected. */
export interface Finding {
  bid: string
  kind: string
  severity: Severity
  tender: boolean
  sheet: string
  row: number
  column: string
  code: string
  name: string
  seen: string
  expected: string
  percent?: string | null
}

export interface FindingPage {
  total: number
  page: number
  size: number
  findings: Finding[]
}

/** Rows of a sheet around one. */
export interface Excerpt {
  sheet: string
  row: number
  headings: string[]
  lines: { row: number; cells: string[] }[]
}

export interface Excerpts {
  bid?: Excerpt | null
  tender?: Excerpt | null
}

/** Which findings are wanted; empty texts want all. */
export interface Filter {
  bid: string
  kind: string
  severity: string
  q: string
  page: number
}

export const PAGE_SIZE = 50

const NAMES = ['bid', 'kind', 'severity', 'q'] as const

/** The filter that an address names; what it cannot be is left out. */
export function filterOf(query: LocationQuery): Filter {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const page = Number(text('page'))
  return {
    bid: text('bid'),
    kind: text('kind'),
    severity: text('severity'),
    q: text('q'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** What the address says of a filter: only what narrows it. */
export function queryOf(filter: Filter): Record<string, string> {
  const query: Record<string, string> = {}
  for (const name of NAMES) if (filter[name].trim() !== '') query[name] = filter[name].trim()
  if (filter.page > 1) query.page = String(filter.page)
  return query
}

/** Kinds that some bid has, in the order of the clearing. */
export function kindsFound(clearing: Clearing): Kind[] {
  return clearing.kinds.filter((kind) => clearing.bids.some((bid) => (bid.counts[kind.kind] ?? 0) > 0))
}

/** 「+36.6%」, or a dash where it says nothing. */
export const percentOf = (finding: Finding) =>
  finding.percent
    ? `${finding.percent.startsWith('-') || Number(finding.percent) === 0 ? '' : '+'}${finding.percent}%`
    : '—'

/** All findings of a bid, listed or only counted. */
export const countOf = (bid: ClearedBid) => Object.values(bid.counts).reduce((sum, count) => sum + count, 0)

const at = (session: string, rest = '') => `/api/evaluation/sessions/${session}/clearing${rest}`

export const readClearing = (session: string) => get<Clearing>(at(session))
export const startClearing = (session: string) => post<Clearing>(at(session))

export const readFindings = (session: string, filter: Filter) =>
  get<FindingPage>(
    at(session, `/findings?${new URLSearchParams({ ...queryOf(filter), size: String(PAGE_SIZE) }).toString()}`),
  )

/** The rows around a finding, in the bid's bill and in the tender's. */
export function readRows(session: string, finding: Finding): Promise<Excerpts> {
  const { bid, tender, sheet, row, code } = finding
  const wanted = new URLSearchParams({ tender: String(tender), sheet, row: String(row), code })
  return get<Excerpts>(at(session, `/bids/${bid}/rows?${wanted.toString()}`))
}

/** All findings as .xlsx. */
export async function readWorkbook(session: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request('GET', at(session, '/workbook'), { headers: { Accept: '*/*' } })
  return new Uint8Array(await response.arrayBuffer())
}
