import { isBlank } from '../blank'
import { Broken, demand } from '../broken'
import { atMost, compare, decimal, equal, meanOf, minus, ONE, plus, times, ZERO, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { isReviewed } from './findings'
import { isBlindTender, screenedBefore } from './screening'
import { bidUnder, revealed, revealerOf } from './sheets'

const LOW: Decimal = { units: 40n, scale: 2 }
const HIGH: Decimal = { units: 95n, scale: 2 }
const TOLERANCE: Decimal = { units: 25n, scale: 2 }

/** Breaks on a sheet with extreme points and no reason for them (畸高畸低, docs/evidence.md section 10). */
export function checkOwnReasons(dossier: Dossier, reveal: Entry): void {
  const passing = isReviewed(dossier)
  const [low, high] = passing ? [ZERO, ONE] : [LOW, HIGH]
  const full = dossier.publication
    .get('criteria')
    .items.reduce((sum, each) => plus(sum, each.get('max').decimal()), ZERO)
  for (const bid of revealed(dossier, reveal).get('sheet').get('bids').items) {
    const total = totalOf(bid, reveal)
    const poor = compare(total, times(low, full)) < 0
    const rich = compare(total, times(high, full)) > 0
    for (const item of bid.get('items').items) {
      const criterion = criterionOf(dossier, item)
      if (!isJudged(criterion) || isExplained(item)) continue
      const max = criterion.get('max').decimal()
      const points = pointsOf(item, reveal)
      const owes =
        points.units === 0n ||
        (poor && compare(points, times(low, max)) < 0) ||
        (rich && compare(points, times(high, max)) > 0)
      const place = `${bid.get('label').said} ${item.get('item').said}`
      demand(!owes, reveal.object, 'extreme-points-without-a-reason', place)
    }
  }
}

/**
 * Breaks where members give other points of fact, and, in the first round, on a total far from the mean without a word on any
 * item of judgement. Takes the sheets that count.
 */
export function checkAgainstOthers(dossier: Dossier, scored: Entry, sheets: Entry[]): void {
  const totals = new Map<string, { sheet: Entry; points: Decimal; explained: boolean }[]>()
  const facts = new Map<string, Decimal>()
  for (const sheet of sheets) {
    const bidOf = bidUnder(dossier, scored, revealerOf(dossier, sheet))
    for (const bid of revealed(dossier, sheet).get('sheet').get('bids').items) {
      const bidId = bidOf(bid.get('label').said) ?? ''
      const items = bid.get('items').items
      const judged = items.filter((item) => isJudged(criterionOf(dossier, item)))
      for (const item of items.filter((each) => !judged.includes(each))) {
        const place = `${bidId}/${item.get('item').said}`
        const [points, others] = [pointsOf(item, sheet), facts.get(place)]
        demand(!others || equal(others, points), sheet.object, 'other-points-of-fact-than-the-others-give', place)
        facts.set(place, points)
      }
      const own = { sheet, points: totalOf(bid, sheet), explained: judged.some(isExplained) }
      totals.set(bidId, [...(totals.get(bidId) ?? []), own])
    }
  }
  const first = firstRoundOf(dossier, scored)
  const firstRound = sheets.every((sheet) => revealed(dossier, sheet).get('version').count === first)
  if (!firstRound || isReviewed(dossier)) return
  for (const [bidId, sums] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const mean = meanOf(sums.map(({ points }) => points))
    for (const { sheet, points, explained } of sums) {
      const far = !atMost(distance(points, mean), times(TOLERANCE, mean))
      demand(!far || explained, sheet.object, 'a-total-far-from-the-mean-without-a-reason', bidId)
    }
  }
}

/** First round of the technical sheets: behind the preliminary review, except where files are blind. */
function firstRoundOf(dossier: Dossier, scored: Entry): number {
  const screened = screenedBefore(dossier, scored.n)
  const from = isBlindTender(dossier) ? 0 : (screened?.n ?? 0)
  const behind = dossier.all('evaluation/committed').filter((commit) => commit.n > from)
  return behind.length > 0 ? Math.min(...behind.map((commit) => dossier.doc(commit).get('version').count)) : 1
}

const distance = (a: Decimal, b: Decimal) => (compare(a, b) < 0 ? minus(b, a) : minus(a, b))

const pointsOf = (item: Field, reveal: Entry) => decimal(item.get('score').said, reveal.object)

const totalOf = (bid: Field, reveal: Entry) =>
  bid.get('items').items.reduce((sum, item) => plus(sum, pointsOf(item, reveal)), ZERO)

const isJudged = (criterion: Field) => criterion.get('kind').value !== 'OBJECTIVE'

const isExplained = (item: Field) => !isBlank(item.get('reason').said)

function criterionOf(dossier: Dossier, item: Field): Field {
  const found = dossier.publication.get('criteria').items.find((each) => each.get('item').is(item.get('item')))
  if (!found) throw new Broken('chain/000001.json', 'points-outside-the-criteria')
  return found
}
