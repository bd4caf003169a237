import { usccOf } from '@/shared/trust/certificates'
import { hex } from '@/shared/trust/bytes'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { membersBefore } from './panel'
import { checkReworkCourse } from './reworkCourse'
import { approvals, reviewBegin } from './reviews'

const ASKED = 'evaluation/rework-asked'
const GROUNDS = [
  'SUM_WRONG',
  'OUT_OF_RANGE',
  'OBJECTIVE_DIFFERS',
  'EXTREME_POINTS',
  'NOT_BY_CRITERIA',
  'NOT_REJECTED',
  'OBJECTION_UPHELD',
  'COMPLAINT_UPHELD',
]

/**
 * Re-reviews (复评): asked for by the tenderer's side on a lawful ground, approved by a supervisor who has no part in it,
 * before the notice of award; what was published is withdrawn, nothing changes that the approval does not name, and no
 * report, no scores and no award come without one.
 */
export async function checkRework(dossier: Dossier): Promise<number> {
  dossier.all(ASKED).forEach((entry, i) => {
    entry.body?.get('number').equals(i + 1, 'not-the-next-request')
  })
  const decided = new Set<number>()
  for (const entry of dossier.all('evaluation/rework-decided')) {
    const number = dossier.body(entry).get('number').number()
    demand(!decided.has(number), entry.object, 'a-request-decided-twice', number)
    decided.add(number)
    checkDecision(dossier, entry)
  }
  checkOnce(dossier, 'evaluation/report', 'a-second-report-that-nobody-approved')
  checkOnce(dossier, 'evaluation/scored', 'scores-that-nobody-approved')
  for (const entry of dossier.all('award/withdrawn'))
    demand(reviewBegin(dossier, entry.n) > 0, entry.object, 'withdrawn-without-a-re-review')
  approvals(dossier).forEach((approval) => checkReworkCourse(dossier, approval))
  return approvals(dossier).length
}

function checkOnce(dossier: Dossier, type: string, otherwise: string): void {
  let former = -1
  for (const entry of dossier.all(type)) {
    const review = reviewBegin(dossier, entry.n)
    demand(review > former, entry.object, otherwise)
    former = review
  }
}

function checkDecision(dossier: Dossier, entry: Entry): void {
  const [body, doc] = [dossier.body(entry), dossier.doc(entry)]
  const request = dossier.all(ASKED)[body.get('number').count - 1]
  demand(request !== undefined && request.n < entry.n, entry.object, 'decided-without-a-request')
  doc.get('type').equals('rework-decision', 'not-a-decision-on-a-re-review')
  doc.get('lot').equalsField(dossier.lot, 'a-decision-in-another-lot')
  for (const field of ['number', 'report', 'ground', 'places', 'approved'])
    doc.get(field).equalsField(body.get(field), 'another-decision-than-was-signed')
  demand(!isInterested(dossier, entry), entry.object, 'decided-by-somebody-with-a-part-in-it')
  const ground = body.get('ground')
  demand(GROUNDS.includes(ground.said), ground.path, 'no-lawful-ground', ground.value)
  checkPlaces(dossier, body.get('places'))
  const noticed = dossier.all('award/noticed').some((each) => each.n < entry.n)
  demand(!noticed, entry.object, 'reviewed-once-more-behind-the-notice-of-award')
  const report = dossier.all('evaluation/report').findLast((each) => each.n < request.n)
  demand(report !== undefined, entry.object, 'reviewed-once-more-before-the-report')
  report.body?.get('sm3').equalsField(body.get('report'), 'not-the-report-that-stands')
  if (request.body) checkRequest(dossier, request, request.body, entry)
}

function checkRequest(dossier: Dossier, request: Entry, asked: Field, decided: Entry): void {
  const doc = dossier.doc(request)
  doc.get('type').equals('rework-request', 'not-a-request-for-a-re-review')
  doc.get('lot').equalsField(dossier.lot, 'a-request-in-another-lot')
  for (const field of ['number', 'report', 'ground', 'places']) {
    const same = doc.get(field).is(dossier.body(decided).get(field))
    demand(same, decided.object, 'another-decision-than-was-asked-for', field)
  }
  const hash = asked.get('statement').hexHash()
  demand(dossier.doc(decided).get('request').value === hash, decided.object, 'a-decision-on-another-request')
  const uscc = usccOf(dossier.signerOf(asked.get('statement'), request))
  demand(isHost(dossier, uscc), request.object, 'asked-by-somebody-else-than-the-tenderer-s-side', uscc)
  const told = doc.get('reason').said.trim() !== '' && doc.get('evidence').said.trim() !== ''
  demand(told, request.object, 'a-request-without-reason-or-evidence')
}

function isInterested(dossier: Dossier, entry: Entry): boolean {
  const signer = dossier.signerOf(dossier.body(entry).get('statement'), entry)
  const uscc = usccOf(signer)
  const bidders = dossier.all('lot/names').flatMap((names) => dossier.body(names).get('bids').items)
  return (
    isHost(dossier, uscc) ||
    bidders.some((bid) => bid.get('uscc').value === uscc) ||
    membersBefore(dossier, entry.n).includes(hex(signer.id))
  )
}

function isHost({ publication }: Dossier, uscc: string): boolean {
  return ['procuringEntity', 'agency'].some((side) => publication.get(side).get('uscc').value === uscc)
}

/** Bids and items in their order, each of them known, and none of them without the other. */
function checkPlaces(dossier: Dossier, places: Field): void {
  const opened = dossier.first('evaluation/opened')
  const bids = opened
    ? dossier
        .body(opened)
        .get('bids')
        .items.map((bid) => bid.said)
    : []
  const items = dossier.publication.get('criteria').items.map((item) => item.get('item').said)
  for (const place of places.items)
    demandOrdered(
      place.get('items').items.map((item) => item.said),
      items,
      places,
    )
  demandOrdered(
    places.items.map((place) => place.get('bidId').said),
    bids,
    places,
  )
}

function demandOrdered(seen: string[], known: string[], places: Field): void {
  const expected = known.filter((each) => seen.includes(each))
  const holds = seen.length > 0 && expected.length === seen.length && expected.every((each, i) => each === seen[i])
  demand(holds, places.path, 'not-bids-and-items-that-were-evaluated', seen.join(' '))
}
