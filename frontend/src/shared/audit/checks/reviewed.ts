import { drawnOrder } from '@/shared/trust/priceDraw'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import type { Price } from '../priceMethod'
import { byReviewedPrice, reviewedPrices, type Adjustment, type ReviewedOffer } from '../reviewedPrices'

const FOREIGN = ['basePriceFen', 'prices', 'totals']

/** Reviewed prices (评标价): every step, sum and rank of `evaluation/scored` in method M-E, worked out again. */
export function checkReviewed(dossier: Dossier, entry: Entry, prices: Price[], seed: Field): void {
  const body = dossier.body(entry)
  for (const field of FOREIGN)
    demand(body.get(field).isMissing, body.get(field).path, 'scores-in-a-method-that-has-none')
  const rules = body.get('method').get('adjustments').items.map(adjustmentOf)
  const bids = reviewedPrices(rules, offersOf(dossier, entry, prices, rules))
  const ranked = byReviewedPrice(
    bids,
    drawnOrder(
      seed.bytes(32),
      bids.map(({ bidId }) => bidId),
    ),
  )
  for (const line of body.get('reviewed').items) {
    const bid = bids.find(({ bidId }) => bidId === line.get('bidId').said)!
    const steps = line.get('steps')
    const inOrder = steps.items.map((step) => step.get('code').said).join(' ')
    demand(
      steps.items.length === rules.length && inOrder === rules.map(({ code }) => code).join(' '),
      steps.path,
      'not-the-declared-adjustments-in-order',
      inOrder,
    )
    steps.items.forEach((step, i) => {
      checkFen(step.get('amountFen'), bid.steps[i]!.fen, 'another-amount-of-an-adjustment')
    })
    checkFen(line.get('reviewedFen'), bid.reviewed, 'another-reviewed-price')
    line.get('rank').equals(1 + ranked.indexOf(bid), 'another-rank')
  }
}

function checkFen(field: Field, expected: bigint, reason: string): void {
  const holds = Number.isSafeInteger(field.value) && BigInt(field.value as number) === expected
  demand(holds, field.path, reason, field.value, expected)
}

/** An adjustment as it was published; its form is held here, because the platform may have published anything. */
export function adjustmentOf(rule: Field): Adjustment {
  const [code, kind] = [rule.get('code').said, rule.get('kind').value]
  switch (kind) {
    case 'OMISSION':
      return { code, kind }
    case 'DURATION':
      return {
        code,
        kind,
        baseDays: rule.get('baseDays').number(),
        laterFen: rule.get('laterFen').number(),
        earlierFen: rule.get('earlierFen').number(),
      }
    case 'DEVIATION': {
      const amount = rule.get('amountFen')
      demand(Number.isSafeInteger(amount.value), amount.path, 'not-a-number', amount.value)
      return { code, kind, amountFen: amount.value as number }
    }
    case 'SHARE':
      return { code, kind, percent: rule.get('percent').decimal() }
    default:
      demand(false, rule.path, 'an-adjustment-of-no-known-kind', kind)
  }
}

/** What was opened and found of each valid bid: of each bid and adjustment the last carried word. */
export function offersOf(dossier: Dossier, scored: Entry, prices: Price[], rules: Adjustment[]): ReviewedOffer[] {
  const lines = new Map<string, Field>()
  for (const entry of dossier.all('evaluation/found')) {
    const body = dossier.body(entry)
    if (entry.n > scored.n || body.get('carried').value !== true) continue
    for (const line of body.get('lines').items) lines.set(`${line.get('bidId').said} ${body.get('code').said}`, line)
  }
  return prices.map(({ bidId, fen }) => {
    const offer: ReviewedOffer = { bidId, fen, days: daysOf(dossier, bidId), counts: new Map(), quotes: new Map() }
    for (const { code, kind } of rules) {
      if (kind === 'DURATION') continue
      const line = lines.get(`${bidId} ${code}`)
      demand(line !== undefined, scored.object, 'nothing-found-of-a-bid', code)
      if (kind !== 'OMISSION') offer.counts.set(code, line.get('count').number())
      else if (!line.get('quoteFen').isNull) offer.quotes.set(code, BigInt(line.get('quoteFen').number()))
    }
    return offer
  })
}

function daysOf(dossier: Dossier, bidId: string): number {
  const opened = dossier.first('lot/opened')
  const results = opened ? dossier.body(opened).get('results').items : []
  const result = results.find((each) => each.get('bidId').value === bidId)
  demand(result !== undefined, opened?.object ?? '', 'a-bid-without-a-duration', bidId)
  return result.get('bid').get('durationDays').number()
}
