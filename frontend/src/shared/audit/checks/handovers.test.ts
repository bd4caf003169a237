import { describe, expect, it } from 'vitest'
import { hex } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { again, at, entry, found, place, put, step, swap, without, type Change, type Step } from '@/test/evidence/story'
import { checkHandovers } from './handovers'

const AT = Date.parse('2026-12-02T08:00:00Z')
const UNTIL = '2026-12-09T16:00:00.000Z'
const moment = (minute: string) => `2026-12-02T${minute}:00.000Z`
const part = { file: 'M01/1.webm', offset: 0, length: 9, hash: 'aa' }
const track = { track: 'M01', files: 1, bytes: 9, sm3: hex(sm3(canonical([part]))) }
const scan = (number: number, matter: string, byte: string) => ({
  number,
  kind: 'PAPER',
  matter,
  sheets: 5 as number | null,
  sm3: byte.repeat(32),
  length: 7,
  delivery: 'UPLOADED',
})
const disk = { ...scan(2, 'ROOM_CAMERA', 'cd'), kind: 'MEDIA', sheets: null, delivery: 'CARRIER' }

function act(number: number, [at, receivedAt]: [string, string], items: JsonObject[]) {
  const accepted = number === 2
  const ruling = { number: 2, accepted, reason: accepted ? '' : '坏' }
  return {
    at: moment(at),
    receivedAt: moment(receivedAt),
    statement: {
      sig: 'site',
      doc: {
        type: 'handover',
        v: 1,
        booking: 'b1',
        site: 'S',
        until: UNTIL,
        number,
        former: null as string | null,
        items,
      },
    },
    receipt: {
      sig: 'main',
      doc: {
        type: 'handover-receipt',
        session: 's',
        booking: 'b1',
        number,
        submission: '',
        submittedAt: moment(at),
        recording: { items: 3, head: 'hh', tracks: [{ ...track }] } as JsonObject | null,
        rulings: [{ number: 1, accepted: true, reason: '' }, ruling],
      },
    },
  }
}

type Act = ReturnType<typeof act>

/** Ties lists and receipts to each other, as who signs them would. */
function sealed(steps: Act[]): Act[] {
  steps.forEach((each, i) => {
    each.statement.doc.former = i === 0 ? null : hex(canonicalHash(steps[i - 1]!.receipt.doc))
    each.receipt.doc.submission = hex(canonicalHash(each.statement.doc))
  })
  return steps
}

const line = () => ({ booking: 'b1', site: 'S', operator: 'site', until: UNTIL, provisional: false })
const booking = (id: string, site: string, state: string) => ({
  booking: id,
  site,
  steps: [{ state: 'REQUESTED' }, { state }],
})
const bookings = [booking('b1', 'S', 'CONFIRMED'), booking('b2', 'M', 'CONFIRMED'), booking('b3', 'S', 'REFUSED')]

/** A site hands over a scan and a disk; the disk is sent back, and comes again as a scan. */
const truth = (): Step[] => [
  entry('opened', 'opened', { session: 's' }),
  { name: 'booked', type: 'site/booked', body: { bookings } },
  entry('head', 'recording-head', {
    to: 3,
    head: 'hh',
    items: [{ kind: 'OPENED' }, { kind: 'SEGMENT', track: 'M01', ...part }, { kind: 'CLOSED' }],
  }),
  entry('report', 'report', {}),
  entry('due', 'handover-due', {
    session: 's',
    endedAt: moment('08:00'),
    bookings: [line()],
    spared: [{ booking: 'b2', site: 'M', why: 'MAIN' }],
  }),
  entry('handover', 'handover', {
    session: 's',
    booking: 'b1',
    site: 'S',
    until: UNTIL,
    late: false,
    steps: sealed([
      act(1, ['07:00', '07:10'], [scan(1, 'SIGN_IN', 'ab'), disk]),
      act(2, ['07:20', '07:30'], [scan(1, 'SIGN_IN', 'ab'), scan(2, 'ID_CHECK', 'ef')]),
    ]) as unknown as JsonObject[],
  }),
]

/** The code of the rule that is broken after a change, or what is attested. */
async function check(change: Change, withheld: string[] = []) {
  const steps = truth()
  at('head', moment('07:00'))(steps)
  change(steps)
  return found((dossier) => checkHandovers(dossier, (_, statement) => statement.get('sig').said), steps, AT, withheld)
}

const acts = (steps: Step[]) => step(steps, 'handover').body.steps as unknown as Act[]
const lie =
  (about: (all: Act[]) => void): Change =>
  (steps) =>
    about(acts(steps))
const resealed =
  (about: (all: Act[]) => void): Change =>
  (steps) => {
    about(acts(steps))
    sealed(acts(steps))
  }
const due = (values: JsonObject): Change => put('due', { bookings: [{ ...line(), ...values }] })
const overdue = entry('overdue', 'handover-overdue', { session: 's', booking: 'b1', until: UNTIL })

/** A step on the day behind the end of the period. */
const behind =
  (i: number): Change =>
  (steps) => {
    const one = acts(steps)[i]!
    one.at = one.receipt.doc.submittedAt = `2026-12-10T07:${i}0:00.000Z`
    one.receivedAt = `2026-12-10T07:${i}5:00.000Z`
    sealed(acts(steps))
    at('handover', '2026-12-10T08:00:00Z')(steps)
  }
const told: Change = (steps) =>
  void steps.splice(place(steps, 'handover'), 0, { ...overdue, at: Date.parse('2026-12-09T16:00:01Z') })

describe('handovers in a package', () => {
  it('hold as they happened', async () => expect(await check(() => {})).toBe('handovers'))
  it('are judged by their order where they are withheld', async () =>
    expect(await check(() => {}, ['handover'])).toBe('handovers-withheld'))

  it.each<[string, Change]>([
    ['not-the-end-of-five-working-days', due({ until: '2026-12-08T16:00:00.000Z' })],
    ['not-the-end-of-five-working-days', due({ provisional: true })],
    ['a-handover-of-no-booking-that-was-drawn-from', due({ site: 'T' })],
    ['a-handover-of-no-booking-that-was-drawn-from', due({ booking: 'b3' })],
    ['a-booking-whose-site-hands-over-nothing', put('due', { spared: [] })],
    ['a-booking-spared-that-was-none', put('due', { spared: [{ booking: 'b2', site: 'M', why: 'FRIEND' }] })],
    ['not-the-end-of-the-evaluation', put('due', { endedAt: moment('09:00') })],
    ['a-handover-of-another-session', put('due', { session: 't' })],
    ['a-handover-before-the-report', swap('report', 'due')],
    ['due-twice-for-one-report', again('due', 'handover')],
    ['handed-over-though-nothing-was-due', without('due')],
    ['a-receipt-of-another-handover', lie((all) => (all[0]!.statement.doc.items[0]!.sm3 = 'cc'.repeat(32)))],
    [
      'an-item-that-was-received-is-another',
      resealed((all) => (all[1]!.statement.doc.items[0]!.sm3 = 'cc'.repeat(32))),
    ],
    ['an-item-was-dropped', resealed((all) => all[1]!.statement.doc.items.pop())],
    ['a-handover-that-does-not-follow-its-receipt', lie((all) => (all[1]!.statement.doc.former = null))],
    ['not-the-next-number-of-a-handover', lie((all) => all.shift())],
    ['not-everything-was-received', lie((all) => all.pop())],
    ['paper-without-its-sheets', lie((all) => (all[0]!.statement.doc.items[0]!.sheets = null))],
    ['an-item-that-cannot-be-handed-over', lie((all) => (all[0]!.statement.doc.items[0]!.delivery = 'CARRIER'))],
    ['a-handover-of-another-booking', lie((all) => (all[0]!.statement.doc.booking = 'b9'))],
    ['sent-back-without-a-reason', resealed((all) => (all[0]!.receipt.doc.rulings[1]!.reason = ' '))],
    ['sent-back-without-a-reason', resealed((all) => (all[0]!.receipt.doc.rulings[1]!.reason = '\u2003'))],
    [
      'sent-back-without-a-reason',
      resealed((all) => Object.assign(all[1]!.receipt.doc.rulings[1]!, { accepted: 'true' })),
    ],
    ['an-item-on-which-nobody-ruled', resealed((all) => all[0]!.receipt.doc.rulings.pop())],
    ['not-what-was-recorded', resealed((all) => (all[1]!.receipt.doc.recording = null))],
    ['not-what-was-recorded', resealed((all) => (all[1]!.receipt.doc.recording!.items = 2))],
    ['not-when-it-was-handed-over', resealed((all) => (all[0]!.receipt.doc.submittedAt = moment('07:30')))],
    ['not-handed-over-by-its-site', lie((all) => (all[0]!.statement.sig = 'main'))],
    ['received-by-who-handed-over', lie((all) => (all[0]!.receipt.sig = 'site'))],
    ['steps-of-a-handover-out-of-order', lie((all) => (all[1]!.receivedAt = moment('09:00')))],
    ['handed-over-by-another-site', put('handover', { site: 'T' })],
    ['a-booking-handed-over-twice', (steps) => void steps.push(step(steps, 'handover'))],
    ['late-and-not-on-record', put('handover', { late: true })],
    ['late-and-not-on-record', put('handover', { late: 'false' })],
    ['late-before-its-time-was-over', (steps) => void steps.push(overdue)],
  ])('%s', async (code, change) => expect(await check(change)).toBe(code))

  it.each<[string, Change[]]>([
    ['handovers', [behind(0), behind(1), told, put('handover', { late: true })]],
    ['late-and-not-on-record', [behind(0), behind(1)]],
    ['late-and-not-on-record', [behind(0), behind(1), told]],
    ['handovers', [behind(1)]],
    ['late-and-not-on-record', [behind(1), told, put('handover', { late: true })]],
  ])('are late by their first list: %s', async (code, changes) =>
    expect(await check((steps) => changes.forEach((change) => change(steps)))).toBe(code),
  )

  it.each<[string, Change]>([
    ['handovers', at('head', '2026-12-02T07:10:05Z')],
    ['not-what-was-recorded', at('head', '2026-12-02T07:10:05.001Z')],
    [
      'handovers',
      (steps) =>
        void steps.push(entry('later', 'recording-head', { to: 4, head: 'ii', items: [{ kind: 'REOPENED' }] })),
    ],
  ])('list the heads that were told when they were received: %s', async (code, change) =>
    expect(await check(change)).toBe(code),
  )
})
