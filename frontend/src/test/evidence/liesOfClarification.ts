import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import { lie } from './lies'
import type { Alter } from './tender'

/** Changes or leaves out the n-th entry of a type. */
export function nth(type: string, n: number, change: (body: JsonObject) => JsonObject | undefined): Alter {
  let seen = 0
  return (each, body) => {
    if (each !== type) return body
    seen += 1
    return seen === n ? change(structuredClone(body)) : body
  }
}

const without = (type: string, n: number) => nth(`evaluation/${type}`, n, () => undefined)
const withPut = (type: string, n: number, values: Record<string, Json>) =>
  nth(`evaluation/${type}`, n, (body) => ({ ...body, ...values }))
/** A moment so many minutes later. */
export const minutesLater = (text: Json | undefined, minutes: number) =>
  new Date(Date.parse(text as string) + minutes * 60_000).toISOString()

/** Lies about clarifications, each made afresh because it counts: what it says, the lie, and what is found. */
export const LIES_OF_CLARIFICATION: [string, () => Alter, string][] = [
  [
    'a question that no majority asked',
    () => without('clarification-vote', 1),
    'clarifications chain a-step-out-of-its-turn',
  ],
  [
    'a question that no supervisor released',
    () => without('clarification-gate', 1),
    'clarifications chain a-step-out-of-its-turn',
  ],
  [
    'more time than the panel gave',
    () => nth('evaluation/clarification-gate', 1, (body) => ({ ...body, deadline: minutesLater(body.deadline, 1) })),
    'clarifications chain not-the-minutes-that-the-panel-set',
  ],
  [
    'a release that lies in the time to come',
    () =>
      nth('evaluation/clarification-gate', 1, (body) => ({
        ...body,
        releasedAt: minutesLater(body.releasedAt, 60),
        deadline: minutesLater(body.deadline, 60),
      })),
    'clarifications chain released-before-its-time-was-there',
  ],
  [
    'an answer behind the deadline',
    () =>
      nth('evaluation/clarification-answered', 1, (body) => ({
        ...body,
        answeredAt: minutesLater(body.answeredAt, 31),
      })),
    'clarifications chain answered-behind-the-deadline',
  ],
  [
    'a silence that came too early',
    () => withPut('clarification-lapsed', 1, { deadline: '2026-06-02T01:00:00.000Z' }),
    'clarifications chain not-the-deadline-that-ran',
  ],
  ['a question left open', () => without('clarification-gate', 3), 'clarifications chain a-question-was-left-open'],
  [
    'a stopped question without the reason',
    () => withPut('clarification-gate', 3, { deadline: '2026-06-02T01:00:00.000Z' }),
    'clarifications chain stopped-without-a-reason',
  ],
  [
    'another corrected price',
    () => withPut('corrected', 1, { correctedFen: 1 }),
    'clarifications chain not-the-correction-that-was-confirmed',
  ],
  [
    'a correction of another price than was opened',
    () => withPut('corrected', 1, { sungFen: 1 }),
    'clarifications chain not-the-price-that-was-opened',
  ],
  [
    'a correction that the panel did not find on',
    () => without('clarification-found', 2),
    'clarifications chain a-step-out-of-its-turn',
  ],
  [
    'a confirmed correction that is kept quiet',
    () => without('corrected', 1),
    'clarifications chain a-confirmed-correction-is-not-on-record',
  ],
  [
    'a rejection as below cost without an inquiry',
    () => lie('evaluation/rejected', (body) => void (body.clarification = null)),
    'panel chain not-the-votes',
  ],
  [
    'a rejection that names another clarification, votes and all',
    () => (type, body) => {
      if (type === 'evaluation/vote') return undefined
      return type === 'evaluation/rejected' ? { ...body, clarification: 1, for: 0, against: 0 } : body
    },
    'clarifications chain rejected-on-what-the-bidder-was-not-asked-or-explained',
  ],
  [
    'a rejection as below cost without any',
    () => (type, body) => {
      if (type === 'evaluation/vote') return undefined
      return type === 'evaluation/rejected' ? { ...body, clarification: null, for: 0, against: 0 } : body
    },
    'clarifications chain rejected-without-a-clarification',
  ],
  [
    'a price that is called too high',
    () => (type, body) => {
      if (type === 'evaluation/vote') return undefined
      const high = { basis: 'ABOVE_CEILING', clarification: null, for: 0, against: 0 }
      return type === 'evaluation/rejected' ? { ...body, ...high } : body
    },
    'clarifications chain not-above-the-ceiling',
  ],
  [
    'a low price that is called a fact',
    () => (type, body) => {
      if (type === 'evaluation/vote') return undefined
      const fact = { basis: 'FACT', clarification: null, for: 0, against: 0 }
      return type === 'evaluation/rejected' ? { ...body, ...fact } : body
    },
    'clarifications chain not-a-basis-of-this-ground',
  ],
  [
    'the sung price in the score, where the document takes the corrected one',
    () =>
      lie('evaluation/scored', (body) => {
        const prices = (body.input as JsonObject).prices as JsonObject[]
        prices[1]!.priceFen = Number(prices[1]!.priceFen) + 431_580
      }),
    'scores chain not-the-price-that-was-opened',
  ],
  [
    'a contract at the sung price, although the corrected one binds',
    () => lie('award/noticed', (body) => void (body.amountFen = Number(body.amountFen) + 431_580)),
    'contract chain not-the-price-that-was-opened',
  ],
]
