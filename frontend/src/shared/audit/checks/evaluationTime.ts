import { isBlank } from '../blank'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { ofHost } from './directChoices'
import { membersBefore } from './panel'
import { checkPublishedEnd, checkPublishedHours } from './publishedTime'
import { reviewBegin } from './reviews'

const ASKED = 'evaluation/more-time-asked'
const SET = 'evaluation/time-set'
const ENDS = ['evaluation/scored', 'evaluation/report']
const CLOCKS_MS = 5000

/**
 * Evaluation time (评标时间): ends set by the tenderer's side, requests of members for more, and no report while more than a
 * third of the panel wait for an extension (实施条例 §48).
 */
export async function checkEvaluationTime(dossier: Dossier): Promise<number> {
  checkPublishedHours(dossier)
  const [asked, ends] = [dossier.all(ASKED), dossier.all(SET)]
  for (const entry of [...asked, ...ends]) checkPlace(dossier, entry)
  ends.forEach((_, i) => checkEnd(dossier, ends, i))
  if (!asked.every(({ body }) => body)) {
    dossier.attested.push('more-time')
    return asked.length + ends.length
  }
  asked.forEach((entry, i) => checkRequest(dossier, entry, i + 1))
  for (const entry of ends) checkAnswers(dossier, entry)
  for (const type of ENDS) for (const entry of dossier.all(type)) checkNothingOwed(dossier, entry)
  return asked.length + ends.length
}

function checkPlace(dossier: Dossier, entry: Entry): void {
  const opened = dossier.first('evaluation/opened')
  const begin = reviewBegin(dossier, entry.n)
  const behind = ENDS.flatMap((type) => dossier.all(type)).some(({ n }) => n < entry.n && n > begin)
  const atWork = opened !== undefined && opened.n < entry.n && !behind
  demand(atWork, entry.object, 'about-the-time-of-no-evaluation-at-work')
  const session = dossier.doc(entry).get('session')
  if (entry.body) demand(session.is(dossier.body(opened).get('session')), session.path, 'the-time-of-another-session')
}

function checkEnd(dossier: Dossier, ends: Entry[], i: number): void {
  const entry = ends[i]!
  const former = ends[i - 1]
  const doc = dossier.doc(entry)
  doc.get('type').equals('evaluation-time', 'not-an-evaluation-time')
  doc.get('number').equals(i + 1, 'not-the-next-number-of-an-end')
  const until = doc.get('until')
  const later = !former || until.moment() > dossier.doc(former).get('until').moment()
  const inTime = until.moment() + CLOCKS_MS > entry.at
  demand(later && inTime, until.path, 'an-end-that-gives-no-time', until.said)
  const reason = doc.get('reason')
  demand(!former || !isBlank(reason.text()), reason.path, 'more-time-without-a-reason')
  const byHost = ofHost(dossier, dossier.body(entry).get('statement'), entry)
  demand(byHost, entry.object, 'not-set-by-the-tenderer-s-side')
  checkPublishedEnd(dossier, entry)
  const answered = hashesOf(dossier, entry)
  const asked = dossier.all(ASKED).filter(({ n }) => n > (former?.n ?? 0) && n < entry.n)
  const once = answered.length <= asked.length && new Set(answered).size === answered.length
  demand(once, doc.get('requests').path, 'not-the-requests-that-waited')
}

function checkRequest(dossier: Dossier, entry: Entry, number: number): void {
  const doc = dossier.doc(entry)
  doc.get('type').equals('more-time', 'not-a-request-for-more-time')
  doc.get('number').equals(number, 'not-the-next-number-of-a-request')
  const reason = doc.get('reason')
  demand(!isBlank(reason.text()), reason.path, 'more-time-without-a-reason')
  const member = dossier.signerId(entry)
  demand(membersBefore(dossier, entry.n).includes(member), entry.object, 'asked-by-no-member-of-the-panel')
  const twice = waiting(dossier, entry.n).some((each) => dossier.signerId(each) === member)
  demand(!twice, entry.object, 'a-member-asks-twice')
}

/** An end answers exactly what the members asked who then sit. */
function checkAnswers(dossier: Dossier, entry: Entry): void {
  const waited = seated(dossier, entry).map((each) => dossier.doc(each).hexHash())
  const answered = hashesOf(dossier, entry)
  const same = answered.length === waited.length && answered.every((hash, i) => hash === waited[i])
  demand(same, dossier.doc(entry).get('requests').path, 'not-the-requests-that-waited')
}

function checkNothingOwed(dossier: Dossier, entry: Entry): void {
  const size = dossier.publication.get('panel').get('size').count
  const asking = seated(dossier, entry).length
  demand(3 * asking <= size, entry.object, 'more-time-was-owed', asking, size)
}

/** Requests that no end before this entry answered, of members who sit at it. */
function seated(dossier: Dossier, at: Entry): Entry[] {
  const members = membersBefore(dossier, at.n)
  return waiting(dossier, at.n).filter((each) => members.includes(dossier.signerId(each)))
}

/** Requests before this number that no end before it answered. */
function waiting(dossier: Dossier, n: number): Entry[] {
  const former = dossier.all(SET).findLast((each) => each.n < n)?.n ?? 0
  return dossier.all(ASKED).filter((each) => each.n > former && each.n < n)
}

function hashesOf(dossier: Dossier, entry: Entry): string[] {
  const list = dossier.doc(entry).get('requests')
  demand(Array.isArray(list.value), list.path, 'not-the-requests-that-waited')
  return list.items.map(({ said }) => said)
}
