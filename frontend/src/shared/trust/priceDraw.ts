import { compare, concat, fromHex, type Bytes } from './bytes'
import { drawPicks } from './draw'
import { sm3 } from './sm3'

/** Δ of method M-D, out of the seed of the coefficient's draw (evidence.md section 10). */
export function drawnDelta(seed: Uint8Array, pool: string[]): string {
  return pool[drawPicks(sm3(concat('QD1 delta', seed)), pool.length, 1)[0]!]!
}

/** The number that a bid draws (签号) out of the same seed. */
export function drawnNumber(seed: Uint8Array, bidId: string): Bytes {
  return sm3(concat('QD1 price order', seed, fromHex(bidId)))
}

/** Bids by their numbers, the least first. */
export function drawnOrder(seed: Uint8Array, bidIds: string[]): string[] {
  return [...bidIds].sort((a, b) => compare(drawnNumber(seed, a), drawnNumber(seed, b)))
}

/** The bid with the least number. */
export function drawnBid(seed: Uint8Array, bidIds: string[]): string {
  return drawnOrder(seed, bidIds)[0]!
}
