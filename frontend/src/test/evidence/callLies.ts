import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import type { Alter } from './tender'
import { lie } from './lies'

const first = (list: Json | undefined) => (list as JsonObject[])[0]!

/** Changes only the bodies of a type that fit. */
const where =
  (type: string, fits: (body: JsonObject) => boolean, change: (body: JsonObject) => void): Alter =>
  (seen, body) =>
    seen === type && fits(body) ? lie(type, change)(seen, body) : body

/** Leaves out the bodies of a type that fit. */
const without =
  (type: string, fits: (body: JsonObject) => boolean = () => true): Alter =>
  (seen, body) =>
    seen === type && fits(body) ? undefined : body

/** Changes who was passed over on this ground. */
const passed = (why: string, change: (seat: JsonObject) => void): Alter =>
  lie('evaluation/panel', (body) => change((body.passed as JsonObject[]).find((seat) => seat.why === why)!))

const silent = ({ answer }: JsonObject) => answer === 'UNANSWERED'
const drew = ({ draw }: JsonObject) => draw !== null

/** Lies about the draw and the calls of experts, and what is found. */
export const LIES_OF_CALLS: [string, Alter, string][] = [
  ['a draw without its look at the pool', without('evaluation/draw-step', drew), 'a-draw-of-experts-without-its-step'],
  [
    'another size of the pool',
    where('evaluation/draw-step', drew, (body) => void (body.eligible = 8)),
    'not-the-pool-that-was-looked-at',
  ],
  [
    'widened though there were enough',
    where(
      'evaluation/draw-step',
      (body) => !drew(body),
      (body) => void (body.eligible = 9),
    ),
    'not-drawn-though-enough-were-left',
  ],
  [
    'widened to the province at once',
    lie('evaluation/draw-step', (body) => void (body.step = 'PROVINCE')),
    'not-widened-in-the-declared-order',
  ],
  [
    'a wider scope than the step has',
    where('evaluation/draw-step', drew, (body) => void (body.regions = ['33'])),
    'not-the-scope-of-the-step',
  ],
  [
    'no reason for the hour',
    lie('evaluation/draw-step', (body) => void (body.reason = ' ')),
    'no-reason-for-a-draw-behind-the-opening',
  ],
  [
    'somebody who was not drawn',
    lie('evaluation/called', (body) => void (body.code = 'ab'.repeat(32))),
    'not-called-in-the-order-of-the-draw',
  ],
  ['nobody passed over', without('evaluation/skipped'), 'not-called-in-the-order-of-the-draw'],
  [
    'one who declined and is still waited for',
    without('evaluation/answered', ({ answer }) => answer === 'DECLINED'),
    'a-call-though-no-seat-was-free',
  ],
  [
    'a silence before its time',
    where('evaluation/answered', silent, (body) => void (body.at = '2026-06-01T01:00:00.000Z')),
    'an-answer-counted-at-the-wrong-time',
  ],
  [
    'an answer behind its time',
    where(
      'evaluation/answered',
      ({ answer }) => answer === 'ACCEPTED',
      (body) => void (body.at = '2027-06-01T01:00:00.000Z'),
    ),
    'an-answer-counted-at-the-wrong-time',
  ],
  [
    'an answer of another kind',
    where(
      'evaluation/answered',
      ({ answer }) => answer === 'DECLINED',
      (body) => void (body.answer = 'PERHAPS'),
    ),
    'an-answer-that-nobody-knows',
  ],
  [
    'an answer of a stranger',
    lie('evaluation/answered', (body) => void (body.code = 'ab'.repeat(32))),
    'an-answer-of-nobody-who-was-asked',
  ],
  [
    'a stranger who left',
    lie('evaluation/left', (body) => void (body.code = 'ab'.repeat(32))),
    'a-departure-of-nobody-who-was-there',
  ],
  [
    'a look without a reason',
    lie('evaluation/names-seen', (body) => void (body.reason = '')),
    'a-look-without-a-reason',
  ],
  [
    'a look at a stranger',
    lie('evaluation/names-seen', (body) => void (body.codes = ['ab'.repeat(32)])),
    'a-look-at-nobody-who-was-called',
  ],
  [
    'passed over for an employer that nobody else has',
    lie('evaluation/panel', (body) => void (first(body.passed).employer = '己')),
    'passed-over-without-a-ground',
  ],
  [
    'passed over for another reason than was told',
    lie('evaluation/panel', (body) => void (first(body.passed).why = 'TOO_FREQUENT')),
    'passed-over-without-a-ground',
  ],
  [
    'one of the passed over is not listed',
    lie('evaluation/panel', (body) => void (body.passed as Json[]).pop()),
    'not-those-who-were-passed-over',
  ],
  [
    'a member who served too often',
    lie('evaluation/panel', (body) => void (first(body.members).served = 3)),
    'a-member-who-served-too-often',
  ],
  [
    'a member who met a bidder too often',
    lie('evaluation/panel', (body) => void (first(body.members).sameBidder = 4)),
    'a-member-who-met-a-bidder-too-often',
  ],
  [
    'a member of whom nobody tells how often it met a bidder',
    lie('evaluation/panel', (body) => void delete first(body.members).sameBidder),
    'a-member-who-met-a-bidder-too-often',
  ],
  [
    'a member who met the procuring entity too often',
    lie('evaluation/panel', (body) => void (first(body.members).sameHost = 6)),
    'a-member-who-met-the-host-too-often',
  ],
  [
    'passed over for a bidder that was not met so often',
    passed('SAME_BIDDER', (seat) => void (seat.sameBidder = 3)),
    'passed-over-without-a-ground',
  ],
  [
    'passed over for a procuring entity that was not met so often',
    passed('SAME_HOST', (seat) => void (seat.sameHost = 5)),
    'passed-over-without-a-ground',
  ],
  [
    'two of one employer where one may sit',
    (seen, body) => (seen === 'evaluation/draw-step' ? { ...body, employerMax: 1 } : body),
    'more-experts-of-one-employer-than-may-sit',
  ],
  [
    'another seed',
    lie('evaluation/panel', (body) => void (body.seed = 'ab'.repeat(32))),
    'not-the-experts-who-were-drawn',
  ],
  [
    'chosen though somebody was left',
    without('evaluation/draw-step', ({ step }) => step === 'PROVINCE'),
    'a-direct-choice-before-the-pool-was-empty',
  ],
  ['a direct choice without approval', without('evaluation/direct-choice'), 'not-called-in-the-order-of-the-draw'],
  [
    'an approval of another request',
    lie('evaluation/direct-choice', (body) => void (body.decision = body.request!)),
    'not-a-direct-choice',
  ],
  [
    'more codes than were asked for',
    lie('evaluation/direct-choice', (body) => void (body.codes as Json[]).push('ab'.repeat(32))),
    'not-the-experts-who-were-chosen',
  ],
  [
    'a choice for another session',
    lie('evaluation/direct-choice', (body) => void (body.session = 'x')),
    'not-a-direct-choice',
  ],
]
