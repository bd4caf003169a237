import { describe, expect, it } from 'vitest'
import { trialOf } from './trial'

const offers = [978640000, 1001280000, 993456650, 1026800000, 965998000, 1008830040].map((priceFen, i) => ({
  bidId: `0${i + 1}`,
  priceFen,
}))
const noticed = {
  ceilingFen: 1_100_000_000,
  method: {
    code: 'M-A' as const,
    fullScore: '60',
    e1: '1.0',
    e2: '0.5',
    k: ['0.970'],
    trim: [{ bidsMin: 6, dropHigh: 1, dropLow: 1 }],
  },
}

describe('Trial of the base price 评标基准价试算', () => {
  it('leaves out the highest and the lowest price from six bids on', () => {
    const trial = trialOf(offers, noticed, '0.970')!
    expect(trial.highest.map((each) => each.bidId)).toEqual(['04'])
    expect(trial.lowest.map((each) => each.bidId)).toEqual(['05'])
    expect(trial.mean).toBe('9,955,516.725')
    expect(trial.baseFen).toBe(965685122)
  })

  it('counts every price below that', () => {
    const trial = trialOf(offers.slice(0, 3), noticed, '0.970')!
    expect(trial.counted).toBe(3)
    expect(trial.highest).toEqual([])
  })

  it('takes a discount in M-B, and weighs mean and ceiling in M-C', () => {
    const b = trialOf(offers, { ...noticed, method: { ...noticed.method, code: 'M-B' } }, '0.030')!
    expect(b.baseFen).toBe(965685122)
    expect(b.formula).toBe('9,955,516.725 × (1 − 0.030)')
    const method = { ...noticed.method, code: 'M-C' as const, k1: '0.96', k2: '0.92' }
    const c = trialOf(offers, { ...noticed, method }, '0.70')!
    expect(c.baseFen).toBe(Math.round(995551672.5 * 0.96 * 0.7 + 1_100_000_000 * 0.92 * 0.3))
  })

  it('is nothing without a price', () => {
    expect(trialOf([], noticed, '0.970')).toBeUndefined()
  })
})
