import { divideHalfUp, minus, times, ONE, ZERO, type Decimal } from './decimal'

/** Parameters of a price method (evidence.md section 10). */
export interface PriceMethod {
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
export function countedPrices(prices: Price[], trim: PriceMethod['trim']): Price[] {
  const order = [...prices].sort((a, b) => (a.fen === b.fen ? (a.bidId < b.bidId ? -1 : 1) : a.fen < b.fen ? -1 : 1))
  const reached = trim.filter((rule) => prices.length >= rule.bidsMin)
  const rule = reached.reduce((best, each) => (each.bidsMin > best.bidsMin ? each : best), {
    bidsMin: 0,
    dropHigh: 0,
    dropLow: 0,
  })
  return order.slice(rule.dropLow, order.length - rule.dropHigh)
}

/** How the base price comes out of the mean: mean × factor + addend, the addend in fen. */
export interface BaseRule {
  factor: Decimal
  addend: Decimal
}

/** What method M-C takes besides the drawn weight; the ceiling in fen. */
export interface Factors {
  k1: Decimal
  k2: Decimal
  ceiling: Decimal
}

/** The rule of a method with the number that was drawn; nothing for an unknown method. */
export function baseRuleOf(code: unknown, drawn: Decimal, factors: () => Factors): BaseRule | undefined {
  if (code === 'M-A') return { factor: drawn, addend: ZERO }
  if (code === 'M-B') return { factor: minus(ONE, drawn), addend: ZERO }
  if (code !== 'M-C') return undefined
  const { k1, k2, ceiling } = factors()
  return { factor: times(k1, drawn), addend: times(times(ceiling, k2), minus(ONE, drawn)) }
}

/** Base price D in fen, rounded HALF_UP once. */
export function basePriceFen(counted: Price[], { factor, addend }: BaseRule): bigint {
  const sum = counted.reduce((total, each) => total + each.fen, 0n)
  const size = BigInt(counted.length)
  const numerator = sum * factor.units * 10n ** BigInt(addend.scale) + addend.units * size * 10n ** BigInt(factor.scale)
  return divideHalfUp(numerator, size * 10n ** BigInt(factor.scale + addend.scale))
}

/** Price score, rounded once, HALF_UP to two decimals, never below zero. */
export function priceScore(fen: bigint, base: bigint, method: PriceMethod): Decimal {
  const slope = fen > base ? method.e1 : method.e2
  const distance = fen > base ? fen - base : base - fen
  const scale = 10n ** BigInt(slope.scale)
  const full = 10n ** BigInt(method.fullScore.scale)
  const numerator = method.fullScore.units * base * scale - distance * 100n * slope.units * full
  const units = divideHalfUp(numerator * 100n, base * scale * full)
  return { units: units < 0n ? 0n : units, scale: 2 }
}
