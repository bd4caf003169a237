import { divideHalfUp, type Decimal } from './decimal'

/** One adjustment that a tender document declares for method M-E (量化因素), and what it comes to; amounts in fen. */
export type Adjustment = { code: string } & (
  | { kind: 'OMISSION' }
  | { kind: 'DURATION'; baseDays: number; laterFen: number; earlierFen: number }
  | { kind: 'DEVIATION'; amountFen: number }
  | { kind: 'SHARE'; percent: Decimal }
)

/** What is known of a valid bid: its price in fen, the days that it offers, and what was found by code. */
export interface ReviewedOffer {
  bidId: string
  fen: bigint
  days: number
  counts: Map<string, number>
  /** An item that the bid leaves out is not there. */
  quotes: Map<string, bigint>
}

/** A bid as reviewed: what each adjustment comes to, in the order of the document, and the sum, in fen. */
export interface ReviewedBid {
  bidId: string
  fen: bigint
  steps: { code: string; fen: bigint }[]
  reviewed: bigint
}

/** Reviewed prices (评标价): the bid price with each adjustment (evidence.md section 10). */
export function reviewedPrices(rules: Adjustment[], offers: ReviewedOffer[]): ReviewedBid[] {
  return offers.map((offer) => {
    const steps = rules.map((rule) => ({ code: rule.code, fen: amountOf(rule, offer, offers) }))
    return { bidId: offer.bidId, fen: offer.fen, steps, reviewed: steps.reduce((sum, { fen }) => sum + fen, offer.fen) }
  })
}

/** The lowest reviewed price first, of equals the lower bid price, then the earlier in `lots`. */
export function byReviewedPrice(bids: ReviewedBid[], lots: string[]): ReviewedBid[] {
  const less = (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1)
  return [...bids].sort(
    (a, b) => less(a.reviewed, b.reviewed) || less(a.fen, b.fen) || lots.indexOf(a.bidId) - lots.indexOf(b.bidId),
  )
}

function amountOf(rule: Adjustment, offer: ReviewedOffer, offers: ReviewedOffer[]): bigint {
  const count = BigInt(offer.counts.get(rule.code) ?? 0)
  switch (rule.kind) {
    case 'OMISSION':
      return offer.quotes.has(rule.code) ? 0n : highest(rule.code, offers)
    case 'DURATION': {
      const beyond = offer.days - rule.baseDays
      return BigInt(beyond > 0 ? rule.laterFen : rule.earlierFen) * BigInt(beyond)
    }
    case 'DEVIATION':
      return BigInt(rule.amountFen) * count
    case 'SHARE':
      return divideHalfUp(offer.fen * rule.percent.units * count, 100n * 10n ** BigInt(rule.percent.scale))
  }
}

const highest = (code: string, offers: ReviewedOffer[]) =>
  offers.reduce((most, { quotes }) => {
    const quote = quotes.get(code) ?? 0n
    return quote > most ? quote : most
  }, 0n)
