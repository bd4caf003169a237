import { fenOf } from '@/shared/format/money'
import type { AdjustmentKind, PublishedAdjustment } from '@/shared/price/reviewedSteps'

/** A row of the editor of adjustments (量化因素); amounts in yuan and numbers as they are typed. */
export interface AdjustmentRow {
  name: string
  basis: string
  kind: AdjustmentKind
  amount: string
  percent: string
  baseDays: string
  later: string
  earlier: string
}

/** Most rows of one document. */
export const ROWS_MAX = 20

/** A row with nothing in it. */
export const emptyRow = (): AdjustmentRow => ({
  name: '',
  basis: '',
  kind: 'OMISSION',
  amount: '',
  percent: '',
  baseDays: '',
  later: '',
  earlier: '',
})

/** What a document that asks for the lowest reviewed price usually adjusts. */
export const USUAL_ADJUSTMENTS: PublishedAdjustment[] = [
  { code: 'L1', name: '单价遗漏', basis: '工程量清单中未报价的项目，以商务标为准', kind: 'OMISSION' },
  {
    code: 'L2',
    name: '付款条件',
    basis: '投标函附录要求早于合同条款付款的，每一处',
    kind: 'DEVIATION',
    amountFen: 2_000_000,
  },
]

const yuanOf = (fen?: number | null) =>
  fen === null || fen === undefined
    ? ''
    : `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`

/** Fen of an amount of either sign; what cannot be read is 0, and the platform refuses it by name. */
function signedFen(text: string): number {
  const negative = /^[-−]/.test(text.trim())
  const fen = fenOf(text.trim().replace(/^[-−]/, '')) ?? 0
  return negative && fen > 0 ? -fen : fen
}

/** The rows that a field's value holds. */
export const rowsOf = (value: string): AdjustmentRow[] => (value ? (JSON.parse(value) as AdjustmentRow[]) : [])

/** Adjustments as the value of a field. */
export const adjustmentsShown = (adjustments: PublishedAdjustment[]): string =>
  JSON.stringify(
    adjustments.map(({ name, basis, kind, amountFen, percent, baseDays, laterFen, earlierFen }): AdjustmentRow => ({
      name,
      basis,
      kind,
      amount: yuanOf(amountFen),
      percent: percent ?? '',
      baseDays: baseDays ? String(baseDays) : '',
      later: yuanOf(laterFen),
      earlier: yuanOf(earlierFen),
    })),
  )

/** Adjustments that a field's value says; codes are their numbers, and numbers of another kind are left out. */
export function adjustmentsRead(value: string): PublishedAdjustment[] {
  return rowsOf(value).map(({ name, basis, kind, amount, percent, baseDays, later, earlier }, i) => {
    const row = { code: `L${i + 1}`, name: name.trim(), basis: basis.trim(), kind }
    if (kind === 'DEVIATION') return { ...row, amountFen: signedFen(amount) }
    if (kind === 'SHARE') return { ...row, percent: percent.trim().replace('−', '-') }
    if (kind !== 'DURATION') return row
    return { ...row, baseDays: Number(baseDays) || 0, laterFen: signedFen(later), earlierFen: signedFen(earlier) }
  })
}
