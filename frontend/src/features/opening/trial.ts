import type { Terms } from './opening'

/** A price of the list, in fen. */
export interface Offer {
  bidId: string
  priceFen: number
}

/** Trial of the base price (评标基准价试算), by the method M-A of the notice; the panel decides which bids are valid. */
export interface Trial {
  highest: Offer[]
  lowest: Offer[]
  counted: number
  meanFen: string
  k: string
  baseFen: number
}

/** The trial over all opened prices (evidence.md section 10), exact in integers. */
export function trialOf(offers: Offer[], trim: Terms['method']['trim'], k: string): Trial | undefined {
  const order = [...offers].sort((a, b) => a.priceFen - b.priceFen || (a.bidId < b.bidId ? -1 : 1))
  const rule = trim
    .filter((each) => order.length >= each.bidsMin)
    .sort((a, b) => b.bidsMin - a.bidsMin)
    .at(0) ?? { dropHigh: 0, dropLow: 0 }
  const counted = order.slice(rule.dropLow, order.length - rule.dropHigh)
  if (counted.length === 0) return undefined
  const sum = counted.reduce((total, each) => total + BigInt(each.priceFen), 0n)
  const decimals = k.split('.')[1]?.length ?? 0
  const size = BigInt(counted.length)
  const base = halfUp(sum * BigInt(k.replace('.', '')), size * 10n ** BigInt(decimals))
  return {
    lowest: order.slice(0, rule.dropLow),
    highest: order.slice(order.length - rule.dropHigh),
    counted: counted.length,
    meanFen: thousandths(sum, size),
    k,
    baseFen: Number(base),
  }
}

const halfUp = (numerator: bigint, denominator: bigint) => (2n * numerator + denominator) / (2n * denominator)

/** Mean in yuan with three decimals, for reading only. */
function thousandths(sumFen: bigint, size: bigint): string {
  const value = halfUp(sumFen * 10n, size)
  const whole = (value / 1000n).toLocaleString('en-US')
  return `${whole}.${String(value % 1000n).padStart(3, '0')}`
}
