import { demand } from '../broken'
import { deadlineOf } from '../lotSets'
import { demandAnchor, platformSignature, type Dossier, type Entry } from '../dossier'
import { listedLines } from '../lines'
import { lotSets, type LotSet } from '../lotSets'
import { checkDeciders } from './deciders'
import { isByBidders } from './releases'

const DECISION = {
  type: 'suspension-decision',
  foreign: 'not-a-decision-over-a-suspension',
  fields: ['suspended', 'until', 'reason'],
}

const MINUTE = 60_000
const LIST_WITHIN = 10 * MINUTE
const ENDED = 'ended-while-suspended'

/** What may stand between a suspension and its decision: trustees show their keys whenever they can. */
const BESIDE = ['lot/key-shown']

/**
 * Suspensions of the opening: each behind the time that the tender document gives the step, or over a valid receipt that
 * the list does not hold, or over a seal that came in time and too late for the list; each decided by a supervisor, over a
 * receipt or a seal together with the procuring entity; nothing of the opening in between, and nothing but the failure
 * behind an end (trust.md 4 and 5).
 */
export async function checkSuspensions(dossier: Dossier): Promise<number> {
  let count = 0
  let open: Entry | undefined
  let until = -Infinity
  const receipts = new Set<string>()
  const refusals = new Set<string>()
  for (const entry of dossier.entries) {
    const { type, object } = entry
    if (!type.startsWith('lot/') || BESIDE.includes(type)) continue
    if (type === 'lot/suspended') {
      demand(!open, object, 'suspended-while-suspended')
      demand(until !== Infinity, object, 'went-on-behind-the-end')
      checkSuspended(dossier, entry, until)
      if (isMissing(dossier, entry)) {
        const brought = dossier.doc(entry).get('receipt').get('doc').hexHash()
        demand(!receipts.has(brought), object, 'a-receipt-brought-twice')
        receipts.add(brought)
      }
      if (isUnrecorded(dossier, entry)) {
        const refusal = dossier.body(entry).get('refusal').text()
        demand(!refusals.has(refusal), object, 'one-seal-stops-it-twice')
        refusals.add(refusal)
      }
      open = entry
      count++
    } else if (type === 'lot/suspension-decided') {
      demand(!!open, object, 'a-decision-where-nothing-is-suspended')
      until = checkDecided(dossier, entry, open!)
      open = undefined
    } else {
      demand(!open, object, 'went-on-while-suspended')
      checkEnded(dossier, entry, until === Infinity)
    }
  }
  checkConcluded(dossier, open, until === Infinity)
  return count
}

/** Nobody presses or evaluates while it is undecided, and an end is followed by its failure. */
function checkConcluded(dossier: Dossier, open: Entry | undefined, ended: boolean): void {
  if (open) {
    demand(!dossier.first('evaluation/opened'), open.object, 'went-on-while-suspended')
    demand(!dossier.isPressing, open.object, 'trustees-are-asked-while-suspended')
  }
  const last = dossier.all('lot/suspension-decided').at(-1)
  if (ended) demand(!!dossier.first('lot/failed'), last?.object ?? '', 'an-end-without-its-failure')
}

/** Behind an end comes the failure that says so, and nowhere else. */
function checkEnded(dossier: Dossier, entry: Entry, ended: boolean): void {
  const failed = entry.type === 'lot/failed' && dossier.body(entry).get('reason').value === ENDED
  demand(failed || !ended, entry.object, 'went-on-behind-the-end')
  demand(ended || !failed, entry.object, 'ended-by-nobody')
}

function checkSuspended(dossier: Dossier, entry: Entry, until: number): void {
  if (isMissing(dossier, entry)) return checkReceipt(dossier, entry)
  if (isUnrecorded(dossier, entry)) return checkSeal(dossier, entry)
  const { object, at } = entry
  const body = dossier.body(entry).exactly('cause', 'since')
  const since = body.get('since').moment()
  const cause = body.get('cause').text()
  demand(cause === causeAt(dossier, entry), object, 'another-cause-of-a-suspension', cause)
  const isDone = before(dossier, 'lot/opened', entry) || isPressed(dossier, entry)
  demand(!isDone, object, 'the-trustees-had-done-their-part')
  demand(since >= dueFrom(dossier, entry, cause), object, 'waited-for-before-it-was-due', since)
  const within =
    cause === 'LIST_OVERDUE' ? LIST_WITHIN : dossier.publication.get('openingStepMinutes').number() * MINUTE
  demand(at > since + within && at > until, object, 'suspended-before-its-time', at)
}

/**
 * Whether all members of all sets had pressed, or, as far as presses are shown, enough of each with a share for every bid.
 * Which sets have bids cannot be told here.
 */
function isPressed(dossier: Dossier, entry: Entry): boolean {
  const sets = lotSets(dossier)
  const presses = dossier.all('lot/pressed').filter(({ n }) => n < entry.n)
  const members = sets.reduce((sum, set) => sum + set.members.length, 0)
  return presses.length >= members || sets.every((set) => wholePresses(dossier, set, presses) >= set.threshold)
}

function wholePresses(dossier: Dossier, set: LotSet, presses: Entry[]): number {
  return presses.filter((press) => {
    const doc = dossier.doc(press)
    if (!press.body || doc.get('set').value !== set.id) return false
    return doc.get('shares').items.every((share) => !share.get('share').isMissing)
  }).length
}

const isMissing = (dossier: Dossier, suspended: Entry) =>
  dossier.body(suspended).get('cause').value === 'RECEIPT_MISSING'

const isUnrecorded = (dossier: Dossier, suspended: Entry) =>
  dossier.body(suspended).get('cause').value === 'NOT_RECORDED'

/** A seal that was stamped by the deadline and came too late for the list, told before any trustee pressed. */
function checkSeal(dossier: Dossier, entry: Entry): void {
  const { object } = entry
  const body = dossier.body(entry).exactly('cause', 'since', 'refusal')
  body.get('refusal').bytes(32)
  const deadline = deadlineOf(dossier)
  demand(body.get('since').moment() <= deadline, object, 'stamped-behind-the-deadline')
  const isShut =
    before(dossier, 'lot/bid-list', entry) &&
    !before(dossier, 'lot/pressed', entry) &&
    !before(dossier, 'lot/opened', entry)
  demand(!!isShut, object, 'not-between-list-and-presses')
}

/** A valid receipt for a seal in this lot, brought between the list and the names, which the list does not hold. */
function checkReceipt(dossier: Dossier, entry: Entry): void {
  const { object } = entry
  const body = dossier.body(entry).exactly('cause', 'since', 'statement')
  const doc = dossier.doc(entry)
  doc.get('type').equals('missing-receipt', 'nobody-brought-a-receipt')
  doc.get('lot').equalsField(dossier.lot, 'nobody-brought-a-receipt')
  dossier.signerOf(body.get('statement'), entry)
  const inTime = before(dossier, 'lot/bid-list', entry) && !before(dossier, 'lot/names', entry)
  demand(!!inTime, object, 'no-time-for-receipts')
  const receipt = doc.get('receipt')
  const told = receipt.get('doc')
  const signer = platformSignature(dossier.trust?.receipts, receipt.get('sig').base64(), told.canonical(), object)
  if (dossier.trust) {
    const head = dossier.headOver(entry.index)
    demand(head !== undefined, object, 'under-no-head')
    demandAnchor(dossier.trust.receipts, signer, head.machineAt, object)
  }
  told.get('type').equals('bid-receipt', 'not-a-receipt')
  told.get('act').equals('SEALED', 'not-the-receipt-of-a-sealing')
  for (const id of ['tender', 'lot', 'log', 'trustFile', 'sandbox'])
    told.get(id).equalsField(dossier.manifest.get(id), 'a-receipt-of-something-else')
  body.get('since').equalsField(told.get('stamp'), 'another-time-than-the-stamp')
  const hash = told.hexHash()
  const isListed = listedLines(dossier).some((line) => line.get('receiptHash').value === hash)
  demand(!isListed, object, 'the-list-holds-the-receipt')
}

/** What the opening waits for where this entry stands. */
function causeAt(dossier: Dossier, entry: Entry): string {
  if (!before(dossier, 'lot/bid-list', entry)) return 'LIST_OVERDUE'
  const isListed = !before(dossier, 'lot/names', entry)
  const isDrawing = before(dossier, 'draw/opened', entry)
  const isReleased = before(dossier, 'lot/release-list', entry)
  if (isListed || (isReleased && !isDrawing)) return 'WITNESSES_MISSING'
  return isByBidders(dossier) && !isDrawing ? '' : 'TRUSTEES_MISSING'
}

/** From when on it can have waited. */
function dueFrom(dossier: Dossier, entry: Entry, cause: string): number {
  if (cause === 'LIST_OVERDUE') return deadlineOf(dossier)
  const drawn = before(dossier, 'draw/result', entry)
  return drawn
    ? drawn.at
    : dossier
        .body(before(dossier, 'lot/bid-list', entry)!)
        .get('frozenAt')
        .moment()
}

const before = (dossier: Dossier, type: string, entry: Entry) => dossier.all(type).find(({ n }) => n < entry.n)

/** Until when the opening goes on; infinite when it ends. */
function checkDecided(dossier: Dossier, entry: Entry, suspended: Entry): number {
  const { object } = entry
  const body = dossier.body(entry).exactly('suspended', 'until', 'reason', 'statements')
  body.get('suspended').equals(suspended.contentHash, 'a-decision-over-another-suspension')
  body.get('reason').text()
  const byBoth = isMissing(dossier, suspended) || isUnrecorded(dossier, suspended)
  checkDeciders(dossier, entry, DECISION, byBoth, 'not-decided-by-a-supervisor')
  if (body.get('until').isNull) return Infinity
  const until = body.get('until').moment()
  demand(until > entry.at, object, 'goes-on-until-a-time-that-is-over', until)
  return until
}
