import { describe, expect, it } from 'vitest'
import { hex, utf8 } from './bytes'
import { drawnBid, drawnDelta, drawnNumber } from './priceDraw'
import { sm3 } from './sm3'

const POOL = ['0.12', '0.14', '0.16', '0.18', '0.20']
const BIDS = [0, 1, 2, 3, 4].map((i) => String(i).padStart(32, '0'))

describe('Draws of method M-D out of one seed 附加抽取', () => {
  it('gives the vector that PriceDrawTest has', () => {
    const seed = sm3(utf8('seed'))
    const order: string[] = []
    for (let left = BIDS; left.length > 0; left = left.filter((bid) => !order.includes(bid)))
      order.push(drawnBid(seed, left))
    const told = `${drawnDelta(seed, POOL)} [${order.map((bid) => bid.slice(31)).join(', ')}]`
    expect(`${told} ${hex(drawnNumber(seed, BIDS[0]!)).slice(0, 16)}`).toBe('0.14 [2, 4, 1, 0, 3] d72c4c1bb711dfb7')
  })
})
