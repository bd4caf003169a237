import { demand } from '../broken'
import { usccOf, type Dossier, type Entry } from '../dossier'

const MINUTE = 60_000
const LIST_WITHIN = 10 * MINUTE
const ENDED = 'ended-while-suspended'

/** What may stand between a suspension and its decision: trustees show their keys whenever they can. */
const BESIDE = ['lot/key-shown']

/**
 * Suspensions of the opening: each behind the time that the tender document gives the step, each decided by a supervisor,
 * nothing of the opening in between, and nothing but the failure behind an end (trust.md 4).
 */
export async function checkSuspensions(dossier: Dossier): Promise<number> {
  let count = 0
  let open: Entry | undefined
  let until = -Infinity
  for (const entry of dossier.entries) {
    const { type, object } = entry
    if (!type.startsWith('lot/') || BESIDE.includes(type)) continue
    if (type === 'lot/suspended') {
      demand(!open, object, 'suspended-while-suspended')
      checkSuspended(dossier, entry, until)
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
  return count
}

/** Behind an end comes the failure that says so, and nowhere else. */
function checkEnded(dossier: Dossier, entry: Entry, ended: boolean): void {
  const failed = entry.type === 'lot/failed' && dossier.body(entry).get('reason').value === ENDED
  demand(failed || !ended, entry.object, 'went-on-behind-the-end')
  demand(ended || !failed, entry.object, 'ended-by-nobody')
}

function checkSuspended(dossier: Dossier, entry: Entry, until: number): void {
  const { object, at } = entry
  const body = dossier.body(entry).exactly('cause', 'since')
  const since = body.get('since').moment()
  const cause = body.get('cause').text()
  demand(cause === causeAt(dossier, entry), object, 'another-cause-of-a-suspension', cause)
  demand(since >= dueFrom(dossier, entry, cause), object, 'waited-for-before-it-was-due', since)
  const within =
    cause === 'LIST_OVERDUE' ? LIST_WITHIN : dossier.publication.get('openingStepMinutes').number() * MINUTE
  demand(at > since + within && at > until, object, 'suspended-before-its-time', at)
}

/** What the opening waits for where this entry stands. */
function causeAt(dossier: Dossier, entry: Entry): string {
  if (!before(dossier, 'lot/bid-list', entry)) return 'LIST_OVERDUE'
  const isListed = !before(dossier, 'lot/names', entry)
  const isReleased = before(dossier, 'lot/release-list', entry) && !before(dossier, 'draw/opened', entry)
  return isListed || isReleased ? 'WITNESSES_MISSING' : 'TRUSTEES_MISSING'
}

/** From when on it can have waited. */
function dueFrom(dossier: Dossier, entry: Entry, cause: string): number {
  if (cause === 'LIST_OVERDUE') return dossier.publication.get('schedule').get('bidDeadline').moment()
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
  const body = dossier.body(entry).exactly('suspended', 'until', 'reason', 'statement')
  body.get('suspended').equals(suspended.contentHash, 'a-decision-over-another-suspension')
  body.get('reason').text()
  const doc = dossier.doc(entry)
  doc.get('type').equals('suspension-decision', 'not-a-decision-over-a-suspension')
  doc.get('lot').equalsField(dossier.lot, 'a-decision-in-another-lot')
  for (const id of ['suspended', 'until', 'reason'])
    doc.get(id).equalsField(body.get(id), 'another-decision-than-was-signed')
  const uscc = usccOf(dossier.signerOf(body.get('statement'), entry))
  const tenderers = ['procuringEntity', 'agency'].map((name) => dossier.publication.get(name).get('uscc').said)
  demand(!tenderers.includes(uscc), object, 'not-decided-by-a-supervisor')
  if (body.get('until').isNull) return Infinity
  const until = body.get('until').moment()
  demand(until > entry.at, object, 'goes-on-until-a-time-that-is-over', until)
  return until
}
