import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { checkJudgements } from './judgements'
import { checkNames } from './namedMembers'
import { reviewBegin } from './reviews'

export const SCREENING_COMMITTED = 'evaluation/screening-committed'
export const SCREENING_REVEALED = 'evaluation/screening-revealed'
const SCREENED = 'evaluation/screened'
/** All technical sheets are open where they are blind, and names with them. */
export const NAMES_OPEN = 'evaluation/names-open'
const OWN = [SCREENING_COMMITTED, SCREENING_REVEALED, SCREENED, NAMES_OPEN]
const VALID_MIN = 3

/**
 * The preliminary review (初步评审): only where items for it were published, before the technical sheets or, where technical
 * files are blind or an item is about the price, behind them; whatever it rejected was voted on, and nothing that it rejected goes on.
 */
export async function checkScreening(dossier: Dossier): Promise<number> {
  const screened = dossier.all(SCREENED)
  const review = dossier.publication.get('review').items
  if (review.length === 0) {
    const stray = dossier.entries.find((entry) => OWN.includes(entry.type))
    demand(!stray, stray?.object ?? '', 'a-preliminary-review-for-which-no-item-was-published')
    checkProcurement(dossier)
    return 0
  }
  for (const entry of screened) checkResult(dossier, entry)
  checkOrder(dossier)
  checkNames(dossier, isScreenedBehind(dossier))
  checkProcurement(dossier)
  checkJudgements(dossier, screened)
  return screened.length
}

/**
 * Number of the last panel before an entry, and before the first report: what a former panel decided is void (实施条例 §48),
 * and a re-review does not decide it anew.
 */
export function lastPanel(dossier: Dossier, n: number): number {
  const end = Math.min(n, dossier.first('evaluation/report')?.n ?? Infinity)
  const panels = dossier.all('evaluation/panel').map((panel) => panel.n)
  return Math.max(0, ...panels.filter((panel) => panel < end))
}

/** The last decision on the preliminary review before an entry; nothing where there is none behind its panel. */
export function screenedBefore(dossier: Dossier, n: number): Entry | undefined {
  const panel = lastPanel(dossier, n)
  return dossier.all(SCREENED).findLast((entry) => entry.n < n && entry.n > panel)
}

/** Whether a decision on the preliminary review stands behind an entry. */
export const isScreenedLater = (dossier: Dossier, n: number) => dossier.all(SCREENED).some((entry) => entry.n > n)

/** Whether technical sheets come before the preliminary review: where files are blind, and where an item is judged by the price. */
export const isScreenedBehind = (dossier: Dossier) =>
  dossier.publication.get('method').get('blind').isObject ||
  dossier.publication.get('review').items.some((item) => item.get('about').value === 'PRICE')

/** Every opened bid passed or was rejected by a vote of this panel, and of few that are left the panel says why. */
function checkResult(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry).exactly('session', 'version', 'competition', 'passed', 'rejected', 'labelSeed')
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, entry.object, 'screened-without-evaluation-opened')
  body.get('session').equalsField(dossier.body(opened).get('session'), 'a-preliminary-review-of-another-session')
  const panel = lastPanel(dossier, entry.n)
  const carried = dossier
    .all('evaluation/rejected')
    .filter((rejected) => rejected.n < entry.n && rejected.n > panel)
    .map((rejected) => dossier.body(rejected))
    .filter((rejected) => rejected.get('carried').value === true)
    .map((rejected) => rejected.get('bidId').said)
  const bids = dossier
    .body(opened)
    .get('bids')
    .items.map((bid) => bid.said)
  const [rejected, passed] = [body.get('rejected'), body.get('passed')]
  const out = bids.filter((bid) => carried.includes(bid))
  const left = bids.filter((bid) => !carried.includes(bid))
  demand(sameTexts(rejected, out), rejected.path, 'not-the-bids-that-were-rejected')
  demand(sameTexts(passed, left), passed.path, 'not-the-bids-that-passed')
  checkCompetition(dossier, entry, left.length)
}

const sameTexts = (field: Field, texts: string[]) =>
  Array.isArray(field.value) &&
  field.items.length === texts.length &&
  field.items.every((item, i) => item.said === texts[i])

function checkCompetition(dossier: Dossier, entry: Entry, left: number): void {
  const said = dossier.body(entry).get('competition')
  const few = left > 0 && left < VALID_MIN
  const fits = few ? ['CONTINUE', 'REJECT_ALL'].includes(said.said) : said.isNull
  demand(fits, said.path, 'not-one-of-the-ways-that-fewer-than-three-bids-leave', said.value)
  const ends = left === 0 || said.value === 'REJECT_ALL'
  const goesOn = dossier.entries.some(
    ({ n, type }) =>
      n > entry.n &&
      ['evaluation/committed', 'evaluation/scored'].includes(type) &&
      lastPanel(dossier, n) === lastPanel(dossier, entry.n),
  )
  demand(!ends || !goesOn, entry.object, 'evaluated-although-nothing-was-left-to-evaluate')
}

/** Judged first and scored then; or the other way round. */
function checkOrder(dossier: Dossier): void {
  const behind = isScreenedBehind(dossier)
  for (const { n, type, object } of dossier.entries) {
    const technical = type === 'evaluation/committed'
    const decides = type === 'evaluation/scored' || type === 'evaluation/report'
    if (decides || (technical && !behind))
      demand(screenedBefore(dossier, n) !== undefined, object, 'a-step-before-the-preliminary-review-was-decided')
    if (!technical || !behind) continue
    const since = Math.max(lastPanel(dossier, n), reviewBegin(dossier, n))
    const judged = dossier.all(NAMES_OPEN).some((opened) => opened.n < n && opened.n > since)
    demand(!judged, object, 'a-blind-sheet-behind-the-preliminary-review')
  }
}

/** In government procurement fewer than three bids that respond are scored by nobody (政府采购法 §36). */
function checkProcurement(dossier: Dossier): void {
  if (!dossier.publication.get('lot').get('unifiedDealCode').said.startsWith('D')) return
  const reason = 'fewer-than-three-bids-scored-in-government-procurement'
  for (const scored of dossier.all('evaluation/scored')) {
    const prices = dossier.body(scored).get('input').get('prices').items.length
    demand(prices >= VALID_MIN, scored.object, reason, prices, VALID_MIN)
  }
  for (const entry of dossier.all(SCREENED)) {
    const said = dossier.body(entry).get('competition')
    demand(said.value !== 'CONTINUE', said.path, reason)
  }
}
