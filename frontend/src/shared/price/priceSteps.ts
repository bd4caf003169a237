import { divideHalfUp, decimal, show, type Decimal } from '@/shared/audit/decimal'
import {
  abcParts,
  basePriceFen,
  baseRuleOf,
  countedPrices,
  orderedPrices,
  priceScore,
  type AbcParts,
  type Dropped,
  type Price,
  type Trim,
} from '@/shared/audit/priceMethod'

import type { PublishedAdjustment } from './reviewedSteps'

/** Price methods that a tender can have (评标办法). */
export const METHODS = ['M-A', 'M-B', 'M-C', 'M-D', 'M-E'] as const
export type MethodCode = (typeof METHODS)[number]

/** A trimming rule as it is published: numbers, or shares in per cent. */
export interface PublishedTrim {
  bidsMin: number
  dropHigh?: number
  dropLow?: number
  dropHighPercent?: string | null
  dropLowPercent?: string | null
}

/** A price method as it is published (evidence.md section 10). */
export interface PublishedMethod {
  code: MethodCode
  fullScore: string
  e1: string
  e2: string
  k: string[]
  trim: PublishedTrim[]
  k1?: string | null
  k2?: string | null
  delta?: string[]
  /** Which price counts after an arithmetic correction that binds (修正价取用规则); the one read out where it is missing. */
  correction?: { ceiling: 'SUNG' | 'CORRECTED'; score: 'SUNG' | 'CORRECTED' } | null
  /** M-E: what is added to a bid price or taken off (量化因素). */
  adjustments?: PublishedAdjustment[]
  /** Rules for blind technical files (暗标编制要求); nothing where they are not blind. */
  blind?: BlindRule | null
}

/** How a blind technical file is written, and what follows from a breach. */
export interface BlindRule {
  pagesMax: number
  fonts: string[]
  sizesPt: string[]
  /** Distances from line to line that may be used, in points; any where there is none. */
  linesPt?: string[]
  marginMm: number
  breach: 'REJECT' | 'ZERO' | 'NONE'
}

/** A price of a bid, in fen. */
export interface Offer {
  bidId: string
  priceFen: number
}

/** What prices are scored from. */
export interface PriceInput {
  method: PublishedMethod
  ceilingFen: number
  /** The number that was drawn. */
  k: string
  /** M-D: Δ as it was drawn, and the choice of B among bids. */
  delta?: string | null
  drawn?: (bidIds: string[]) => string
  offers: Offer[]
}

/** One bid's way to its score. */
export interface ScoreLine extends Offer {
  counted: boolean
  /** Per cent above or below the base price, with six decimals. */
  deviation: string
  formula: string
  score: string
}

/** Every step from the prices to the scores, exact in integers and with amounts in yuan for reading. */
export interface PriceSteps {
  highest: Offer[]
  lowest: Offer[]
  counted: number
  mean: string
  /** M-D: lower limit of the range, bids in range, and A, B, C. */
  parts?: { limit: string; inRange: number; aFormula: string; a: string; b: Offer; c: Offer }
  formula: string
  baseFen: number
  lines: ScoreLine[]
}

const number = (text: string | null | undefined) => decimal(text ?? '', 'method')
const offerOf = ({ bidId, fen }: Price): Offer => ({ bidId, priceFen: Number(fen) })
const sumOf = (prices: Price[]) => prices.reduce((total, each) => total + each.fen, 0n)

/** A published rule, ready to be applied. */
export function trimOf({ bidsMin, dropHigh, dropLow, dropHighPercent, dropLowPercent }: PublishedTrim): Trim {
  const of = (count?: number, share?: string | null): Dropped => (share ? number(share) : (count ?? 0))
  return { bidsMin, dropHigh: of(dropHigh, dropHighPercent), dropLow: of(dropLow, dropLowPercent) }
}

/** All steps; nothing without prices or for an unknown method. */
export function priceStepsOf(input: PriceInput): PriceSteps | undefined {
  const { method, ceilingFen } = input
  const prices = input.offers.map(({ bidId, priceFen }): Price => ({ bidId, fen: BigInt(priceFen) }))
  const counted = countedPrices(prices, method.trim.map(trimOf))
  if (counted.length === 0) return undefined
  const parts = partsOf(input, prices, counted)
  const ceiling = { units: BigInt(ceilingFen), scale: 0 }
  const factors = () => ({ k1: number(method.k1), k2: number(method.k2), ceiling })
  const rule = baseRuleOf(method.code, number(input.k), factors, () => parts!)
  if (!rule || (method.code === 'M-D' && !parts)) return undefined
  const base = basePriceFen(counted, rule)
  const order = orderedPrices(prices)
  const place = (price?: Price) => order.findIndex(({ bidId }) => bidId === price?.bidId)
  const mean = yuanOf(sumOf(counted), BigInt(counted.length))
  return {
    lowest: order.slice(0, place(counted[0])).map(offerOf),
    highest: order.slice(place(counted.at(-1)) + 1).map(offerOf),
    counted: counted.length,
    mean,
    parts: parts && shownParts(input, counted, parts),
    formula: formulaOf(input, mean, parts),
    baseFen: Number(base),
    lines: input.offers.map((offer) => lineOf(offer, base, method, counted)),
  }
}

function partsOf({ method, ceilingFen, delta, drawn }: PriceInput, prices: Price[], counted: Price[]) {
  if (method.code !== 'M-D' || !delta || !drawn) return undefined
  return abcParts(prices, counted, BigInt(ceilingFen), number(delta), drawn)
}

function shownParts({ ceilingFen, delta }: PriceInput, counted: Price[], { a, b, c, inRange }: AbcParts) {
  const size = BigInt(counted.length)
  const ceiling = BigInt(ceilingFen)
  return {
    limit: yuanOf(sumOf(counted) * 525n + ceiling * 225n * size, size * 1000n),
    inRange: inRange.length,
    aFormula: `${yuanOf(ceiling)} × (1 − ${delta})`,
    a: yuanOf(a.units, 10n ** BigInt(a.scale)),
    b: offerOf(b),
    c: offerOf(c),
  }
}

function formulaOf({ method, k, ceilingFen }: PriceInput, mean: string, parts?: AbcParts): string {
  if (method.code === 'M-B') return `${mean} × (1 − ${k})`
  if (method.code === 'M-C')
    return `${mean} × ${method.k1} × ${k} + ${yuanOf(BigInt(ceilingFen))} × ${method.k2} × (1 − ${k})`
  if (!parts) return `${mean} × ${k}`
  const a = yuanOf(parts.a.units, 10n ** BigInt(parts.a.scale))
  return `(${a} × 50% + ${yuanOf(parts.b.fen)} × 30% + ${yuanOf(parts.c.fen)} × 20%) × ${k}`
}

function lineOf(offer: Offer, base: bigint, method: PublishedMethod, counted: Price[]): ScoreLine {
  const fen = BigInt(offer.priceFen)
  const slope = fen > base ? method.e1 : method.e2
  const scoring = { fullScore: number(method.fullScore), e1: number(method.e1), e2: number(method.e2), trim: [] }
  const deviation: Decimal = { units: divideHalfUp((fen - base) * 100_000_000n, base), scale: 6 }
  return {
    ...offer,
    counted: counted.some(({ bidId }) => bidId === offer.bidId),
    deviation: show(deviation),
    formula: `${method.fullScore} − ${show(deviation).replace('-', '')} × ${slope}`,
    score: show(priceScore(fen, base, scoring)),
  }
}

/** An amount of fen in yuan with two to six decimals. */
function yuanOf(fen: bigint, divisor = 1n): string {
  const millionths = divideHalfUp(fen * 10_000n, divisor)
  const fraction = String(millionths % 1_000_000n).padStart(6, '0')
  return `${(millionths / 1_000_000n).toLocaleString('en-US')}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, '')}`
}

/** The file from which `./qifeng score` computes the same again (docs/price-methods.md). */
export function scoreFileOf(input: PriceInput, steps: PriceSteps, nameOf: (bidId: string) => string): object {
  const { method, k, ceilingFen } = input
  const coefficients = {
    'M-A': { k },
    'M-B': { discount: k },
    'M-C': { k1: method.k1, k2: method.k2, q1: k },
    'M-E': {},
    'M-D': { delta: input.delta, k, drawn: steps.parts && nameOf(steps.parts.b.bidId) },
  }[method.code]
  const yuan = (fen: number) => show({ units: BigInt(fen), scale: 2 })
  return {
    method: method.code,
    fullScore: method.fullScore,
    e1: method.e1,
    e2: method.e2,
    trim: method.trim.map(({ bidsMin, dropHigh, dropLow, dropHighPercent, dropLowPercent }) =>
      dropHighPercent ? { bidsMin, dropHighPercent, dropLowPercent } : { bidsMin, dropHigh, dropLow },
    ),
    coefficients,
    ceiling: yuan(ceilingFen),
    prices: input.offers.map(({ bidId, priceFen }) => ({ bidder: nameOf(bidId), price: yuan(priceFen) })),
  }
}
