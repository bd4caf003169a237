import { describe, expect, it } from 'vitest'
import { trialOf } from './trial'

const offers = [978640000, 1001280000, 993456650, 1026800000, 965998000, 1008830040].map((priceFen, i) => ({
  bidId: `0${i + 1}`,
  priceFen,
}))
const trim = [{ bidsMin: 6, dropHigh: 1, dropLow: 1 }]

describe('Trial of the base price 评标基准价试算', () => {
  it('leaves out the highest and the lowest price from six bids on', () => {
    const trial = trialOf(offers, trim, '0.970')!
    expect(trial.highest.map((each) => each.bidId)).toEqual(['04'])
    expect(trial.lowest.map((each) => each.bidId)).toEqual(['05'])
    expect(trial.meanFen).toBe('9,955,516.725')
    expect(trial.baseFen).toBe(965685122)
  })

  it('counts every price below that', () => {
    const trial = trialOf(offers.slice(0, 3), trim, '0.970')!
    expect(trial.counted).toBe(3)
    expect(trial.highest).toEqual([])
  })

  it('is nothing without a price', () => {
    expect(trialOf([], trim, '0.970')).toBeUndefined()
  })
})
