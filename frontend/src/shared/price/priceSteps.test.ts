import { describe, expect, it } from 'vitest'
import { priceStepsOf, scoreFileOf, type PriceInput, type PublishedMethod } from './priceSteps'

const method = (code: PublishedMethod['code'], fullScore: string, e1: string, e2: string): PublishedMethod => ({
  code,
  fullScore,
  e1,
  e2,
  k: [],
  trim: [],
})

const offers = (...yuan: number[]) => yuan.map((each, i) => ({ bidId: `0${i}`, priceFen: each * 100 }))

function scored(input: PriceInput): string {
  const steps = priceStepsOf(input)!
  return `${(steps.baseFen / 100).toFixed(2)} ${steps.lines.map((line) => line.score).join(' ')}`
}

describe('Steps of a price score 报价得分计算过程', () => {
  it.each<[string, PriceInput, string]>([
    [
      'example A1',
      {
        method: method('M-A', '60', '1.0', '0.5'),
        ceilingFen: 1_100_000_000,
        k: '0.97',
        offers: offers(9_800_000, 10_000_000, 10_200_000, 10_400_000),
      },
      '9797000.00 59.97 57.93 55.89 53.85',
    ],
    [
      'example B1',
      {
        method: method('M-B', '100', '2', '1'),
        ceilingFen: 2_500_000_000,
        k: '0.03',
        offers: offers(20_500_000, 21_000_000, 21_400_000, 22_000_000),
      },
      '20588250.00 99.57 96.00 92.11 86.29',
    ],
    [
      'example C1',
      {
        method: { ...method('M-C', '70', '0.9', '0.6'), k1: '0.96', k2: '0.92' },
        ceilingFen: 1_250_000_000,
        k: '0.70',
        offers: offers(11_200_000, 11_500_000, 11_800_000),
      },
      '11178000.00 69.82 67.41 64.99',
    ],
    [
      'example D1',
      {
        method: method('M-D', '80', '1.0', '0.6'),
        ceilingFen: 1_000_000_000,
        k: '0.97',
        delta: '0.14',
        drawn: () => '02',
        offers: offers(8_300_000, 8_500_000, 8_650_000, 8_800_000, 9_000_000),
      },
      '8298350.00 79.98 77.57 75.76 73.95 71.54',
    ],
  ])('%s', (_, input, expected) => {
    expect(scored(input)).toBe(expected)
  })

  it('tells every part of method M-D', () => {
    const input: PriceInput = {
      method: method('M-D', '80', '1.0', '0.6'),
      ceilingFen: 1_000_000_000,
      k: '0.97',
      delta: '0.14',
      drawn: (bidIds) => bidIds.at(-1)!,
      offers: offers(1_000_000, 8_300_000, 8_500_000),
    }
    const steps = priceStepsOf(input)!
    expect(steps.parts).toMatchObject({ limit: '5,365,000.00', inRange: 2, a: '8,600,000.00' })
    expect([steps.parts!.b.bidId, steps.parts!.c.bidId]).toEqual(['02', '01'])
    expect(steps.formula).toBe('(8,600,000.00 × 50% + 8,500,000.00 × 30% + 8,300,000.00 × 20%) × 0.97')
    expect(scoreFileOf(input, steps, (bidId) => `甲${bidId}`)).toMatchObject({
      coefficients: { delta: '0.14', k: '0.97', drawn: '甲02' },
      ceiling: '10000000.00',
      prices: [{ bidder: '甲00', price: '1000000.00' }, {}, {}],
    })
  })

  it('leaves a share of the prices out of the mean, rounded to whole bids', () => {
    const share = { bidsMin: 7, dropHighPercent: '20', dropLowPercent: '20' }
    const a = { ...method('M-A', '60', '1', '1'), trim: [share] }
    const steps = priceStepsOf({ method: a, ceilingFen: 10_000, k: '1', offers: offers(1, 2, 3, 4, 5, 6, 70, 80) })!
    expect([steps.lowest.length, steps.highest.length, steps.mean]).toEqual([2, 2, '4.50'])
  })

  it('takes every price for one in range where none reaches the limit', () => {
    const d = method('M-D', '80', '1', '1')
    const drawn = (bidIds: string[]) => bidIds[0]!
    const steps = priceStepsOf({
      method: d,
      ceilingFen: 100_000,
      k: '1',
      delta: '0.2',
      drawn,
      offers: offers(100, 100),
    })!
    expect(steps.parts).toMatchObject({ inRange: 2, b: { bidId: '01' }, c: { bidId: '00' } })
  })
})
