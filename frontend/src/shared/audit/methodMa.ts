import { divideHalfUp, type Decimal } from './decimal'

/** Parameters of method M-A (evidence.md section 10). */
export interface MethodMa {
  fullScore: Decimal
  e1: Decimal
  e2: Decimal
  trim: { bidsMin: number; dropHigh: number; dropLow: number }[]
}

/** A valid bid with its price in fen. */
export interface Price {
  bidId: string
  fen: bigint
}

/** Bids whose price counts in the mean: the rule with the largest reached `bidsMin` drops highest and lowest. */
export function countedPrices(prices: Price[], trim: MethodMa['trim']): Price[] {
  const order = [...prices].sort((a, b) => (a.fen === b.fen ? (a.bidId < b.bidId ? -1 : 1) : a.fen < b.fen ? -1 : 1))
  const reached = trim.filter((rule) => prices.length >= rule.bidsMin)
  const rule = reached.reduce((best, each) => (each.bidsMin > best.bidsMin ? each : best), {
    bidsMin: 0,
    dropHigh: 0,
    dropLow: 0,
  })
  return order.slice(rule.dropLow, order.length - rule.dropHigh)
}

/** Base price D in fen: mean of the prices that count × K, rounded HALF_UP. */
export function basePriceFen(counted: Price[], k: Decimal): bigint {
  const sum = counted.reduce((total, each) => total + each.fen, 0n)
  return divideHalfUp(sum * k.units, BigInt(counted.length) * 10n ** BigInt(k.scale))
}

/** Price score, rounded once, HALF_UP to two decimals, never below zero. */
export function priceScore(fen: bigint, base: bigint, method: MethodMa): Decimal {
  const slope = fen > base ? method.e1 : method.e2
  const distance = fen > base ? fen - base : base - fen
  const scale = 10n ** BigInt(slope.scale)
  const full = 10n ** BigInt(method.fullScore.scale)
  const numerator = method.fullScore.units * base * scale - distance * 100n * slope.units * full
  const units = divideHalfUp(numerator * 100n, base * scale * full)
  return { units: units < 0n ? 0n : units, scale: 2 }
}
