import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { again, entry, found, place, put, swap, without, type Change, type Step } from '@/test/evidence/story'
import { checkFaults } from './faults'

const AT = Date.parse('2026-12-02T12:00:00Z')
const moment = (minute: string) => `2026-12-02T${minute}:00.000Z`
const members = (...names: string[]) => ({ members: names.map((member) => ({ member })) })
const act = (number: number, at: string, seats: JsonObject[] = []) => ({
  session: 's',
  number,
  at: moment(at),
  by: 'p',
  role: 'sub-site',
  reason: '断网',
  seats,
})
const fault = (number: number, [at, from, until]: [string, string, string], seats: JsonObject[] = []) => ({
  ...act(number, at, seats),
  phase: 'DURING',
  site: 'S',
  plannedStart: moment('00:30'),
  policy: true,
  limitMinutes: 240,
  from: moment(from),
  until: moment(until),
})
const signedDoc = () => ({
  type: 'fault-decision',
  session: 's',
  fault: 2,
  site: 'S',
  outcome: 'VOID',
  reason: '超时',
  from: moment('06:00'),
  until: moment('10:00'),
})

/** A fault cleared after 3 h 59 min, then one that was not within four hours: void, and a new panel. */
const truth = (): Step[] => [
  entry('opened', 'opened', { session: 's', labelCommit: 'aa'.repeat(32) }),
  entry('panel', 'panel', members('a', 'b')),
  entry('fault', 'fault', fault(1, ['01:00', '01:00', '05:00'])),
  entry('cleared', 'fault-cleared', act(1, '04:59')),
  entry('committed', 'committed', { version: 1 }),
  entry(
    'late',
    'fault',
    fault(2, ['06:10', '06:00', '10:00'], [{ seat: 'S/1/01', beatAt: moment('06:00'), silent: true }]),
  ),
  entry('decided', 'fault-decided', {
    session: 's',
    number: 2,
    at: moment('10:01'),
    outcome: 'VOID',
    anew: true,
    statement: { doc: signedDoc() },
  }),
  entry('voided', 'voided', { session: 's', fault: 2, version: 2, labelCommit: 'bb'.repeat(32) }),
  entry('left a', 'left', {}),
  entry('left b', 'left', {}),
  entry('new panel', 'panel', members('c', 'd')),
  entry('again', 'committed', { version: 2 }),
  entry('report', 'report', {}),
]

/** The code of the rule that is broken after a change, or what is attested. */
async function check(change: Change, withheld: string[] = []) {
  const steps = truth()
  change(steps)
  return found(
    (dossier) => checkFaults(dossier, (all, decided) => all.doc(decided).get('by').said !== 'supervisor'),
    steps,
    AT,
    withheld,
  )
}

const signed = (values: JsonObject): Change => put('decided', { statement: { doc: { ...signedDoc(), ...values } } })

/** What is void is a re-review. */
const reworked: Change = (steps) =>
  void steps.splice(place(steps, 'late'), 0, entry('approved', 'rework-decided', { number: 1, approved: true }))

describe('R40: faults in a package', () => {
  it('hold as they happened', async () => expect(await check(() => {})).toBe('faults'))

  it('are judged by the types where they are withheld', async () => {
    const all = ['fault', 'fault-cleared', 'fault-decided']
    expect(await check(() => {}, all)).toBe('faults')
    expect(await check(swap('cleared', 'committed'), all)).toBe('decided-while-a-fault-was-open')
  })

  it('show what is void where the decision is withheld', async () => {
    const all = ['fault', 'fault-cleared', 'fault-decided']
    expect(await check(swap('voided', 'left a'), all)).toBe('void-though-nobody-decided-so')
  })

  it('keep the labels of a re-review, which are known', async () => {
    const known: Change = (steps) => [reworked, put('voided', { labelCommit: null })].forEach((each) => each(steps))
    expect(await check(known)).toBe('faults')
  })

  it.each<[string, Change]>([
    ['decided-while-a-fault-was-open', put('cleared', { at: moment('05:01') })],
    ['decided-while-a-fault-was-open', without('decided')],
    ['decided-while-a-fault-was-open', without('cleared')],
    ['decided-before-the-limit-of-a-fault', put('decided', { at: moment('10:00') })],
    ['not-what-the-rule-allows-for-a-fault', put('decided', { outcome: 'CONTINUE' })],
    ['a-fault-of-another-session', put('fault', { session: 't' })],
    ['a-fault-outside-of-the-evaluation', swap('opened', 'fault')],
    ['not-the-number-of-a-fault', put('late', { number: 3 })],
    ['not-the-phase-of-a-fault', put('fault', { phase: 'BEFORE_START' })],
    ['not-when-the-fault-began', put('fault', { from: moment('00:10') })],
    ['not-when-the-fault-began', put('late', { from: moment('06:10') })],
    ['not-the-limit-of-a-fault', put('fault', { until: moment('02:00') })],
    ['a-fault-told-by-nobody-who-may', put('fault', { role: 'agency' })],
    ['a-fault-without-a-reason', put('fault', { reason: ' ' })],
    ['recorded-before-it-happened', put('fault', { at: '2026-12-02T12:00:06.000Z' })],
    ['a-fault-while-another-is-open', again('fault', 'cleared')],
    ['cleared-though-no-fault-was-open', again('cleared', 'late')],
    [
      'cleared-while-a-seat-was-silent',
      put('cleared', { seats: [{ seat: 'S/1/01', beatAt: moment('01:00'), silent: true }] }),
    ],
    ['an-end-before-the-fault', put('cleared', { at: moment('00:59') })],
    ['another-outcome-than-was-signed', signed({ outcome: 'CONTINUE' })],
    ['another-fault-than-was-signed', signed({ until: moment('09:00') })],
    ['not-a-decision-about-a-fault', signed({ type: 'freeze' })],
    ['a-decision-without-a-reason', signed({ reason: '' })],
    ['a-fault-not-decided-by-the-tenderer-s-side', signed({ by: 'supervisor' })],
    ['decided-about-no-open-fault', again('decided', 'fault')],
    ['decided-while-a-fault-was-open', put('decided', { anew: false })],
    [
      'a-new-panel-though-the-panel-goes-on',
      (steps) => {
        put('late', { policy: false })(steps)
        put('decided', { outcome: 'CONTINUE', statement: { doc: { ...signedDoc(), outcome: 'CONTINUE' } } })(steps)
      },
    ],
    ['evaluated-by-a-dissolved-panel', without('new panel')],
    ['void-by-a-decision-and-not-on-record', without('voided')],
    ['void-by-a-decision-and-not-on-record', swap('voided', 'left a')],
    ['void-though-nobody-decided-so', again('voided', 'late')],
    ['void-though-nobody-decided-so', again('voided', 'report')],
    ['void-in-another-session', put('voided', { session: 't' })],
    ['void-by-another-fault', put('voided', { fault: 1 })],
    ['the-labels-of-a-void-attempt-once-more', put('voided', { labelCommit: 'aa'.repeat(32) })],
    ['void-behind-its-signed-report', again('report', 'late')],
    ['a-sheet-in-the-rounds-of-another-attempt', put('again', { version: 1 })],
    ['a-sheet-in-the-rounds-of-another-attempt', put('voided', { version: 1 })],
    ['new-labels-in-a-re-review', reworked],
    ['a-member-of-a-dissolved-panel-sits-again', put('new panel', members('c', 'd', 'a'))],
  ])('%s', async (code, change) => expect(await check(change)).toBe(code))
})
