import { get } from '@/shared/api/http'
import type { BlindRule } from '@/shared/price/priceSteps'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { isMember, isOpen, type SessionView, type Stage } from '../evaluation'

/** The check of a session's blind files (暗标检查); `bids` stays empty until every technical sheet is revealed. */
export interface BlindCheck {
  lotName: string
  stage: Stage
  state: 'WAITING' | 'RUNNING' | 'DONE'
  bidsDone: number
  bidsTotal: number
  page: number
  pages: number
  breach: BlindRule['breach']
  template: BlindRule
  bids: CheckedFile[]
}

/** One checked file; `canonical` is missing where no form could be made. */
export interface CheckedFile {
  bidId: string
  file?: string | null
  pages: number
  canonical?: string | null
  bytes: number
  more: number
  kinds: Record<string, number>
}

/** A mark (疑似标记): `place` is `x,y` in millimetres or a part of the file, `page` is 0 for the whole file. */
export interface Mark {
  kind: string
  page: number
  place: string
  seen: string
  expected: string
}

const at = (id: string, rest = '') => `/api/evaluation/sessions/${id}/blind${rest}`

export const readBlind = (id: string) => get<BlindCheck>(at(id))
export const readMarks = (id: string, bidId: string) => get<Mark[]>(at(id, `/bids/${bidId}/marks`))
export const readRules = (id: string) => get<JsonObject>(at(id, '/rules'))

/** How many marks a file has, those included that are not listed. */
export const countOf = ({ kinds, more }: CheckedFile) => Object.values(kinds).reduce((sum, n) => sum + n, more)

/** Where on the page a mark stands, in millimetres; nothing where its place is a part of the file. */
export function placeOf({ place }: Mark): { x: string; y: string } | undefined {
  const [, x, y] = /^(-?\d+),(-?\d+)$/.exec(place) ?? []
  return x === undefined || y === undefined ? undefined : { x, y }
}

/** The bids as the viewer may know them: label and name for a member, the place in the list for a supervisor. */
export function namesOf(
  view: SessionView | undefined,
  files: CheckedFile[],
): Map<string, { label: string; name: string }> {
  if (view && isMember(view))
    return new Map(view.bids.filter(isOpen).map(({ bidId, label, name }) => [bidId, { label, name }]))
  return new Map(files.map(({ bidId }, i) => [bidId, { label: String(i + 1), name: '' }]))
}
