import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import type { Asking, InformationLie } from './information'
import { minutesLater, nth } from './liesOfClarification'
import type { Alter } from './tender'

const without = (step: string, n: number) => nth(`evaluation/information-${step}`, n, () => undefined)
const withPut = (step: string, n: number, values: (body: JsonObject) => Record<string, Json>) =>
  nth(`evaluation/information-${step}`, n, (body) => ({ ...body, ...values(body) }))

/** Lies about bodies and about the order of the steps, each made afresh because it counts. */
export const LIES_OF_INFORMATION: [string, () => Alter, string][] = [
  [
    'a question that reached the procuring entity past the gate',
    () => without('gate', 1),
    'information chain a-step-out-of-its-turn',
  ],
  [
    'an answer that reached the panel past the gate',
    () => without('passage', 1),
    'information chain a-question-to-the-procuring-entity-was-left-open',
  ],
  [
    'a decision on an answer that nobody gave',
    () => without('answered', 1),
    'information chain a-step-out-of-its-turn',
  ],
  ['a question that is kept quiet', () => without('asked', 1), 'information chain a-question-that-nobody-asked'],
  [
    'a question left open',
    () => without('lapsed', 1),
    'information chain a-question-to-the-procuring-entity-was-left-open',
  ],
  [
    'withheld words that the panel saw',
    () => withPut('passage', 2, () => ({ deliveredAt: '2026-06-02T01:00:00.000Z' })),
    'information chain shown-although-it-was-withheld',
  ],
  [
    'a stopped question with a deadline',
    () => withPut('gate', 3, () => ({ deadline: '2026-06-02T01:00:00.000Z' })),
    'information chain stopped-without-a-reason',
  ],
  [
    'more time than the platform gives',
    () => withPut('gate', 1, ({ deadline }) => ({ deadline: minutesLater(deadline, 1) })),
    'information chain not-the-minutes-that-the-panel-set',
  ],
  [
    'an answer behind the deadline',
    () => withPut('answered', 1, ({ answeredAt }) => ({ answeredAt: minutesLater(answeredAt, 31) })),
    'information chain answered-behind-the-deadline',
  ],
  [
    'a silence that came too early',
    () => withPut('lapsed', 1, () => ({ deadline: '2026-06-02T01:00:00.000Z' })),
    'information chain not-the-deadline-that-ran',
  ],
  [
    'a delivery in the time to come',
    () => withPut('passage', 1, ({ deliveredAt }) => ({ deliveredAt: minutesLater(deliveredAt, 60) })),
    'information chain delivered-before-its-time-was-there',
  ],
]

const put = (what: string, number: number, values: JsonObject): InformationLie => {
  return (doc) => void (doc.type === `information-${what}` && doc.number === number && Object.assign(doc, values))
}
const by = (what: string, number: number, who: (people: Asking) => Signer): InformationLie => {
  return (doc, people) => (doc.type === `information-${what}` && doc.number === number ? who(people) : undefined)
}

/** Lies that somebody signs. */
export const SIGNED_LIES_OF_INFORMATION: [string, InformationLie, string][] = [
  ['a question by nobody on the panel', by('question', 1, (it) => it.bidder), 'said-by-no-member-of-the-panel'],
  ['a gate kept by the procuring entity', by('gate', 1, (it) => it.entity), 'not-decided-by-a-supervisor'],
  ['a gate kept by a member', by('passage', 1, (it) => it.experts[1]!), 'not-decided-by-a-supervisor'],
  ['an answer by a bidder', by('answer', 1, (it) => it.bidder), 'not-answered-by-the-procuring-entity'],
  ['a question that names a bidder', put('question', 1, { question: '投标人 2的报价含税吗？' }), 'a-bidder-is-named'],
  ['a place that names a bid’s owner', put('question', 1, { place: 'U2' }), 'a-bidder-is-named'],
  ['an answer that names a bidder', put('answer', 1, { text: '投　标人2 更合适。' }), 'a-bidder-is-named'],
  ['an answer without words', put('answer', 1, { text: ' ' }), 'an-answer-without-words'],
  ['a question without words', put('question', 2, { question: ' ' }), 'a-question-without-words'],
  ['a number that is left out', put('question', 2, { number: 3 }), 'not-the-next-number-of-a-question'],
  ['no time to answer', put('question', 1, { minutes: 0 }), 'no-time-to-answer'],
  ['an answer to another question', put('answer', 4, { request: 'ab'.repeat(32) }), 'signed-for-another-question'],
  ['a gate over another answer', put('passage', 1, { answer: 'ab'.repeat(32) }), 'a-decision-on-another-answer'],
  ['a withheld answer without a reason', put('passage', 4, { reason: ' ' }), 'stopped-without-a-reason'],
  ['neither delivered nor withheld', put('passage', 1, { delivered: null }), 'neither-released-nor-stopped'],
  ['a question of another session', put('question', 1, { session: 'x' }), 'a-question-of-another-session'],
]
