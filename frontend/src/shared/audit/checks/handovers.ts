import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { endOfWorkingDays } from '../workingDays'
import { HandoverSteps, type UsccOf } from './handoverSteps'

const DUE = 'evaluation/handover-due'
const OVERDUE = 'evaluation/handover-overdue'
const TYPES = [DUE, OVERDUE, 'evaluation/handover']
const CLOCKS_MS = 5000
const DAYS = 5

const byCertificate: UsccOf = (dossier, statement, entry) => usccOf(dossier.signerOf(statement, entry)) ?? ''

/**
 * Handovers of sub-sites (副场资料移交): each booking that was drawn from owes one with the report, within five working
 * days; what was late stands on record; and each was signed by its site, answered by the main site, and lists what was
 * recorded.
 */
export async function checkHandovers(dossier: Dossier, signer: UsccOf = byCertificate): Promise<number> {
  const all = dossier.entries.filter(({ type }) => TYPES.includes(type))
  if (![...all, ...dossier.all('site/booked')].every(({ body }) => body)) {
    const first = all.find(({ type }) => type === DUE)
    for (const entry of all) demand(first !== undefined && entry.n >= first.n, entry.object, NOTHING_DUE)
    dossier.attested.push('handovers-withheld')
    return all.length
  }
  const owed = new Map<string, Field>()
  const [late, received] = [new Set<string>(), new Set<string>()]
  for (const entry of all) {
    if (entry.type === DUE) checkDue(dossier, entry, owed)
    else if (entry.type === OVERDUE) {
      const booking = checkOverdue(dossier, entry, owed, received)
      demand(!late.has(booking), entry.object, 'late-told-twice')
      late.add(booking)
    } else {
      const line = owedOf(dossier, entry, owed)
      const booking = line.get('booking').said
      demand(!received.has(booking), entry.object, 'a-booking-handed-over-twice')
      received.add(booking)
      new HandoverSteps(dossier, entry, line, signer).check(late.has(booking))
    }
  }
  checkComplete(dossier, owed)
  if (owed.size > 0) dossier.attested.push('handovers')
  return all.length
}

const NOTHING_DUE = 'handed-over-though-nothing-was-due'

function checkDue(dossier: Dossier, entry: Entry, owed: Map<string, Field>): void {
  const body = dossier.body(entry)
  const report = dossier.all('evaluation/report').findLast(({ n }) => n < entry.n)
  demand(report !== undefined, entry.object, 'a-handover-before-the-report')
  const isOnce = dossier.all(DUE).every(({ n }) => n <= report.n || n >= entry.n)
  demand(isOnce, entry.object, 'due-twice-for-one-report')
  checkSession(dossier, entry)
  const ended = body.get('endedAt').moment()
  demand(Math.abs(report.at - ended) <= CLOCKS_MS, body.get('endedAt').path, 'not-the-end-of-the-evaluation')
  const drawn = drawnBefore(dossier, entry.n)
  for (const line of body.get('bookings').items) {
    const booking = line.get('booking').text()
    const known = line.get('site').said === drawn.get(booking) && !owed.has(booking)
    demand(known, line.path, 'a-handover-of-no-booking-that-was-drawn-from', booking)
    owed.set(booking, line)
    checkUntil(dossier, line, ended)
  }
  for (const line of body.get('spared').items) {
    const known = drawn.has(line.get('booking').said) && ['MAIN', 'CANCELLED'].includes(line.get('why').said)
    demand(known, line.path, 'a-booking-spared-that-was-none')
  }
}

function checkUntil(dossier: Dossier, line: Field, ended: number): void {
  const expected = endOfWorkingDays(ended, DAYS)
  const until = line.get('until').moment()
  const isProvisional = line.get('provisional').value === true
  const holds = isProvisional === (expected === undefined) && until === (expected ?? until) && until > ended
  demand(holds, line.get('until').path, 'not-the-end-of-five-working-days', line.get('until').value)
  if (isProvisional) dossier.attested.push('handover-provisional')
}

/** Sites of the bookings whose seats were drawn before an entry. */
function drawnBefore(dossier: Dossier, n: number): Map<string, string> {
  const drawn = new Map<string, string>()
  for (const booked of dossier.all('site/booked').filter((each) => each.n < n))
    for (const booking of dossier.body(booked).get('bookings').items)
      if (booking.get('steps').items.at(-1)?.get('state').value === 'CONFIRMED')
        drawn.set(booking.get('booking').said, booking.get('site').said)
  return drawn
}

/** Behind the last report every booking that was drawn from stands in what is due. */
function checkComplete(dossier: Dossier, owed: Map<string, Field>): void {
  const report = dossier.all('evaluation/report').at(-1)
  if (!report) return
  const spared = dossier.all(DUE).flatMap((entry) => dossier.body(entry).get('spared').items)
  const known = new Set([...owed.keys(), ...spared.map((line) => line.get('booking').said)])
  for (const booking of drawnBefore(dossier, report.n).keys())
    demand(known.has(booking), report.object, 'a-booking-whose-site-hands-over-nothing', booking)
}

function checkOverdue(dossier: Dossier, entry: Entry, owed: Map<string, Field>, received: Set<string>): string {
  const line = owedOf(dossier, entry, owed)
  const booking = line.get('booking').said
  const isOver = entry.at + CLOCKS_MS > line.get('until').moment()
  demand(isOver, entry.object, 'late-before-its-time-was-over')
  demand(!received.has(booking), entry.object, 'late-though-it-was-received')
  return booking
}

function owedOf(dossier: Dossier, entry: Entry, owed: Map<string, Field>): Field {
  checkSession(dossier, entry)
  const body = dossier.body(entry)
  const line = owed.get(body.get('booking').text())
  demand(line !== undefined, entry.object, NOTHING_DUE)
  body.get('until').equalsField(line.get('until'), 'not-the-end-of-five-working-days')
  return line
}

function checkSession(dossier: Dossier, entry: Entry): void {
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, entry.object, 'a-handover-before-the-report')
  dossier.body(entry).get('session').equalsField(dossier.body(opened).get('session'), 'a-handover-of-another-session')
}
