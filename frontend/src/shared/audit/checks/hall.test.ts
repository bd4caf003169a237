import { describe, expect, it } from 'vitest'
import * as story from '@/test/evidence/story'
import { again, entry, found, put, step, swap, type Change, type Step } from '@/test/evidence/story'
import { checkHall } from './hall'

const AT = Date.parse('2026-12-02T02:00:00Z')
const said = (number: number, member: string, second: string) => ({
  session: 's',
  number,
  member,
  at: `2026-12-02T01:59:${second}.000Z`,
  text: '同意',
})
const act = (number: number, role: string) => ({
  session: 's',
  number,
  role,
  by: 'p',
  at: '2026-12-02T01:59:20.000Z',
  reason: '核查',
})

/** Two messages, a warning to a and b that b acknowledges, and a freeze between the commitment and the report. */
const truth = (): Step[] => [
  entry('opened', 'opened', { session: 's' }),
  entry('panel', 'panel', { members: ['a', 'b', 'c'].map((member) => ({ member })) }),
  entry('first', 'said', said(1, 'a', '00')),
  entry('warned', 'warned', { ...act(1, 'supervisor'), all: false, to: ['a', 'b'] }),
  entry('seen', 'warning-seen', { session: 's', number: 1, member: 'b', at: '2026-12-02T01:59:30.000Z' }),
  entry('committed', 'committed', {}),
  entry('frozen', 'frozen', act(1, 'supervisor')),
  entry('second', 'said', said(2, 'b', '40')),
  entry('unfrozen', 'unfrozen', act(1, 'notary')),
  entry('scored', 'scored', {}),
  entry('closed', 'hall-closed', { session: 's', said: 2 }),
  entry('report', 'report', {}),
]

/** The panel reviews once more: one more message, and one more end, which counts all messages so far. */
const more =
  (change: Change): Change =>
  (steps) => {
    steps.push(
      entry('approved', 'rework-decided', { approved: true }),
      entry('third', 'said', said(3, 'a', '50')),
      entry('end', 'hall-closed', { session: 's', said: 3 }),
      entry('second report', 'report', {}),
    )
    change(steps)
  }

/** The code of the rule that is broken after a change, what is attested, or nothing. */
async function check(change: Change, withheld: string[] = []) {
  const steps = truth()
  change(steps)
  return found(checkHall, steps, AT, withheld)
}

/** A message fewer is one number fewer. */
const without =
  (name: string): Change =>
  (steps) => {
    story.without(name)(steps)
    if (name === 'first') step(steps, 'second').body.number = 1
  }

/** One more entry while the session is frozen. */
const meanwhile =
  (type: string): Change =>
  (steps) =>
    void steps.splice(steps.indexOf(step(steps, 'unfrozen')), 0, entry('meanwhile', type, {}))

describe('hall and witness in a package', () => {
  it('hold as they happened', async () => expect(await check(() => {})).toBe(''))

  it('are attested where they are withheld, and judged by the types', async () => {
    expect(await check(() => {}, ['said', 'warned', 'warning-seen', 'hall-closed'])).toBe('hall')
    const all = ['said', 'frozen', 'unfrozen', 'hall-closed']
    expect(await check(swap('unfrozen', 'scored'), all)).toBe('decided-while-the-session-was-frozen')
    expect(await check(swap('second', 'closed'), all)).toBe('said-behind-the-end-of-the-hall')
  })

  it.each<[string, Change]>([
    ['', () => {}],
    ['not-the-number-of-messages', put('end', { said: 1 })],
    ['a-hall-that-was-never-closed', story.without('end')],
    ['said-behind-the-end-of-the-hall', swap('third', 'end')],
    ['a-word-of-the-hall-outside-of-the-evaluation', swap('third', 'approved')],
    ['a-word-of-the-hall-outside-of-the-evaluation', put('approved', { approved: false })],
    ['a-hall-closed-twice', again('end', 'second report')],
  ])('go on in a re-review: %s', async (code, change) => expect(await check(more(change))).toBe(code))

  it.each<[string, Change]>([
    ['not-the-next-number-of-a-message', put('second', { number: 3 })],
    ['not-the-number-of-messages', without('first')],
    ['not-a-message', put('first', { text: ' ' })],
    ['said-by-no-member-of-the-panel', put('first', { member: 'x' })],
    ['messages-out-of-order', put('second', { at: '2026-12-02T01:00:00.000Z' })],
    ['recorded-before-it-happened', put('second', { at: '2026-12-02T02:00:06.000Z' })],
    ['not-the-number-of-messages', put('closed', { said: 3 })],
    ['a-hall-that-was-never-closed', without('closed')],
    ['a-hall-closed-twice', again('closed', 'report')],
    ['a-word-of-another-session', put('first', { session: 't' })],
    ['a-word-of-the-hall-outside-of-the-evaluation', swap('closed', 'report')],
    ['not-the-next-number-of-a-warning', put('warned', { number: 2 })],
    ['a-warning-to-nobody-or-to-somebody-twice', put('warned', { to: [] })],
    ['a-warning-to-nobody-or-to-somebody-twice', put('warned', { to: ['a', 'b', 'a'] })],
    ['acknowledged-by-nobody-who-was-warned', put('seen', { member: 'c' })],
    ['a-warning-acknowledged-twice', again('seen', 'report')],
    ['an-act-of-nobody-who-watches', put('warned', { role: 'centre' })],
    ['an-act-of-a-watcher-without-a-reason', put('frozen', { reason: ' ' })],
    ['not-the-next-number-of-a-freeze', put('frozen', { number: 2 })],
    ['decided-while-the-session-was-frozen', without('unfrozen')],
    ['unfrozen-though-nothing-was-frozen', without('frozen')],
    ['frozen-twice', again('frozen', 'unfrozen')],
    ['decided-while-the-session-was-frozen', swap('committed', 'frozen')],
    ['decided-while-the-session-was-frozen', meanwhile('information-asked')],
    ['decided-while-the-session-was-frozen', meanwhile('information-gate')],
    ['decided-while-the-session-was-frozen', meanwhile('information-passage')],
    ['', meanwhile('information-answered')],
  ])('%s', async (code, change) => expect(await check(change)).toBe(code))
})
