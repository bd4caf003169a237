import { demand } from '../broken'
import { decimal, equal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { checkDecidedAnew, isAnew, isDecision } from './proposals'
import { scoredBefore } from './reviews'
import { bidUnder, revealed, revealerOf } from './sheets'

const CLOSED = [
  'evaluation/corrected',
  'evaluation/found',
  'evaluation/finding-vote',
  'evaluation/blind-sealed',
  'evaluation/blind-files',
]

/** One approved re-review, from its approval to its report. */
interface Course {
  dossier: Dossier
  approval: Entry
  /** Number of its report, or `Infinity`. */
  end: number
  /** Items that the approval opens, by bid. */
  places: Map<string, string[]>
}

/** What may happen between an approval and its report, and what may change. */
export function checkReworkCourse(dossier: Dossier, approval: Entry): void {
  const report = dossier.all('evaluation/report').find((entry) => entry.n > approval.n)
  const places = dossier.body(approval).get('places').items
  const course: Course = {
    dossier,
    approval,
    end: report?.n ?? Infinity,
    places: new Map(
      places.map((place) => [place.get('bidId').said, place.get('items').items.map((item) => item.said)]),
    ),
  }
  checkWithdrawn(course)
  dossier.entries
    .filter((entry) => entry.n > approval.n && entry.n < course.end)
    .forEach((entry) => step(course, entry))
  checkScores(course)
  if (report) checkDecidedAnew(dossier, approval, report)
  if (report?.body) checkReport(course, report.body.get('rework'))
}

function step(course: Course, entry: Entry): void {
  const { dossier, places } = course
  const { type, object } = entry
  const awarded = type.startsWith('award/') && type !== 'award/withdrawn'
  demand(!awarded, object, 'an-award-while-the-panel-reviews-once-more')
  const more = CLOSED.includes(type) || type.startsWith('evaluation/clarification-')
  demand(!more, object, 'more-than-points-in-a-re-review')
  if (isDecision(entry)) {
    const bidId = dossier.body(entry).get('bidId').said
    const open = places.has(bidId) || isAnew(dossier, course.approval, entry)
    demand(open, object, 'a-rejection-that-the-approval-does-not-open', bidId)
  }
  if (type === 'evaluation/revealed' && entry.body) checkSheet(course, entry)
}

/** Every entry of the award that stood, and no other, named by number and hash. */
function checkWithdrawn({ dossier, approval, end }: Course): void {
  const all = dossier.all('award/withdrawn')
  const since = all.findLast((entry) => entry.n < approval.n)?.n ?? 0
  const standing = dossier.entries
    .filter((entry) => entry.n > since && entry.n < approval.n && entry.type.startsWith('award/'))
    .map((entry) => `${entry.n} ${entry.contentHash}`)
  const own = all.filter((entry) => entry.n > approval.n && entry.n < end)
  demand(own.length === (standing.length ? 1 : 0), approval.object, 'what-was-published-is-not-withdrawn', own.length)
  for (const entry of own) {
    const body = dossier.body(entry)
    body.get('rework').equalsField(dossier.body(approval).get('number'), 'withdrawn-for-another')
    const list = body.get('entries')
    const named = list.items.map((each) => `${each.get('n').count} ${each.get('hash').said}`)
    const exact = named.length === standing.length && named.every((each, i) => each === standing[i])
    demand(exact, list.path, 'not-exactly-what-was-published', named.length, standing.length)
  }
}

/** A member's new sheet beside the one on which the former report rests; who has none scores everything. */
function checkSheet({ dossier, approval, places }: Course, reveal: Entry): void {
  const said = revealed(dossier, reveal)
  const reasoned = said.get('sheet').get('reason').said.trim() !== ''
  demand(reasoned, reveal.object, 'a-new-version-without-a-reason')
  const member = revealerOf(dossier, reveal)
  const former = dossier
    .all('evaluation/revealed')
    .findLast((entry) => entry.n < approval.n && entry.body && revealerOf(dossier, entry) === member)
  if (!former) return
  const before = revealed(dossier, former)
  const newer = said.get('version').count > before.get('version').count
  demand(newer, reveal.object, 'not-a-new-version', said.get('version').value)
  const scored = dossier.first('evaluation/scored')
  if (!scored) return
  const bidOf = bidUnder(dossier, scored, member)
  const formerly = pointsOf(before)
  for (const [place, { label, item, score, reason }] of pointsOf(said)) {
    const known = formerly.get(place)
    const same = known !== undefined && equal(decimal(known.score, reveal.object), decimal(score, reveal.object))
    const open = places.get(bidOf(label) ?? '')?.includes(item) ?? false
    demand(same || open, reveal.object, 'points-that-the-approval-does-not-open', item)
    demand(same || reason.trim() !== '', reveal.object, 'changed-points-without-a-reason', item)
  }
}

interface Points {
  label: string
  item: string
  score: string
  reason: string
}

/** Points by label and item. */
function pointsOf(said: Field): Map<string, Points> {
  const points = new Map<string, Points>()
  for (const bid of said.get('sheet').get('bids').items)
    for (const each of bid.get('items').items) {
      const [label, item] = [bid.get('label').said, each.get('item').said]
      const [score, reason] = [each.get('score').said, each.get('reason').said]
      points.set(`${label}/${item}`, { label, item, score, reason })
    }
  return points
}

/** Who sees no sheets sees at least that nothing moved for a bid that the approval does not name. */
function checkScores({ dossier, approval, end, places }: Course): void {
  const after = dossier.all('evaluation/scored').find((entry) => entry.n > approval.n && entry.n < end)
  const before = scoredBefore(dossier, approval.n)
  const replaced = dossier.all('evaluation/panel').some((entry) => entry.n > approval.n && entry.n < end)
  if (!after || !before || replaced) return
  const formerly = dossier.body(before).get('technical').items
  for (const line of dossier.body(after).get('technical').items) {
    const bidId = line.get('bidId').said
    const known = formerly.find((each) => each.get('bidId').value === bidId)
    const same = known !== undefined && line.get('score').is(known.get('score'))
    demand(places.has(bidId) || same, line.path, 'a-score-that-the-approval-does-not-open', line.get('score').value)
  }
}

function checkReport({ dossier, approval }: Course, rework: Field): void {
  const body = dossier.body(approval)
  rework.get('number').equalsField(body.get('number'), 'the-report-of-no-re-review')
  rework.get('voids').equalsField(body.get('report'), 'the-report-of-no-re-review')
}
