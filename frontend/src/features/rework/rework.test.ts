import { describe, expect, it } from 'vitest'
import { placesOf } from './rework'

const LOT = {
  bids: [
    { bidId: 'b1', name: '甲' },
    { bidId: 'b2', name: '乙' },
  ],
  items: [
    { item: '2.1', name: '方案', max: '10' },
    { item: '2.2', name: '进度', max: '5' },
  ],
}

describe('Places of a re-review 复评范围', () => {
  it('stand in the order of bids and items, however they were ticked', () => {
    expect(placesOf(new Set(['b2/2.2', 'b2/2.1', 'b1/2.2']), LOT)).toEqual([
      { bidId: 'b1', items: ['2.2'] },
      { bidId: 'b2', items: ['2.1', '2.2'] },
    ])
  })

  it('name no bid without an item', () => {
    expect(placesOf(new Set(), LOT)).toEqual([])
  })
})
