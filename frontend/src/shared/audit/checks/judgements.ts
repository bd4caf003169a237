import { isBlank } from '../blank'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { ClarificationSteps } from './clarificationSteps'
import { membersBefore } from './panel'
import { isScreenedBehind, lastPanel, SCREENING_COMMITTED, SCREENING_REVEALED, screenedBefore } from './screening'
import { bidUnder, checkCommitted, revealed, revealerOf } from './sheets'
import { checkAfterAll } from './technical'

/** Kinds of clarification that clear a judgement on such a basis; none where it is a fact. */
const BASES: Record<string, string[]> = {
  FACT: [],
  UNCLEAR: ['AMBIGUITY'],
  INCONSISTENT: ['AMBIGUITY'],
  OBVIOUS_ERROR: ['OBVIOUS_ERROR', 'ARITHMETIC'],
}

/** What members did not pass, by bid: item and basis. */
type Failed = Map<string, { item: string; basis: string }[]>

/** The members' sheets of the preliminary review (初步评审表), where this cut shows them, and what the panel made of them. */
export function checkJudgements(dossier: Dossier, screened: Entry[]): void {
  const reveals = dossier.all(SCREENING_REVEALED)
  const shut = (entry: Entry) => !entry.body
  if (reveals.some(shut) || (reveals.length === 0 && dossier.all(SCREENING_COMMITTED).some(shut))) {
    dossier.attested.push('judgements')
    return
  }
  const commits = new Map<string, Entry>()
  for (const commit of dossier.all(SCREENING_COMMITTED)) {
    demand(commit.body !== undefined, commit.object, 'withheld-although-the-sheets-are-shown')
    commits.set(`${dossier.signerId(commit)} ${dossier.doc(commit).get('version').count}`, commit)
  }
  for (const reveal of reveals) {
    checkAfterAll(dossier, reveal, [...commits.values()])
    checkCommitted(dossier, reveal, commits)
  }
  for (const entry of screened) checkDecided(dossier, entry, reveals)
  checkTechnicalBids(dossier, screened)
}

/** One sheet of every member of the panel, and a decision on every bid that one of them did not pass. */
function checkDecided(dossier: Dossier, screened: Entry, reveals: Entry[]): void {
  const members = membersBefore(dossier, screened.n)
  const judged = new Set<string>()
  const failed: Failed = new Map()
  for (const reveal of reveals) {
    const member = revealerOf(dossier, reveal)
    const said = revealed(dossier, reveal)
    const version = said.get('version').is(dossier.body(screened).get('version'))
    if (reveal.n > screened.n || !version || !members.includes(member)) continue
    judged.add(member)
    takeSheet(dossier, screened, reveal, failed)
  }
  const all = judged.size === new Set(members).size
  demand(all, screened.object, 'decided-without-the-judgement-of-every-member', judged.size, members.length)
  checkSettled(dossier, screened, failed)
}

/** Every opened bid under its label once, judged by the published items and by no other. */
function takeSheet(dossier: Dossier, screened: Entry, reveal: Entry, failed: Failed): void {
  const sheet = revealed(dossier, reveal).get('sheet').exactly('kind', 'bids')
  sheet.get('kind').equals('SCREENING', 'not-a-sheet-of-the-preliminary-review')
  const bidOf = bidUnder(dossier, screened, revealerOf(dossier, reveal))
  const opened = dossier.body(dossier.first('evaluation/opened')!).get('bids').items
  const seen = new Set<string>()
  for (const bid of sheet.get('bids').items) {
    bid.exactly('label', 'items')
    const bidId = bidOf(bid.get('label').said)
    demand(bidId !== undefined && !seen.has(bidId), reveal.object, 'a-label-that-no-bid-has-or-a-bid-judged-twice')
    seen.add(bidId)
    takeItems(dossier, bid.get('items'), bidId, reveal, failed)
  }
  demand(seen.size === opened.length, reveal.object, 'a-bid-that-was-not-judged')
}

function takeItems(dossier: Dossier, items: Field, bidId: string, reveal: Entry, failed: Failed): void {
  for (const item of items.items) {
    item.exactly('item', 'passed', 'basis', 'reason', 'page')
    const passed = item.get('passed').value
    demand(typeof passed === 'boolean', reveal.object, 'neither-passed-nor-failed')
    if (passed) {
      demand(item.get('basis').isNull, reveal.object, 'a-basis-of-what-was-passed')
      continue
    }
    const known = Object.hasOwn(BASES, item.get('basis').said)
    const whole = known && ['reason', 'page'].every((name) => !isBlank(item.get(name).said))
    demand(whole, reveal.object, 'failed-without-basis-reason-and-page')
    const one = { item: item.get('item').said, basis: item.get('basis').said }
    failed.set(bidId, [...(failed.get(bidId) ?? []), one])
  }
  const published = dossier.publication.get('review').items.map((one) => one.get('item').said)
  const seen = items.items.map((one) => one.get('item').said)
  const same = seen.length === published.length && seen.every((item, i) => item === published[i])
  demand(same, reveal.object, 'not-judged-by-exactly-the-published-items', seen.join(' '), published.join(' '))
}

function checkSettled(dossier: Dossier, screened: Entry, failed: Failed): void {
  const panel = lastPanel(dossier, screened.n)
  const proposals = dossier.all('evaluation/rejected').filter((each) => each.n < screened.n && each.n > panel)
  for (const proposal of proposals) {
    const body = dossier.body(proposal)
    const grounds = (failed.get(body.get('bidId').said) ?? []).map(({ item }) => groundOf(dossier, item))
    const meant = grounds.includes(body.get('code').said)
    demand(meant, proposal.object, 'rejected-in-the-preliminary-review-for-what-no-member-failed')
  }
  const steps = new ClarificationSteps(dossier)
  for (const entry of dossier.entries) if (entry.n < screened.n && entry.body) steps.take(entry)
  for (const [bid, said] of failed) {
    const voted = proposals.some((each) => dossier.body(each).get('bidId').value === bid)
    const cleared = said.every(({ basis }) =>
      steps.questions.some((asked) => asked.bidId === bid && asked.isAccepted && BASES[basis]!.includes(asked.kind)),
    )
    demand(voted || cleared, screened.object, 'failed-by-a-member-and-the-panel-did-not-decide-on-it', bid)
  }
}

function groundOf(dossier: Dossier, item: string): string | undefined {
  const published = dossier.publication.get('review').items.find((one) => one.get('item').value === item)
  return published?.get('ground').said
}

/** Technical sheets that follow score the bids that passed, all of them and no other. */
function checkTechnicalBids(dossier: Dossier, screened: Entry[]): void {
  if (screened.length === 0 || isScreenedBehind(dossier)) return
  for (const reveal of dossier.all('evaluation/revealed')) {
    const decided = screenedBefore(dossier, reveal.n)
    if (!decided || !reveal.body) continue
    const bidOf = bidUnder(dossier, decided, revealerOf(dossier, reveal))
    const scored = revealed(dossier, reveal)
      .get('sheet')
      .get('bids')
      .items.map((bid) => bidOf(bid.get('label').said))
    const passed = dossier.body(decided).get('passed').items
    const same = sorted(scored.map((bid) => bid ?? '')) === sorted(passed.map((bid) => bid.said))
    demand(same, reveal.object, 'not-exactly-the-bids-that-passed-the-preliminary-review')
  }
}

const sorted = (texts: string[]) => JSON.stringify([...texts].sort())
