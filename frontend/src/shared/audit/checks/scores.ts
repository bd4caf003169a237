import { drawnBid, drawnDelta } from '@/shared/trust/priceDraw'
import { demand } from '../broken'
import { equal, plus, show, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import {
  abcParts,
  basePriceFen,
  baseRuleOf,
  countedPrices,
  priceScore,
  type AbcParts,
  type BaseRule,
  type Dropped,
  type Price,
  type PriceMethod,
} from '../priceMethod'
import { scoredPrices } from './corrections'
import { isReviewed } from './findings'
import { checkReviewed } from './reviewed'
import { reviewBegin, reviewsOf } from './reviews'
import { labelSeed } from './sheets'
import { checkTechnical } from './technical'

/** Scores: prices as opened, coefficient as drawn, method as published, every score computed again. */
export async function checkScores(dossier: Dossier): Promise<number> {
  let scored = 0
  for (const review of reviewsOf(dossier)) {
    const begin = reviewBegin(review, Infinity)
    const own = review.all('evaluation/scored').find((entry) => entry.n > begin)
    scored = own ? checkScored(review, own) : 0
    if (own) labelSeed(review, own)
  }
  return scored
}

function checkScored(dossier: Dossier, entry: Entry): number {
  const body = dossier.body(entry)
  const prices = checkPrices(dossier, body)
  const seed = checkCoefficient(dossier, body)
  if (isReviewed(dossier)) return checkReview(dossier, entry, prices, seed)
  const base = checkPriceScores(dossier, entry, body, prices, seed)
  const technical = checkTechnical(dossier, entry)
  for (const list of ['prices', 'technical', 'totals']) checkLines(body.get(list), prices)
  for (const total of body.get('totals').items) {
    const bidId = total.get('bidId').said
    const sum = plus(scoreOf(body.get('prices'), bidId), scoreOf(body.get('technical'), bidId))
    const holds = equal(sum, total.get('score').decimal())
    demand(holds, total.path, 'not-price-score-plus-technical-score', total.get('score').value, show(sum))
  }
  if (!technical) dossier.attested.push('technical-scores')
  demand(base > 0n, entry.object, 'no-base-price')
  return body.get('totals').items.length
}

/** Method M-E, where nothing is scored. */
function checkReview(dossier: Dossier, entry: Entry, prices: Price[], seed: Field): number {
  const body = dossier.body(entry)
  for (const list of ['technical', 'reviewed']) checkLines(body.get(list), prices)
  checkReviewed(dossier, entry, prices, seed)
  if (!checkTechnical(dossier, entry)) dossier.attested.push('passed-items')
  return prices.length
}

/** Each valid bid once, in the order of their ids. */
function checkLines(list: Field, prices: Price[]): void {
  const expected = prices.map((price) => price.bidId).sort()
  const seen = list.items.map((line) => line.get('bidId').said)
  const exact = seen.length === expected.length && seen.every((bidId, i) => bidId === expected[i])
  demand(exact, list.path, 'not-exactly-the-valid-bids-in-order', seen.join(' '), expected.join(' '))
}

function checkPrices(dossier: Dossier, body: Field): Price[] {
  const opened = scoredPrices(dossier)
  const input = body.get('input').get('prices')
  const prices = input.items.map((line) => {
    const [bidId, fen] = [line.get('bidId').said, line.get('priceFen').count]
    const holds = opened.get(bidId) === fen
    demand(holds, line.path, 'not-the-price-that-was-opened', fen, opened.get(bidId) ?? '')
    return { bidId, fen: BigInt(fen) }
  })
  const exact = prices.length === opened.size && new Set(prices.map((price) => price.bidId)).size === opened.size
  demand(exact, input.path, 'not-exactly-the-valid-bids', prices.length, opened.size)
  return prices
}

/** The coefficient, and in method M-D Δ out of the same seed; gives that seed. */
function checkCoefficient(dossier: Dossier, body: Field): Field {
  const k = body.get('input').get('k')
  const drawn = dossier.all('draw/result').find((result) => {
    const values = dossier.body(result).get('values').items
    return values.length === 1 && values[0]!.is(k) && isOfCoefficient(dossier, result)
  })
  demand(drawn !== undefined, k.path, 'not-the-coefficient-that-was-drawn', k.value)
  const method = body.get('method')
  method.equalsField(dossier.publication.get('method'), 'not-the-method-that-was-published')
  const seed = dossier.body(drawn).get('seed')
  if (method.get('code').value === 'M-D') checkDelta(body, seed)
  return seed
}

function checkDelta(body: Field, seed: Field): void {
  const pool = body.get('method').get('delta')
  demand(pool.items.length > 0, pool.path, 'no-set-to-draw-from')
  const drawn = drawnDelta(
    seed.bytes(32),
    pool.items.map((each) => each.said),
  )
  body.get('input').get('delta').equals(drawn, 'not-the-delta-that-was-drawn')
}

function isOfCoefficient(dossier: Dossier, result: Entry): boolean {
  return dossier.all('draw/opened').some((draw) => {
    const body = dossier.body(draw)
    return body.get('purpose').value === 'COEFFICIENT' && body.get('drawId').is(dossier.body(result).get('drawId'))
  })
}

interface Basis {
  prices: Price[]
  counted: Price[]
  seed: Field
}

/** By the published method and what was drawn. */
function baseRule(dossier: Dossier, entry: Entry, body: Field, basis: Basis): BaseRule {
  const method = body.get('method')
  const code = method.get('code')
  const ceiling = () => BigInt(dossier.publication.get('lot').get('ceilingFen').number())
  const rule = baseRuleOf(
    code.value,
    body.get('input').get('k').decimal(),
    () => ({
      k1: method.get('k1').decimal(),
      k2: method.get('k2').decimal(),
      ceiling: { units: ceiling(), scale: 0 },
    }),
    () => checkParts(body, ceiling(), basis),
  )
  demand(rule !== undefined, entry.object, 'an-unknown-method', code.value)
  return rule
}

function checkParts(body: Field, ceiling: bigint, { prices, counted, seed }: Basis): AbcParts {
  const delta = body.get('input').get('delta').decimal()
  const parts = abcParts(prices, counted, ceiling, delta, (bidIds) => drawnBid(seed.bytes(32), bidIds))
  body.get('input').get('drawn').equals(parts.b.bidId, 'not-the-bid-that-was-drawn')
  return parts
}

function methodOf(method: Field): PriceMethod {
  return {
    fullScore: method.get('fullScore').decimal(),
    e1: method.get('e1').decimal(),
    e2: method.get('e2').decimal(),
    trim: method.get('trim').items.map((rule) => ({
      bidsMin: rule.get('bidsMin').number(),
      dropHigh: dropped(rule, 'dropHigh'),
      dropLow: dropped(rule, 'dropLow'),
    })),
  }
}

function dropped(rule: Field, name: string): Dropped {
  const share = rule.get(`${name}Percent`)
  return share.isMissing ? rule.get(name).number() : share.decimal()
}

function checkPriceScores(dossier: Dossier, entry: Entry, body: Field, prices: Price[], seed: Field): bigint {
  const method = methodOf(body.get('method'))
  const counted = countedPrices(prices, method.trim)
  demand(counted.length > 0, entry.object, 'nothing-left-after-trimming')
  const named = body.get('input').get('counted')
  const ids = named.items.map((each) => each.said)
  const exact = ids.length === counted.length && counted.every((each) => ids.includes(each.bidId))
  demand(exact, named.path, 'not-the-bids-that-count', ids.join(' '))
  const base = basePriceFen(counted, baseRule(dossier, entry, body, { prices, counted, seed }))
  const given = body.get('basePriceFen')
  demand(given.count >= 0 && BigInt(given.count) === base, given.path, 'another-base-price', given.value, base)
  for (const line of body.get('prices').items) {
    const price = prices.find((each) => each.bidId === line.get('bidId').said)
    demand(price !== undefined, body.get('prices').path, 'not-exactly-the-valid-bids-in-order')
    const expected = priceScore(price.fen, base, method)
    const score = line.get('score')
    demand(equal(expected, score.decimal()), line.path, 'another-price-score', score.value, show(expected))
  }
  return base
}

function scoreOf(list: Field, bidId: string): Decimal {
  const line = list.items.find((each) => each.get('bidId').value === bidId)
  demand(line !== undefined, list.path, 'no-score', '', bidId)
  return line.get('score').decimal()
}
