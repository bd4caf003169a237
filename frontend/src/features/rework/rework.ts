import { get, post } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export type ReworkState = 'ASKED' | 'APPROVED' | 'REFUSED' | 'DONE'

export interface Place extends JsonObject {
  bidId: string
  items: string[]
}

/** A request for a re-review (复评申请) and what came of it. */
export interface ReworkLine {
  number: number
  report: string
  ground: string
  law: string
  places: Place[]
  reason: string
  evidence: string
  askedAt: string
  state: ReworkState
  decision: string
  decidedAt: string | null
}

/** What was asked, and what can be asked; `report` is missing while nothing can be reviewed once more. */
export interface ReworkView {
  name: string
  report: string | null
  bids: { bidId: string; name: string }[]
  items: { item: string; name: string; max: string }[]
  grounds: { ground: string; law: string }[]
  reworks: ReworkLine[]
}

const at = (lot: string, rest = '') => `/api/core/lots/${lot}/reworks${rest}`

export const readReworks = (lot: string) => get<ReworkView>(at(lot))
export const requestToSign = (lot: string) => get<{ doc: JsonObject & { tender: string } }>(at(lot, '/to-sign'))
export const askForRework = (lot: string, statement: Statement) => post<ReworkView>(at(lot), statement)
export const decisionToSign = (lot: string) =>
  get<{ doc: JsonObject & { tender: string } }>(at(lot, '/decision/to-sign'))
export const decideRework = (lot: string, statement: Statement) => post<ReworkView>(at(lot, '/decision'), statement)

/** Places in the order of bids and items, whatever order they were ticked in; keys are `bid/item`. */
export function placesOf(ticked: Set<string>, { bids, items }: Pick<ReworkView, 'bids' | 'items'>): Place[] {
  return bids
    .map(({ bidId }) => ({
      bidId,
      items: items.map(({ item }) => item).filter((item) => ticked.has(`${bidId}/${item}`)),
    }))
    .filter((place) => place.items.length > 0)
}
