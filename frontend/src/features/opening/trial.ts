import { priceStepsOf, type Offer, type PriceSteps } from '@/shared/price/priceSteps'
import { fromHex } from '@/shared/trust/bytes'
import { drawnBid, drawnDelta } from '@/shared/trust/priceDraw'
import type { Terms } from './opening'

type Noticed = Pick<Terms, 'method' | 'ceilingFen'>

/**
 * Trial of the base price (评标基准价试算) over all opened prices, by the method of the notice; the panel decides which bids
 * are valid.
 *
 * @param seed of the draw, hex, as this page computed it; method M-D draws Δ and B out of it
 */
export function trialOf(
  offers: Offer[],
  { method, ceilingFen }: Noticed,
  k: string,
  seed?: string,
): PriceSteps | undefined {
  const bytes = seed ? fromHex(seed, 32) : undefined
  const delta = bytes && method.delta?.length ? drawnDelta(bytes, method.delta) : undefined
  return priceStepsOf({ method, ceilingFen, k, delta, drawn: bytes && ((ids) => drawnBid(bytes, ids)), offers })
}
