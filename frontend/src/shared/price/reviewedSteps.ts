import { decimal, show } from '@/shared/audit/decimal'
import { byReviewedPrice, reviewedPrices, type Adjustment, type ReviewedOffer } from '@/shared/audit/reviewedPrices'

/** Kinds of adjustments (量化因素类别), by how an amount comes about. */
export const ADJUSTMENT_KINDS = ['OMISSION', 'DURATION', 'DEVIATION', 'SHARE'] as const
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number]

/** An adjustment (量化因素) of method M-E as it is published; numbers of another kind are missing. */
export interface PublishedAdjustment {
  code: string
  name: string
  basis: string
  kind: AdjustmentKind
  amountFen?: number | null
  percent?: string | null
  baseDays?: number | null
  laterFen?: number | null
  earlierFen?: number | null
}

/** What is found of a bid for an adjustment: how many deviations, or its quote; no quote is an omission. */
export interface FoundLine {
  bidId: string
  count: number | null
  quoteFen: number | null
  page: string
}

/** What reviewed prices are computed from. */
export interface ReviewInput {
  adjustments: PublishedAdjustment[]
  offers: { bidId: string; priceFen: number; days: number }[]
  /** Carried findings in their order; a later one replaces what it says again of a bid. */
  found: { code: string; lines: FoundLine[] }[]
  /** Bids in the order that breaks a tie. */
  lots: string[]
}

/** One bid's way to its reviewed price. */
export interface ReviewLine {
  bidId: string
  priceFen: number
  steps: { code: string; amountFen: number; line?: FoundLine }[]
  reviewedFen: number
  rank: number
}

/** The way to every reviewed price (评标价计算过程), the first in rank first; nothing while something is not found. */
export function reviewLinesOf(input: ReviewInput): ReviewLine[] | undefined {
  const lines = linesOf(input)
  const needed = input.adjustments.filter(({ kind }) => kind !== 'DURATION')
  const whole = input.offers.every(({ bidId }) => needed.every(({ code }) => lines.has(`${bidId} ${code}`)))
  if (!whole || input.offers.length === 0) return undefined
  const bids = reviewedPrices(
    input.adjustments.map(ruleOf),
    input.offers.map((offer) => offerOf(offer, needed, lines)),
  )
  return byReviewedPrice(bids, input.lots).map(({ bidId, fen, steps, reviewed }, i) => ({
    bidId,
    priceFen: Number(fen),
    steps: steps.map((step) => ({
      code: step.code,
      amountFen: Number(step.fen),
      line: lines.get(`${bidId} ${step.code}`),
    })),
    reviewedFen: Number(reviewed),
    rank: i + 1,
  }))
}

function linesOf({ found }: ReviewInput): Map<string, FoundLine> {
  return new Map(found.flatMap(({ code, lines }) => lines.map((line) => [`${line.bidId} ${code}`, line] as const)))
}

function offerOf(
  { bidId, priceFen, days }: ReviewInput['offers'][number],
  needed: PublishedAdjustment[],
  lines: Map<string, FoundLine>,
): ReviewedOffer {
  const offer: ReviewedOffer = { bidId, fen: BigInt(priceFen), days, counts: new Map(), quotes: new Map() }
  for (const { code } of needed) {
    const { count, quoteFen } = lines.get(`${bidId} ${code}`)!
    if (count !== null) offer.counts.set(code, count)
    if (quoteFen !== null) offer.quotes.set(code, BigInt(quoteFen))
  }
  return offer
}

function ruleOf({ code, kind, amountFen, percent, baseDays, laterFen, earlierFen }: PublishedAdjustment): Adjustment {
  if (kind === 'DURATION')
    return { code, kind, baseDays: baseDays ?? 0, laterFen: laterFen ?? 0, earlierFen: earlierFen ?? 0 }
  if (kind === 'DEVIATION') return { code, kind, amountFen: amountFen ?? 0 }
  return kind === 'SHARE' ? { code, kind, percent: decimal(percent ?? '', code) } : { code, kind }
}

/** An amount of either sign in yuan, as a decimal. */
const yuan = (fen: number) => show({ units: BigInt(fen), scale: 2 })

/**
 * The file from which `./qifeng score` computes the same again (docs/price-methods.md): quotes as they were found, so that
 * omissions are priced there, and all other amounts in one sum.
 */
export function reviewFileOf(input: ReviewInput, review: ReviewLine[], nameOf: (bidId: string) => string): object {
  const omissions = input.adjustments.filter(({ kind }) => kind === 'OMISSION').map(({ code }) => code)
  return {
    method: 'M-E',
    prices: review.map(({ bidId, priceFen, steps }) => {
      const quoted = steps.filter(({ line }) => line?.quoteFen !== null && line?.quoteFen !== undefined)
      const rest = steps.filter(({ code }) => !omissions.includes(code))
      return {
        bidder: nameOf(bidId),
        price: yuan(priceFen),
        items: Object.fromEntries(quoted.map(({ code, line }) => [code, yuan(line!.quoteFen!)])),
        adjustment: yuan(rest.reduce((sum, { amountFen }) => sum + amountFen, 0)),
      }
    }),
  }
}
