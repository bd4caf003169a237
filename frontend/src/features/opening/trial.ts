import { decimal, divideHalfUp } from '@/shared/audit/decimal'
import { basePriceFen, baseRuleOf, countedPrices, type Price } from '@/shared/audit/priceMethod'
import type { Terms } from './opening'

/** A price of the list, in fen. */
export interface Offer {
  bidId: string
  priceFen: number
}

/** Trial of the base price (评标基准价试算), by the method of the notice; the panel decides which bids are valid. */
export interface Trial {
  highest: Offer[]
  lowest: Offer[]
  counted: number
  meanFen: string
  /** What the mean is multiplied with, and what is added. */
  formula: string
  baseFen: number
}

type Noticed = Pick<Terms, 'method' | 'ceilingFen'>

/** The trial over all opened prices (evidence.md section 10), exact in integers. */
export function trialOf(offers: Offer[], { method, ceilingFen }: Noticed, drawn: string): Trial | undefined {
  const prices = offers.map(({ bidId, priceFen }): Price => ({ bidId, fen: BigInt(priceFen) }))
  const counted = countedPrices(prices, method.trim)
  const number = (text: string | null | undefined) => decimal(text ?? '', 'method')
  const rule = baseRuleOf(method.code, number(drawn), () => ({
    k1: number(method.k1),
    k2: number(method.k2),
    ceiling: { units: BigInt(ceilingFen), scale: 0 },
  }))
  if (counted.length === 0 || !rule) return undefined
  const order = [...offers].sort((a, b) => a.priceFen - b.priceFen || (a.bidId < b.bidId ? -1 : 1))
  const place = (price?: Price) => order.findIndex(({ bidId }) => bidId === price?.bidId)
  return {
    lowest: order.slice(0, place(counted[0])),
    highest: order.slice(place(counted.at(-1)) + 1),
    counted: counted.length,
    meanFen: thousandths(
      counted.reduce((total, each) => total + each.fen, 0n),
      BigInt(counted.length),
    ),
    formula: formulaOf(method, drawn),
    baseFen: Number(basePriceFen(counted, rule)),
  }
}

function formulaOf({ code, k1, k2 }: Terms['method'], drawn: string): string {
  if (code === 'M-B') return `× (1 − ${drawn})`
  return code === 'M-C' ? `× ${k1} × ${drawn} + B × ${k2} × (1 − ${drawn})` : `× ${drawn}`
}

/** Mean in yuan with three decimals, for reading only. */
function thousandths(sumFen: bigint, size: bigint): string {
  const value = divideHalfUp(sumFen * 10n, size)
  const whole = (value / 1000n).toLocaleString('en-US')
  return `${whole}.${String(value % 1000n).padStart(3, '0')}`
}
