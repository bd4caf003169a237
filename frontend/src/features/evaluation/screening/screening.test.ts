import { describe, expect, it } from 'vitest'
import type { MemberView, ReviewItem } from '../evaluation'
import type { SheetDraft } from '../useSheetDraft'
import { screeningSheet, stepOf, stepsOf, unexplained } from './screening'

const ITEMS: ReviewItem[] = [
  { item: 'F1', part: 'FORM', name: '签字盖章', ground: 'RJ1', page: true },
  { item: 'Q1', part: 'QUALIFICATION', name: '资质', ground: 'RJ3', page: true },
]
const DRAFT: SheetDraft = {
  reason: '',
  bids: {
    A: { F1: { score: '1', reason: '' }, Q1: { score: '0', reason: ' 已过期 ', page: '第9页 ', basis: 'FACT' } },
    B: { F1: { score: '1', reason: '' }, Q1: { score: '0', reason: '', page: '第2页', basis: 'UNCLEAR' } },
  },
}
const view = (part: Partial<MemberView>) => ({ screeningPlace: 'FIRST', sheets: 'SCREENING', ...part }) as MemberView

describe('The preliminary review 初步评审', () => {
  it('says of every item whether it is passed, with basis, reason and page of what is not', () => {
    const [first, second] = screeningSheet(DRAFT, ['A', 'B'], ITEMS).bids
    expect(first!.items).toEqual([
      { item: 'F1', passed: true, basis: null, reason: '', page: '' },
      { item: 'Q1', passed: false, basis: 'FACT', reason: '已过期', page: '第9页' },
    ])
    expect(second!.items[1]!.basis).toBe('UNCLEAR')
  })

  it('asks for the reason or page that a failing lacks', () => {
    expect(unexplained(DRAFT, ['A', 'B'], ITEMS)).toEqual([{ label: 'B', item: 'Q1' }])
  })

  it('stands before the technical sheets, behind them where files are blind, and nowhere in an older tender', () => {
    expect(stepsOf(view({})).slice(0, 3)).toEqual(['CONVENING', 'SCREENING', 'SCORING'])
    expect(stepsOf(view({ screeningPlace: 'BEHIND' })).slice(2, 5)).toEqual(['REVEALING', 'SCREENING', 'REVIEWING'])
    expect(stepsOf(view({ screeningPlace: 'NONE' }))).not.toContain('SCREENING')
    expect(stepOf(view({ stage: 'REVEALING' }))).toBe('SCREENING')
    expect(stepOf(view({ stage: 'SETTLING', sheets: 'TECHNICAL' }))).toBe('SCREENING')
    expect(stepOf(view({ stage: 'REVEALING', sheets: 'TECHNICAL' }))).toBe('REVEALING')
  })
})
