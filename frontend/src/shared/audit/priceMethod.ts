import { divideHalfUp, minus, plus, times, ONE, ZERO, type Decimal } from './decimal'

/** Parameters of a price method (evidence.md section 10). */
export interface PriceMethod {
  fullScore: Decimal
  e1: Decimal
  e2: Decimal
  trim: Trim[]
}

/** How many bids leave the mean: a number of them, or a share in per cent. */
export type Dropped = number | Decimal

/** From how many bids on the highest and lowest prices leave the mean. */
export interface Trim {
  bidsMin: number
  dropHigh: Dropped
  dropLow: Dropped
}

/** A share is rounded HALF_UP to whole bids. */
export function droppedOf(dropped: Dropped, bids: number): number {
  if (typeof dropped === 'number') return dropped
  return Number(divideHalfUp(dropped.units * BigInt(bids), 100n * 10n ** BigInt(dropped.scale)))
}

/** A valid bid with its price in fen. */
export interface Price {
  bidId: string
  fen: bigint
}

/** Bids whose price counts in the mean: the rule with the largest reached `bidsMin` drops highest and lowest. */
export function countedPrices(prices: Price[], trim: Trim[]): Price[] {
  const order = orderedPrices(prices)
  const reached = trim.filter((rule) => prices.length >= rule.bidsMin)
  const none: Trim = { bidsMin: 0, dropHigh: 0, dropLow: 0 }
  const rule = reached.reduce((best, each) => (each.bidsMin > best.bidsMin ? each : best), none)
  const [low, high] = [droppedOf(rule.dropLow, order.length), droppedOf(rule.dropHigh, order.length)]
  return order.slice(low, Math.max(low, order.length - high))
}

/** Lowest price first; of equal prices the later id is the higher. */
export function orderedPrices(prices: Price[]): Price[] {
  return [...prices].sort((a, b) => (a.fen === b.fen ? (a.bidId < b.bidId ? -1 : 1) : a.fen < b.fen ? -1 : 1))
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

/** What the base price of method M-D is made of: A in fen, and who is in range, lowest first. */
export interface AbcParts {
  a: Decimal
  inRange: Price[]
  b: Price
  c: Price
}

/**
 * The parts of method M-D. In range is a price from (mean × 0.7 + ceiling × 0.3) × 0.75 to the ceiling, compared without a
 * quotient; every price where there is none.
 *
 * @param drawn chooses B among bids
 */
export function abcParts(
  prices: Price[],
  counted: Price[],
  ceiling: bigint,
  delta: Decimal,
  drawn: (bidIds: string[]) => string,
): AbcParts {
  const size = BigInt(counted.length)
  const limit = sumOf(counted) * 525n + ceiling * 225n * size
  const all = orderedPrices(prices)
  const reaching = all.filter(({ fen }) => fen <= ceiling && fen * size * 1000n >= limit)
  const inRange = reaching.length > 0 ? reaching : all
  const others = inRange.length > 1 ? inRange.slice(1) : inRange
  const id = drawn(others.map(({ bidId }) => bidId))
  const b = others.find(({ bidId }) => bidId === id)!
  return { a: times({ units: ceiling, scale: 0 }, minus(ONE, delta)), inRange, b, c: inRange[0]! }
}

const sumOf = (prices: Price[]) => prices.reduce((total, each) => total + each.fen, 0n)
const share = ({ fen }: Price, tenths: bigint): Decimal => ({ units: fen * tenths, scale: 1 })

/** The rule of a method with the number that was drawn; nothing for an unknown method. */
export function baseRuleOf(
  code: unknown,
  drawn: Decimal,
  factors: () => Factors,
  parts: () => AbcParts,
): BaseRule | undefined {
  if (code === 'M-A') return { factor: drawn, addend: ZERO }
  if (code === 'M-B') return { factor: minus(ONE, drawn), addend: ZERO }
  if (code === 'M-D') {
    const { a, b, c } = parts()
    const blend = plus(plus(times(a, { units: 5n, scale: 1 }), share(b, 3n)), share(c, 2n))
    return { factor: ZERO, addend: times(blend, drawn) }
  }
  if (code !== 'M-C') return undefined
  const { k1, k2, ceiling } = factors()
  return { factor: times(k1, drawn), addend: times(times(ceiling, k2), minus(ONE, drawn)) }
}

/** Base price D in fen, rounded HALF_UP once. */
export function basePriceFen(counted: Price[], { factor, addend }: BaseRule): bigint {
  const sum = sumOf(counted)
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
