import { describe, expect, it } from 'vitest'
import { reviewFileOf, reviewLinesOf, type FoundLine, type ReviewInput } from './reviewedSteps'

const line = (bidId: string, count: number | null, quoteFen: number | null): FoundLine => ({
  bidId,
  count,
  quoteFen,
  page: '3',
})
const INPUT: ReviewInput = {
  adjustments: [
    { code: 'L1', name: '便道', basis: '清单', kind: 'OMISSION' },
    {
      code: 'L2',
      name: '工期',
      basis: '开标记录',
      kind: 'DURATION',
      baseDays: 300,
      laterFen: 100_000,
      earlierFen: 50_000,
    },
    { code: 'L3', name: '付款', basis: '合同', kind: 'DEVIATION', amountFen: -2_000_000 },
    { code: 'L4', name: '预付款', basis: '合同', kind: 'SHARE', percent: '0.15' },
  ],
  offers: [
    { bidId: 'a', priceFen: 785_000_000, days: 300 },
    { bidId: 'b', priceFen: 792_000_037, days: 296 },
    { bidId: 'c', priceFen: 801_000_000, days: 310 },
  ],
  found: [
    { code: 'L1', lines: [line('a', null, null), line('b', null, 12_000_000), line('c', null, 9_500_000)] },
    { code: 'L3', lines: [line('a', 0, null), line('b', 0, null), line('c', 5, null)] },
    { code: 'L4', lines: [line('a', 0, null), line('b', 3, null), line('c', 0, null)] },
    { code: 'L3', lines: [line('c', 1, null)] },
  ],
  lots: ['c', 'b', 'a'],
}

describe('Reviewed prices 评标价', () => {
  it('come out of what was declared, opened and found, the last word first', () => {
    const lines = reviewLinesOf(INPUT)!
    expect(lines.map(({ bidId, rank }) => [bidId, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ])
    expect(lines.map(({ steps }) => steps.map(({ amountFen }) => amountFen))).toEqual([
      [0, -200_000, 0, 3_564_000],
      [12_000_000, 0, 0, 0],
      [0, 1_000_000, -2_000_000, 0],
    ])
    expect(lines.map(({ reviewedFen }) => reviewedFen)).toEqual([795_364_037, 797_000_000, 800_000_000])
  })

  it('stand in the order of the lots where reviewed price and bid price are equal', () => {
    const offers = ['a', 'b', 'c'].map((bidId) => ({ bidId, priceFen: 100, days: 1 }))
    const lines = reviewLinesOf({ adjustments: [], offers, found: [], lots: INPUT.lots })!
    expect(lines.map(({ bidId }) => bidId)).toEqual(['c', 'b', 'a'])
  })

  it('are not there while something is not found', () => {
    expect(reviewLinesOf({ ...INPUT, found: INPUT.found.slice(1) })).toBeUndefined()
  })

  it('go into a file with quotes as found and one sum of the others', () => {
    const file = reviewFileOf(INPUT, reviewLinesOf(INPUT)!, (bidId) => bidId)
    expect(file).toEqual({
      method: 'M-E',
      prices: [
        { bidder: 'b', price: '7920000.37', items: { L1: '120000.00' }, adjustment: '33640.00' },
        { bidder: 'a', price: '7850000.00', items: {}, adjustment: '0.00' },
        { bidder: 'c', price: '8010000.00', items: { L1: '95000.00' }, adjustment: '-10000.00' },
      ],
    })
  })
})
