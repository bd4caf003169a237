import { concat, fromHex, hex } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { membersBefore } from './panel'
import { askedDraw } from './repeatedDraws'
import { seatSearch } from './seatSearch'

const BOOKED = 'site/booked'
const ALLOTTED = 'site/allotted'
const NEXT: Record<string, string[]> = {
  '': ['REQUESTED'],
  REQUESTED: ['CONFIRMED', 'REFUSED', 'EXPIRED', 'CANCELLED'],
  CONFIRMED: ['ALLOTTED', 'CANCELLED', 'ENDED'],
  ALLOTTED: ['ALLOTTED', 'CANCELLED', 'ENDED'],
}

/** Seats: booked in time, drawn from what was confirmed, and the panel placed as the draw gives it. */
export async function checkSeats(dossier: Dossier): Promise<number> {
  const booked = dossier.all(BOOKED)
  const shown = booked.every((entry) => entry.body)
  for (const draw of dossier.all('draw/opened').filter((each) => isOfSeats(dossier, each))) {
    const id = askedDraw(dossier, dossier.body(draw).get('drawId').said)
    const known = shown ? bookingOf(dossier, id, draw.n) : booked.find((entry) => entry.n < draw.n)
    demand(known !== undefined, draw.object, 'a-draw-of-seats-without-bookings')
  }
  if (shown) for (const entry of booked) checkBooked(dossier, entry)
  else dossier.attested.push('seats')
  for (const entry of dossier.all(ALLOTTED)) if (entry.body) checkAllotted(dossier, entry, entry.body)
  return dossier.all(ALLOTTED).length
}

const isOfSeats = (dossier: Dossier, draw: Entry) => dossier.body(draw).get('purpose').value === 'SEATS'

function bookingOf(dossier: Dossier, draw: string, before: number): Field | undefined {
  return dossier.all(BOOKED).find((entry) => entry.n < before && entry.body?.get('draw').said === draw)?.body
}

const roomOf = (seat: Field) => `${seat.get('site').said}/${seat.get('room').said}`
const keyOf = (seat: Field) => `${roomOf(seat)}/${seat.get('seat').said}`
const cellOf = (seat: Field) => `${roomOf(seat)}#${seat.get('row').count},${seat.get('column').count}`

function checkBooked(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry)
  const seats = body.get('seats')
  const places = new Set<string>()
  const left = new Map<string, number>()
  const count = (site: string, n: number) => left.set(site, (left.get(site) ?? 0) + n)
  for (const seat of seats.items) {
    const [key, cell] = [keyOf(seat), cellOf(seat)]
    demand(!places.has(key) && !places.has(cell), seats.path, 'a-seat-twice', key)
    places.add(key).add(cell)
    count(seat.get('site').said, 1)
  }
  const times = new Set<string>()
  const bookings = body.get('bookings')
  for (const booking of bookings.items) {
    if (answerOf(booking, bookings.path) !== 'CONFIRMED') continue
    times.add(booking.get('from').said + booking.get('to').said)
    count(booking.get('site').said, -booking.get('seats').count)
  }
  demand(times.size === 1, bookings.path, 'seats-of-different-times')
  const confirmed = [...left.values()].every((n) => n === 0)
  demand(confirmed, seats.path, 'not-the-seats-that-were-confirmed')
  checkPool(dossier, body, seats.items.length)
}

/** The state in which a booking was when seats were drawn; every answer in time, every refusal with its reason. */
function answerOf(booking: Field, object: string): string {
  const until = booking.get('answerUntil').moment()
  let state = ''
  for (const step of booking.get('steps').items) {
    const at = step.get('at').moment()
    const next = step.get('state').said
    demand((NEXT[state] ?? []).includes(next), object, 'an-unknown-step-of-a-booking', next, state)
    const reply = next === 'CONFIRMED' || next === 'REFUSED'
    demand(!reply || at < until, object, 'answered-after-the-time-limit', at, until)
    demand(next !== 'EXPIRED' || at >= until, object, 'expired-before-the-time-limit', at, until)
    const why = step.get('reason').said.trim() !== ''
    demand(why || !(next === 'REFUSED' || next === 'CANCELLED'), object, 'refused-without-a-reason')
    state = next
  }
  return state
}

function checkPool(dossier: Dossier, body: Field, size: number): void {
  for (const draw of dossier.all('draw/opened')) {
    const opened = dossier.body(draw)
    if (!opened.get('drawId').is(body.get('draw'))) continue
    const pool = opened.get('pool')
    const numbers = pool.items.length === size && pool.items.every((each, i) => each.value === String(i + 1))
    const whole = isOfSeats(dossier, draw) && opened.get('picks').count === size
    demand(numbers && whole, pool.path, 'not-the-pool-of-the-booked-seats')
  }
}

function checkAllotted(dossier: Dossier, entry: Entry, body: Field): void {
  const booked = bookingOf(dossier, body.get('draw').said, entry.n)
  const own = booked !== undefined && booked.get('session').is(body.get('session'))
  demand(own, entry.object, 'seats-allotted-without-bookings')
  const result = dossier
    .all('draw/result')
    .find(
      (each) => each.n < entry.n && askedDraw(dossier, dossier.body(each).get('drawId').said) === body.get('draw').said,
    )
  demand(result !== undefined, entry.object, 'seats-allotted-before-their-draw')
  const order = dossier
    .body(result)
    .get('picked')
    .items.map((index) => index.count)
  const members = body.get('members')
  const said = members.items.map((each) => each.get('code').said)
  const panel = panelOver(dossier, entry)
  const same = !panel || (new Set(said).size === panel.size && said.every((code) => panel.has(code)))
  demand(same, members.path, 'seats-of-others-than-the-panel')
  const broken = brokenSeats(body, booked.get('seats').items.length)
  const kept = keptSeats(dossier, entry, body, broken)
  const sound = order.filter((index) => !broken.has(index))
  const sitters = members.items.map((each) => ({
    group: Math.max(0, each.get('group').count),
    kept: kept.get(each.get('code').said) ?? -1,
  }))
  const places = booked.get('seats').items.map((seat) => ({
    room: roomOf(seat),
    row: seat.get('row').count,
    column: seat.get('column').count,
  }))
  const strict = seatSearch(places, sound, sitters, true)
  const expected = strict ?? seatSearch(places, sound, sitters, false)
  const seats = members.items.map((each) => each.get('seat').count - 1)
  const given = expected !== undefined && seats.every((seat, i) => seat === expected[i])
  const apart = body.get('apart').value === (strict !== undefined)
  demand(given && apart, members.path, 'not-the-seats-that-the-draw-gives', seats.join(' '), expected?.join(' '))
}

/**
 * The codes of the panel that sits by an allotment: the one that stands, or, where it is still being called, the one that is complete
 * next, unless seats are allotted anew before.
 */
function panelOver(dossier: Dossier, { n }: Entry): Set<string> | undefined {
  const panels = dossier.all('evaluation/panel').filter((panel) => panel.body)
  const standing = panels.filter((panel) => panel.n < n).at(-1)
  const isWhole = !dossier.all('evaluation/left').some((left) => left.n > (standing?.n ?? 0) && left.n < n)
  if (standing && isWhole) return codesOf(dossier, standing)
  const next = panels.find((panel) => panel.n > n)
  const anew = next && dossier.all(ALLOTTED).some((each) => each.n > n && each.n < next.n)
  return next && !anew ? codesOf(dossier, next) : undefined
}

/** Codes of the members of a panel, under the seed that it tells. */
function codesOf(dossier: Dossier, panel: Entry): Set<string> {
  const body = dossier.body(panel)
  const [session, seed] = [body.get('session').uuid(), body.get('seed').bytes(32)]
  const members = membersBefore(dossier, panel.n + 1)
  return new Set(members.map((member) => hex(sm3(concat('QC1 seat', session, seed, fromHex(member))))))
}

/** Seats that broke since the draw, each with what its site told. */
function brokenSeats(body: Field, seats: number): Set<number> {
  const broken = new Set<number>()
  const list = body.get('broken')
  for (const each of list.items) {
    const index = each.get('seat').count - 1
    demand(index >= 0 && index < seats && !broken.has(index), list.path, 'a-broken-seat-that-is-none')
    demand(each.get('reason').said.trim() !== '', list.path, 'a-broken-seat-without-a-reason')
    broken.add(index)
  }
  return broken
}

/** Where members sit by the entry before of the same draw; what broke once is never whole again. */
function keptSeats(dossier: Dossier, entry: Entry, body: Field, broken: Set<number>): Map<string, number> {
  const former = dossier
    .all(ALLOTTED)
    .filter((each) => each.n < entry.n && each.body?.get('draw').is(body.get('draw')))
    .at(-1)?.body
  for (const each of former?.get('broken').items ?? [])
    demand(broken.has(each.get('seat').count - 1), body.get('broken').path, 'a-broken-seat-that-is-whole-again')
  const members = former?.get('members').items ?? []
  const seats = members.map((each): [string, number] => [each.get('code').said, each.get('seat').count - 1])
  return new Map(seats.filter(([, seat]) => !broken.has(seat)))
}
