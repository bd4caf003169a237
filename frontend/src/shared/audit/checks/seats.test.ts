import { describe, expect, it } from 'vitest'
import { concat, fromHex, fromUuid, hex } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Archive } from '../archive'
import { Broken } from '../broken'
import { Dossier } from '../dossier'
import { Field } from '../field'
import { checkSeats } from './seats'

type Bodies = ReturnType<typeof truth>

const seat = (room: string, column: number) => ({ site: 'A', room, seat: `0${column}`, row: 1, column })
const SESSION = '00000000-0000-0000-0000-000000000001'
const SEED = '5e'.repeat(32)
/** The certificate of a member, and its code in an allotment. */
const certificate = (name: string) => name.repeat(64)
const codeOf = (name: string) =>
  hex(sm3(concat('QC1 seat', fromUuid(SESSION), fromHex(SEED), fromHex(certificate(name)))))
const panel = (...members: string[]) => ({
  session: SESSION,
  seed: SEED,
  members: members.map((name) => ({ member: certificate(name) })),
})
const booking = (site: string, seats: number, state: string, reason: string) => ({
  site,
  from: '2026-12-02T01:00:00.000Z',
  to: '2026-12-02T09:00:00.000Z',
  seats,
  answerUntil: '2026-12-01T03:00:00.000Z',
  steps: [
    { at: '2026-12-01T01:00:00.000Z', state: 'REQUESTED', reason: '' },
    { at: '2026-12-01T02:00:00.000Z', state, reason },
  ],
})
const broken = (at: number, reason = '主机不启动') => ({ seat: at, reason })
const member = (name: string, group: number, at: number) => ({ code: codeOf(name), group, seat: at })

/** Two rooms of three seats, drawn in the order 5 1 3 6 2 4; a and b work for one employer; d follows b. */
function truth() {
  return {
    first: panel('a', 'b', 'c'),
    booked: {
      session: SESSION,
      draw: 'd',
      bookings: [booking('A', 6, 'CONFIRMED', ''), booking('B', 2, 'REFUSED', '检修')],
      seats: [1, 3, 5].map((n) => seat('1', n)).concat([1, 3, 5].map((n) => seat('2', n))),
    },
    opened: { drawId: 'd', purpose: 'SEATS', pool: ['1', '2', '3', '4', '5', '6'], picks: 6 },
    result: { drawId: 'd', picked: [4, 0, 2, 5, 1, 3] },
    allotted: {
      session: SESSION,
      draw: 'd',
      apart: true,
      broken: [] as ReturnType<typeof broken>[],
      members: [member('a', 1, 5), member('b', 1, 1), member('c', 2, 3)],
    },
    second: panel('a', 'c', 'd'),
    again: {
      session: SESSION,
      draw: 'd',
      apart: true,
      broken: [] as ReturnType<typeof broken>[],
      members: [member('a', 1, 5), member('c', 2, 3), member('d', 1, 1)],
    },
  }
}

const TYPES: Record<keyof Bodies, string> = {
  first: 'evaluation/panel',
  booked: 'site/booked',
  opened: 'draw/opened',
  result: 'draw/result',
  allotted: 'site/allotted',
  second: 'evaluation/panel',
  again: 'site/allotted',
}

/** The code of the rule that is broken after a lie, or nothing. */
async function check(lie: (bodies: Bodies) => void, withheld: string[] = []) {
  const bodies = truth()
  lie(bodies)
  const dossier = new Dossier({} as Archive, new Field('package.json', {}), undefined)
  for (const [name, type] of Object.entries(TYPES)) {
    const n = dossier.entries.length + 1
    const body = new Field(`chain/${n}`, bodies[name as keyof Bodies] as unknown as JsonObject)
    const entry = { object: `chain/${n}`, n, type, tender: 't', at: 0, contentHash: '', index: n }
    dossier.entries.push(withheld.includes(type) ? entry : { ...entry, body })
  }
  try {
    await checkSeats(dossier)
  } catch (thrown) {
    if (thrown instanceof Broken) return thrown.reason
    throw thrown
  }
  return dossier.attested.join()
}

/** The seat of a breaks before d comes: a gets the next of the order, d the first that is left for its employer. */
function breaks({ again }: Bodies) {
  again.broken = [broken(5)]
  again.members = [member('a', 1, 1), member('c', 2, 3), member('d', 1, 6)]
}

describe('seats in a package', () => {
  it('hold as the draw gives them, and are attested where they are withheld', async () => {
    expect(await check(() => {})).toBe('')
    expect(await check(() => {}, ['site/booked', 'site/allotted', 'evaluation/panel'])).toBe('seats')
  })

  it('hold when one broke since the draw and the order gives another', async () => {
    expect(await check(breaks)).toBe('')
    const kept = (bodies: Bodies) => (breaks(bodies), (bodies.again.members[0]!.seat = 5))
    expect(await check(kept)).toBe('not-the-seats-that-the-draw-gives')
    const chosen = (bodies: Bodies) => (breaks(bodies), (bodies.again.members[0]!.seat = 2))
    expect(await check(chosen)).toBe('not-the-seats-that-the-draw-gives')
  })

  it.each<[string, (bodies: Bodies) => void]>([
    ['answered-after-the-time-limit', ({ booked }) => (booked.bookings[0]!.steps[1]!.at = '2026-12-01T03:00:00.000Z')],
    ['refused-without-a-reason', ({ booked }) => (booked.bookings[1]!.steps[1]!.reason = ' ')],
    ['expired-before-the-time-limit', ({ booked }) => (booked.bookings[1]!.steps[1]!.state = 'EXPIRED')],
    ['an-unknown-step-of-a-booking', ({ booked }) => (booked.bookings[0]!.steps[0]!.state = 'CONFIRMED')],
    ['not-the-seats-that-were-confirmed', ({ booked }) => (booked.bookings[0]!.seats = 5)],
    ['not-the-seats-that-were-confirmed', ({ booked }) => (booked.bookings[1]!.steps[1]!.state = 'CONFIRMED')],
    ['a-seat-twice', ({ booked }) => (booked.seats[1]!.column = 1)],
    [
      'seats-of-different-times',
      ({ booked }) => Object.assign(booked.bookings[0]!.steps[1]!, { state: 'CANCELLED', reason: '改期' }),
    ],
    ['not-the-pool-of-the-booked-seats', ({ opened }) => (opened.picks = 3)],
    ['not-the-pool-of-the-booked-seats', ({ opened }) => (opened.pool[0] = '7')],
    ['a-draw-of-seats-without-bookings', ({ booked }) => (booked.draw = 'e')],
    ['seats-allotted-before-their-draw', ({ result }) => (result.drawId = 'e')],
    ['not-the-seats-that-the-draw-gives', ({ allotted }) => (allotted.members[2]!.seat = 6)],
    ['not-the-seats-that-the-draw-gives', ({ allotted }) => (allotted.members[1]!.group = 2)],
    ['not-the-seats-that-the-draw-gives', ({ allotted }) => (allotted.apart = false)],
    ['seats-of-others-than-the-panel', ({ allotted }) => (allotted.members[2]!.code = 'x')],
    ['not-the-seats-that-the-draw-gives', ({ again }) => (again.members[1]!.seat = 6)],
    ['a-broken-seat-without-a-reason', ({ again }) => (again.broken = [broken(6, ' ')])],
    ['a-broken-seat-that-is-none', ({ again }) => (again.broken = [broken(7)])],
    ['a-broken-seat-that-is-none', ({ again }) => (again.broken = [broken(6), broken(6)])],
    ['a-broken-seat-that-is-whole-again', ({ allotted }) => (allotted.broken = [broken(6)])],
    ['seats-allotted-without-bookings', ({ again }) => (again.session = 't')],
  ])('break as %s', async (code, lie) => {
    expect(await check(lie)).toBe(code)
  })
})
