import { describe, expect, it } from 'vitest'
import { fenOf } from '@/shared/format/money'
import { linesOf, standing, toFind, type LineDraft, type PanelFinding } from './findings'

const draft = (changes: Partial<LineDraft>): LineDraft => ({
  bidId: 'a',
  count: '0',
  quote: '',
  omitted: false,
  page: '',
  ...changes,
})
const finding = (number: number, carried: boolean, count: number): PanelFinding => ({
  number,
  code: 'L3',
  lines: [{ bidId: 'a', count, quoteFen: null, page: '3' }],
  members: 5,
  cast: 5,
  voted: true,
  decided: true,
  carried,
})

describe('Findings on adjustments 量化因素认定', () => {
  it('leave durations to the opening record', () => {
    const adjustments = (['OMISSION', 'DURATION', 'SHARE'] as const).map((kind, i) => ({
      code: `L${i}`,
      name: '',
      basis: '',
      kind,
    }))
    expect(toFind(adjustments).map(({ code }) => code)).toEqual(['L0', 'L2'])
    expect(toFind()).toEqual([])
  })

  it('stand as the last carried one says', () => {
    const all = [finding(1, true, 1), finding(2, true, 2), finding(3, false, 9)]
    expect(standing(all, 'L3', 'a')?.count).toBe(2)
    expect(standing(all, 'L3', 'b')).toBeUndefined()
  })

  it('need a page for every quote, omission and deviation', () => {
    expect(linesOf([draft({ quote: '120,000' })], true, fenOf)).toBeUndefined()
    expect(linesOf([draft({ quote: '120,000', page: '3' })], true, fenOf)![0]).toMatchObject({ quoteFen: 12_000_000 })
    expect(linesOf([draft({ omitted: true, page: '3' })], true, fenOf)![0]).toMatchObject({ quoteFen: null })
    expect(linesOf([draft({ page: '3' })], true, fenOf)).toBeUndefined()
    expect(linesOf([draft({})], false, fenOf)![0]).toMatchObject({ count: 0, page: '' })
    expect(linesOf([draft({ count: '2' })], false, fenOf)).toBeUndefined()
    expect(linesOf([draft({ count: '-1', page: '3' })], false, fenOf)).toBeUndefined()
    expect(linesOf([], false, fenOf)).toBeUndefined()
  })
})
