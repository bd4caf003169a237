import { TestAuthority } from '../people'
import { DAY, START } from './chain'
import { AGENCY } from './rules'
import { lie, without } from './lies'
import type { SuccessionLie } from './succession'
import type { Alter } from './tender'

/** A deadline a day behind the one that was published. */
export const MOVED = START + 2 * DAY

const nothing: Alter = (_, body) => body
const stranger = () => new TestAuthority().person('代理机构', '代理机构', AGENCY)

/** Lies about a replaced key set: what is told, what is altered behind the signature, and what is found. */
export const LIES_OF_SUCCESSION: [string, SuccessionLie, Alter, string][] = [
  ['a replacement by a stranger', { by: stranger() }, nothing, 'chain chain leads-to-no-root-of-the-trust-file'],
  ['a replacement by a trustee', { bySupervisor: true }, nothing, 'publication chain not-signed-by-who-published'],
  ['a replacement behind the deadline', { late: true }, nothing, 'publication chain replaced-behind-the-deadline'],
  ['a set that one side controls', { controlled: true }, nothing, 'publication chain one-side-controls-the-set'],
  [
    'another set that is replaced',
    { replaces: 'ab'.repeat(32) },
    nothing,
    'publication chain not-the-set-in-force-that-it-replaces',
  ],
  ['a former set that is lost', { bothLost: true }, nothing, 'publication chain a-former-set-that-cannot-open'],
  [
    'a deadline that moves although every bid can be opened',
    { movesIdly: true },
    nothing,
    'publication chain a-deadline-moved-without-a-cause',
  ],
  [
    'another set that is called lost',
    { movesTo: MOVED, callsLost: ['ab'.repeat(32)] },
    nothing,
    'publication chain a-former-set-that-cannot-open',
  ],
  [
    'a deadline that leaves no time to seal again',
    { movesTo: START + DAY + 1 },
    nothing,
    'publication chain too-little-time-to-seal-again',
  ],
  [
    'a list with the former deadline',
    { movesTo: MOVED },
    lie('lot/bid-list', (body) => void (body.deadline = new Date(START + DAY).toISOString())),
    'bids chain not-the-deadline-that-was-published',
  ],
  [
    'a bid of the lost set that is live',
    { movesTo: MOVED, listsLost: 'LIVE' },
    nothing,
    'bids bids a-bid-that-nobody-can-open',
  ],
  [
    'a bid that is lost for another reason',
    { movesTo: MOVED, listsLost: 'OTHER' },
    nothing,
    'bids chain a-bid-that-could-be-opened',
  ],
  [
    'a good bid that is called lost',
    { movesTo: MOVED, listsGood: true },
    nothing,
    'bids bids a-bid-that-could-be-opened',
  ],
  [
    'a key that a stranger declares lost',
    { strangerLost: true },
    nothing,
    'publication chain declared-by-no-member-of-the-set',
  ],
  [
    'a set with other keys',
    {},
    lie('lot/key-set', (body) => void ((body.keySet as { threshold: number }).threshold = 3)),
    'publication chain not-the-key-set-that-is-named',
  ],
  ['keys that nobody showed', {}, without('lot/key-shown'), 'publication chain in-force-before-its-keys-were-shown'],
  [
    'an answer to no canary',
    {},
    lie('lot/key-shown', (body) => void (body.answer = 'ab'.repeat(32))),
    'publication chain not-the-answer-to-a-canary',
  ],
  ['in force without a replacement', {}, without('lot/key-set'), 'publication chain of-another-key-set'],
  ['never in force', {}, without('lot/key-set-in-force'), 'bids bids sealed-to-other-trustees'],
  [
    'in force at another time',
    {},
    lie('lot/key-set-in-force', (body) => void (body.from = '2026-06-01T02:00:00.000Z')),
    'publication chain in-force-at-another-time-than-its-entry',
  ],
  [
    'a bid sealed to a set that was not current',
    { toFormer: [0, 1] },
    nothing,
    'bids bids sealed-to-a-set-that-was-not-in-force',
  ],
  ['no press of one set', { onlyCurrent: true }, nothing, 'opening chain opened-before-enough-trustees-pressed'],
  [
    'a press for the wrong set',
    { swapped: true },
    nothing,
    'opening chain pressed-by-somebody-who-is-no-trustee-of-the-lot',
  ],
  [
    'a press with a lost key',
    { lostPresses: true },
    nothing,
    'opening chain pressed-with-a-key-that-was-declared-lost',
  ],
  ['a draw of the former set', { formerDraws: true }, nothing, 'draws chain a-draw-of-another-key-set'],
]
