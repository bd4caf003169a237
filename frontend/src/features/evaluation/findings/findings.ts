import { get, post } from '@/shared/api/http'
import type { FoundLine, PublishedAdjustment } from '@/shared/price/reviewedSteps'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

/** A finding on an adjustment (量化因素认定); the counts are there when it is decided. */
export interface PanelFinding {
  number: number
  code: string
  lines: FoundLine[]
  members: number
  cast: number
  voted: boolean
  decided: boolean
  carried: boolean
  inFavour?: number | null
  against?: number | null
}

/** What a member writes about one bid; money in yuan, as it is typed. */
export interface LineDraft {
  bidId: string
  count: string
  quote: string
  omitted: boolean
  page: string
}

/** Adjustments on which the panel has to find something; a duration is in the opening record. */
export const toFind = (adjustments: PublishedAdjustment[] = []) => adjustments.filter(({ kind }) => kind !== 'DURATION')

/** What stands of a bid for an adjustment: the last carried word. */
export function standing(findings: PanelFinding[], code: string, bidId: string): FoundLine | undefined {
  return findings
    .filter((finding) => finding.carried && finding.code === code)
    .flatMap(({ lines }) => lines)
    .findLast((line) => line.bidId === bidId)
}

/** Lines that can be sent, of the bids that the member wrote something about; nothing while one cannot be read. */
export function linesOf(
  drafts: LineDraft[],
  isOmission: boolean,
  fenOf: (text: string) => number | undefined,
): FoundLine[] | undefined {
  const lines = drafts.map(({ bidId, count, quote, omitted, page }): FoundLine | undefined => {
    const quoteFen = omitted ? null : fenOf(quote)
    if (isOmission) return quoteFen === undefined || !page.trim() ? undefined : { bidId, count: null, quoteFen, page }
    const whole = /^\d{1,4}$/.test(count.trim()) ? Number(count) : undefined
    return whole === undefined || (whole > 0 && !page.trim())
      ? undefined
      : { bidId, count: whole, quoteFen: null, page: page.trim() }
  })
  return lines.length > 0 && lines.every((line) => line !== undefined) ? (lines as FoundLine[]) : undefined
}

const at = (session: string, path = '') => `/api/evaluation/sessions/${session}/findings${path}`

export const readFindings = (session: string) => get<PanelFinding[]>(at(session))
export const proposeFinding = (session: string, code: string, lines: FoundLine[]) =>
  post<PanelFinding>(at(session), { code, lines })
export const findingVoteToSign = (session: string, number: number) => get<JsonObject>(at(session, `/${number}/to-sign`))
export const voteOnFinding = (session: string, number: number, statement: Statement) =>
  post<PanelFinding>(at(session, `/${number}/votes`), statement)
