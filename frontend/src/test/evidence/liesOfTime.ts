import type { JsonObject } from '@/shared/trust/canonicalJson'
import { signStatement, type Signer, type Statement } from '@/shared/trust/statement'
import type { Alter, Ending } from './tender'

/** Who could sign a lie: members of the panel, and both sides that decide. */
export interface Liars {
  experts: Signer[]
  entity: Signer
  supervisor: Signer
}

const ASKED = 'evaluation/more-time-asked'
const SET = 'evaluation/time-set'

/** Changes what the nth statement of a type says and lets this person sign it. */
const said =
  (type: string, n: number, signer: (liars: Liars) => Signer, change: (doc: JsonObject) => void = () => {}) =>
  (liars: () => Liars): Alter => {
    let seen = 0
    return (each, body) => {
      if (each !== type || ++seen !== n) return body
      const doc = structuredClone((body.statement as unknown as Statement).doc) as JsonObject
      change(doc)
      return { statement: signStatement(signer(liars()), doc) as unknown as JsonObject }
    }
  }

const plain = (alter: () => Alter) => (): Alter => alter()

/** Leaves out the nth body of a type. */
const withoutNth = (type: string, n: number) =>
  plain(() => {
    let seen = 0
    return (each, body) => (each === type && ++seen === n ? undefined : body)
  })

const expert = (i: number) => (liars: Liars) => liars.experts[i]!
const entity = (liars: Liars) => liars.entity

/** Lies about the evaluation time, each made afresh because it counts: what it says, the lie, and what is found. */
export const LIES_OF_TIME: [string, (liars: () => Liars) => Alter, string][] = [
  ['an extension that never came', withoutNth(SET, 2), 'evaluation-time chain a-member-asks-twice'],
  [
    'a demand that nobody met',
    plain(() => {
      let [ends, asked] = [0, 0]
      return (type, body) => ((type === SET && ++ends === 2) || (type === ASKED && ++asked === 3) ? undefined : body)
    }),
    'evaluation-time chain more-time-was-owed',
  ],
  ['a request kept quiet', withoutNth(ASKED, 2), 'evaluation-time chain not-the-requests-that-waited'],
  [
    'a request that the extension passes over',
    said(SET, 2, entity, (doc) => void (doc.requests as string[]).pop()),
    'evaluation-time chain not-the-requests-that-waited',
  ],
  [
    'a request counted twice',
    said(
      SET,
      2,
      entity,
      (doc) => void (doc.requests = [(doc.requests as string[])[0]!, (doc.requests as string[])[0]!]),
    ),
    'evaluation-time chain not-the-requests-that-waited',
  ],
  ['one member who asks for two', said(ASKED, 2, expert(0)), 'evaluation-time chain a-member-asks-twice'],
  [
    'a request of somebody else',
    said(ASKED, 1, (liars) => liars.supervisor),
    'evaluation-time chain asked-by-no-member-of-the-panel',
  ],
  [
    'a request without a word',
    said(ASKED, 1, expert(0), (doc) => void (doc.reason = '　')),
    'evaluation-time chain more-time-without-a-reason',
  ],
  [
    'a request out of the row',
    said(ASKED, 2, expert(1), (doc) => void (doc.number = 5)),
    'evaluation-time chain not-the-next-number-of-a-request',
  ],
  [
    'a request that was something else',
    said(ASKED, 1, expert(0), (doc) => void (doc.type = 'hall-text')),
    'evaluation-time chain not-a-request-for-more-time',
  ],
  [
    'an extension by the supervisor',
    said(SET, 2, (liars) => liars.supervisor),
    'evaluation-time chain not-set-by-the-tenderer-s-side',
  ],
  [
    'an extension that gives nothing',
    said(SET, 2, entity, (doc) => void (doc.until = '2026-06-02T01:30:00.000Z')),
    'evaluation-time chain an-end-that-gives-no-time',
  ],
  [
    'an extension without a word',
    said(SET, 2, entity, (doc) => void (doc.reason = ' ')),
    'evaluation-time chain more-time-without-a-reason',
  ],
  [
    'an end out of the row',
    said(SET, 1, entity, (doc) => void (doc.number = 2)),
    'evaluation-time chain not-the-next-number-of-an-end',
  ],
  [
    'an end that was something else',
    said(SET, 1, entity, (doc) => void (doc.type = 'award-notice')),
    'evaluation-time chain not-an-evaluation-time',
  ],
  [
    'the time of another session',
    said(SET, 1, entity, (doc) => void (doc.session = '00000000-0000-0000-0000-000000000001')),
    'evaluation-time chain the-time-of-another-session',
  ],
]

/** Lies that a member commits to in its first sheet: extreme points, and a total far from the others', without a word. */
export const SHEET_LIES_OF_REASONS: [string, (sheet: JsonObject) => void, string][] = [
  [
    'nought without a word',
    (sheet) => void Object.assign(itemOf(sheet), { score: '0', reason: '' }),
    'scores chain extreme-points-without-a-reason',
  ],
  [
    'few points at a low total without a word',
    (sheet) => void Object.assign(itemOf(sheet), { score: '15.99', reason: ' ' }),
    'scores chain extreme-points-without-a-reason',
  ],
  [
    'full points at a high total without a word',
    (sheet) => void Object.assign(itemOf(sheet), { score: '38.01', reason: '' }),
    'scores chain extreme-points-without-a-reason',
  ],
  [
    'a total far from the others without a word',
    (sheet) => void Object.assign(itemOf(sheet), { score: '18.00', reason: '' }),
    'scores chain a-total-far-from-the-mean-without-a-reason',
  ],
  [
    'the same with a word, which owes nothing',
    (sheet) => void (itemOf(sheet).score = '18.00'),
    'scores chain another-mean',
  ],
  [
    'the highest total that is not extreme, without a word',
    (sheet) => void Object.assign(itemOf(sheet), { score: '38.00', reason: '' }),
    'scores chain another-mean',
  ],
]

const found = (sheet: JsonObject, rejection: JsonObject) => {
  const third = (sheet.bids as JsonObject[]).find((bid) =>
    String((bid.items as JsonObject[])[0]!.score).startsWith('32.'),
  )!
  third.rejection = { code: 'RJ6', reason: '工期不响应', page: '第3页', ...rejection }
}

/** Grounds that a member found while scoring, in the third bid, on which the panel votes only where somebody is asked. */
export const SHEET_LIES_OF_DEFECTS: [string, Ending, (sheet: JsonObject) => void, string][] = [
  ['a ground on which the panel voted', 'CLARIFIED', (sheet) => found(sheet, {}), 'proved'],
  [
    'a ground on which nobody voted',
    'CONTRACT',
    (sheet) => found(sheet, {}),
    'scores chain a-ground-found-while-scoring-and-no-vote-on-it',
  ],
  [
    'a price as a ground, which nobody saw',
    'CLARIFIED',
    (sheet) => found(sheet, { code: 'RJ5' }),
    'scores chain no-ground-of-rejection-with-reason-and-page',
  ],
  [
    'a ground without a page',
    'CLARIFIED',
    (sheet) => found(sheet, { page: ' ' }),
    'scores chain no-ground-of-rejection-with-reason-and-page',
  ],
  [
    'a ground that says more',
    'CLARIFIED',
    (sheet) => found(sheet, { name: '投标人 3' }),
    'scores chain not-exactly-the-members',
  ],
]

const itemOf = (sheet: JsonObject) => ((sheet.bids as JsonObject[])[0]!.items as JsonObject[])[0]!
