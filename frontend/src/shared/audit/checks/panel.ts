import { hex } from '@/shared/trust/bytes'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { attemptsOf } from './attempts'
import { checkSignedFor } from './opening'
import { checkCalls } from './calls'
import { checkLibrary } from './libraryReplies'
import { checkKeySet } from './keySet'
import { standingDecisions } from './proposals'
import { checkRejections } from './rejections'
import { askedDraw } from './repeatedDraws'
import { reviewBegin } from './reviews'

/** The panel: the bids it got, its members as drawn, its votes on rejections, and its report. */
export async function checkPanel(dossier: Dossier): Promise<number> {
  for (const entry of dossier.all('evaluation/opened')) checkOpened(dossier, entry)
  checkCalls(dossier)
  checkLibrary(dossier)
  for (const entry of dossier.all('evaluation/panel')) if (entry.body) checkSeats(dossier, entry, entry.body)
  for (const attempt of attemptsOf(dossier)) checkAttempt(attempt)
  return dossier.all('evaluation/panel').length
}

function checkAttempt(dossier: Dossier): void {
  checkRejections(dossier)
  for (const entry of dossier.all('evaluation/report')) checkParts(dossier, entry)
  for (const entry of dossier.all('evaluation/report')) if (entry.body) checkReport(dossier, entry, entry.body)
}

/** Members of the last panel before an entry; none when the cut withholds them. */
export function membersBefore(dossier: Dossier, n: number): string[] {
  const panel = dossier.all('evaluation/panel').filter((entry) => entry.body && entry.n < n)
  return (
    panel
      .at(-1)
      ?.body?.get('members')
      .items.map((seat) => seat.get('member').said) ?? []
  )
}

/** Prices of all bids that were opened, in fen. */
export function openedPrices(dossier: Dossier): Map<string, number> {
  const prices = new Map<string, number>()
  const opened = dossier.first('lot/opened')
  for (const result of opened ? dossier.body(opened).get('results').items : [])
    if (result.get('status').value === 'OPENED')
      prices.set(result.get('bidId').said, result.get('bid').get('priceFen').count)
  return prices
}

/** Prices of the bids that were opened and not rejected, in fen. */
export function validPrices(dossier: Dossier): Map<string, number> {
  const prices = openedPrices(dossier)
  for (const entry of carriedRejections(dossier)) prices.delete(dossier.body(entry).get('bidId').said)
  return prices
}

/** Rejections by the panel that sat last. */
export const carriedRejections = (dossier: Dossier): Entry[] =>
  standingDecisions(dossier, Infinity)
    .filter(({ type }) => type === 'evaluation/rejected')
    .filter((entry) => dossier.body(entry).get('carried').value === true)

function checkOpened(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry)
  const set = body.get('keySet')
  checkKeySet(dossier, set, set.hexHash(), entry)
  const own = set.get('purpose').value === 'SESSION' && set.get('owner').is(body.get('session'))
  demand(own, set.path, 'a-key-set-of-another-session')
  const tenderer = set.get('members').items.some((member) => member.get('side').value === 'TENDERER')
  demand(!tenderer, set.path, 'the-tenderer-s-side-holds-a-key-of-the-session')
  const criteria = dossier.publication.get('criteria')
  const published = !criteria.isMissing && criteria.hexHash() === body.get('criteria').value
  demand(published, body.get('criteria').path, 'not-the-criteria-that-were-published')
  const opened = dossier.first('lot/opened')
  demand(opened !== undefined, entry.object, 'evaluated-before-the-opening')
  const valid = dossier
    .body(opened)
    .get('results')
    .items.filter((result) => result.get('status').value === 'OPENED')
    .map((result) => result.get('bidId').said)
  demand(sameTexts(body.get('bids').items, valid), body.get('bids').path, 'not-the-bids-that-were-opened')
}

const sameTexts = (fields: Field[], texts: string[]) =>
  fields.length === texts.length && fields.every((field, i) => field.said === texts[i])

/** As many seats as were published, everybody once; who they are is told by the calls. */
function checkSeats(dossier: Dossier, entry: Entry, body: Field): void {
  demandDrawn(dossier, entry, body)
  const rule = dossier.publication.get('panel')
  const [size, tendererSeats] = [rule.get('size').count, rule.get('tendererSeats').count]
  const seats = new Set<string>()
  let tenderers = 0
  for (const seat of body.get('members').items) {
    const member = seat.get('member').said
    demand(!seats.has(member), entry.object, 'one-member-on-two-seats', member)
    seats.add(member)
    if (seat.get('kind').value !== 'EXPERT') {
      seat.get('kind').equals('TENDERER', 'a-seat-of-an-unknown-kind')
      tenderers++
    }
  }
  const members = body.get('members').path
  demand(tenderers <= tendererSeats && seats.size <= size, members, 'more-seats-than-were-published', seats.size, size)
  const leader = body.get('leader')
  demand(leader.isNull || seats.has(leader.said), leader.path, 'no-member')
}

function demandDrawn(dossier: Dossier, panel: Entry, body: Field): void {
  const id = body.get('draw')
  if (id.isNull) return
  const ofThis = (entry: Entry) => dossier.body(entry).get('drawId').is(id)
  const known = dossier
    .all('draw/opened')
    .some((draw) => ofThis(draw) && dossier.body(draw).get('purpose').value === 'EXPERTS')
  demand(known, id.path, 'no-draw-of-experts')
  const drawn = dossier
    .all('draw/result')
    .some((each) => each.n < panel.n && askedDraw(dossier, dossier.body(each).get('drawId').said) === id.said)
  demand(drawn, panel.object, 'a-panel-before-its-draw')
}

/** Before each report stands what every bidder of the evaluation was told, once and in the order of the bids. */
function checkParts(dossier: Dossier, report: Entry): void {
  const begin = reviewBegin(dossier, report.n)
  const told = dossier.all('evaluation/parts').findLast((entry) => entry.n < report.n && entry.n > begin)
  demand(told !== undefined, report.object, 'a-report-without-a-part-for-each-bidder')
  const evaluation = dossier.first('evaluation/opened')
  demand(evaluation !== undefined, report.object, 'a-report-without-an-evaluation')
  const [body, opened] = [dossier.body(told), dossier.body(evaluation)]
  body.get('session').equals(opened.get('session').said, 'parts-of-another-session')
  const parts = body.get('parts')
  const hashes = new Set(parts.items.map((part) => part.get('sm3').said))
  demand(hashes.size === parts.items.length, parts.path, 'one-part-for-two-bidders')
  const bids = parts.items.map((part) => part.get('bidId'))
  const all = opened.get('bids').items.map((bid) => bid.said)
  demand(sameTexts(bids, all), parts.path, 'not-a-part-for-every-bidder')
}

function checkReport(dossier: Dossier, entry: Entry, body: Field): void {
  const begin = reviewBegin(dossier, entry.n)
  const scored = dossier.all('evaluation/scored').some((each) => each.n < entry.n && each.n > begin)
  body.get('outcome').equals(scored ? 'EVALUATED' : 'ALL_REJECTED', 'another-outcome')
  const agreed = new Set(body.get('agreedBySilence').items.map((each) => each.said))
  for (const statement of body.get('signatures').items) {
    checkSignedFor(dossier, statement, entry, 'evaluation-report-signature')
    agreed.add(hex(dossier.signerOf(statement, entry).id))
  }
  const members = membersBefore(dossier, entry.n)
  const whole = agreed.size === new Set(members).size && members.every((member) => agreed.has(member))
  demand(whole, body.get('signatures').path, 'not-signed-by-the-whole-panel', agreed.size, members.length)
}
