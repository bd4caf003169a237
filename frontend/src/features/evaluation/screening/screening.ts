import { post } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { MemberView, ReviewItem, WatchView } from '../evaluation'
import type { SheetDraft } from '../useSheetDraft'

/** On what a judgement of the preliminary review can rest (初步评审不通过的依据); prices are shut. */
export const JUDGEMENT_BASES = ['FACT', 'UNCLEAR', 'INCONSISTENT', 'OBVIOUS_ERROR'] as const
export type JudgementBasis = (typeof JUDGEMENT_BASES)[number]

export const PARTS = ['FORM', 'QUALIFICATION', 'RESPONSIVENESS'] as const

/** Whether one bid passed one item. */
export interface Judgement extends JsonObject {
  item: string
  passed: boolean
  basis: JudgementBasis | null
  reason: string
  page: string
}

/** A sheet of the preliminary review (初步评审表) as it is committed to. */
export interface ScreeningSheet extends JsonObject {
  kind: 'SCREENING'
  bids: { label: string; items: Judgement[] }[]
}

/** The items as criteria of a draft, in which 1 is passed and 0 is not. */
export const asCriteria = (items: ReviewItem[]) =>
  items.map(({ item, name }) => ({ item, name, max: '1', kind: 'SUBJECTIVE' as const }))

/** What a draft says, in the order of the labels and items of the view. */
export function screeningSheet(draft: SheetDraft, labels: string[], items: ReviewItem[]): ScreeningSheet {
  return {
    kind: 'SCREENING',
    bids: labels.map((label) => ({
      label,
      items: items.map(({ item }) => {
        const written = draft.bids[label]![item]!
        const passed = written.score === '1'
        return {
          item,
          passed,
          basis: passed ? null : ((written.basis ?? 'FACT') as JudgementBasis),
          reason: written.reason.trim(),
          page: (written.page ?? '').trim(),
        }
      }),
    })),
  }
}

/** Whether an item is judged by the price, so that prices are open in the preliminary review. */
export const screensPrices = (items: ReviewItem[]) => items.some(({ about }) => about === 'PRICE')

/** Files of a bid that can be read in the preliminary review. */
export const rolesOf = (view: MemberView) => [
  'TECHNICAL',
  'OTHER',
  ...(view.blind ? ['BLIND'] : []),
  ...(screensPrices(view.screening?.items ?? []) ? ['LETTER', 'PRICED_BILL'] : []),
]

/** Items of a bid that are not passed and lack their reason or page. */
export const unexplained = (draft: SheetDraft, labels: string[], items: ReviewItem[]) =>
  labels.flatMap((label) =>
    items
      .filter(({ item }) => {
        const { score, reason, page } = draft.bids[label]![item]!
        return score === '0' && (!reason.trim() || !page?.trim())
      })
      .map(({ item }) => ({ label, item })),
  )

/** Stages of the bar at the top: the preliminary review stands before the technical sheets or behind them. */
export function stepsOf(view: MemberView | WatchView | undefined): string[] {
  const place = view?.screeningPlace ?? 'NONE'
  return [
    'CONVENING',
    ...(place === 'FIRST' ? ['SCREENING'] : []),
    'SCORING',
    'REVEALING',
    ...(place === 'BEHIND' ? ['SCREENING'] : []),
    'REVIEWING',
    'REPORTING',
    'CONCLUDED',
  ]
}

/** The step in which a session is. */
export function stepOf(view: MemberView | WatchView): string {
  const screening = view.sheets === 'SCREENING' && ['SCORING', 'REVEALING'].includes(view.stage)
  return screening || view.stage === 'SETTLING' ? 'SCREENING' : view.stage
}

/** The leader ends the preliminary review. */
export const concludeScreening = (id: string, competition?: { choice: 'CONTINUE' | 'REJECT_ALL'; finding: string }) =>
  post(`/api/evaluation/sessions/${id}/screening/conclusion`, competition ? { competition } : {})
