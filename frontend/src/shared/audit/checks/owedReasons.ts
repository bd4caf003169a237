import { Broken, demand } from '../broken'
import { compare, ONE, plus, times, ZERO, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import { compareSheets, criterionOf, isExplained, isJudged, pointsOf, totalOf } from './comparedSheets'
import { isReviewed } from './findings'
import { isScreenedBehind, screenedBefore } from './screening'
import { revealed } from './sheets'

const LOW: Decimal = { units: 40n, scale: 2 }
const HIGH: Decimal = { units: 95n, scale: 2 }

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
  const { fact, far } = compareSheets(dossier, scored, sheets)
  if (fact) throw new Broken(fact.sheet.object, 'other-points-of-fact-than-the-others-give', fact.place)
  const first = firstRoundOf(dossier, scored)
  const firstRound = sheets.every((sheet) => revealed(dossier, sheet).get('version').count === first)
  if (firstRound && !isReviewed(dossier) && far)
    throw new Broken(far.sheet.object, 'a-total-far-from-the-mean-without-a-reason', far.place)
}

/** First round of the technical sheets: behind the preliminary review, except where that comes behind them. */
function firstRoundOf(dossier: Dossier, scored: Entry): number {
  const screened = screenedBefore(dossier, scored.n)
  const from = isScreenedBehind(dossier) ? 0 : (screened?.n ?? 0)
  const behind = dossier.all('evaluation/committed').filter((commit) => commit.n > from)
  return behind.length > 0 ? Math.min(...behind.map((commit) => dossier.doc(commit).get('version').count)) : 1
}
