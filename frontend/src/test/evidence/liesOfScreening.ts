import type { JsonObject } from '@/shared/trust/canonicalJson'
import { lie, without } from './lies'
import type { Alter, Lies } from './tender'

const nthLeftOut = (type: string, n: number) => (): Alter => {
  let seen = 0
  return (each, body) => (each === type && ++seen === n ? undefined : body)
}
const screened = (values: JsonObject) => () => lie('evaluation/screened', (body) => void Object.assign(body, values))

/** Lies about the preliminary review, each made afresh because it may count: what it says, the lie, and what is found. */
export const LIES_OF_SCREENING: [string, () => Alter, string][] = [
  [
    'a bid that passed is treated as failed',
    () =>
      lie('evaluation/screened', (body) => {
        body.rejected = [...(body.passed as string[]), ...(body.rejected as string[])].sort()
        body.passed = []
        body.competition = null
      }),
    'screening chain not-the-bids-that-were-rejected',
  ],
  [
    'a bid that failed goes on',
    () =>
      lie('evaluation/screened', (body) => {
        body.passed = [...(body.passed as string[]), ...(body.rejected as string[])].sort()
        body.rejected = []
        body.competition = null
      }),
    'screening chain not-the-bids-that-were-rejected',
  ],
  [
    'nobody voted on what a member failed',
    () => (type, body) => {
      if (type === 'evaluation/vote' || type === 'evaluation/rejected') return undefined
      if (type !== 'evaluation/screened') return body
      const passed = [...(body.passed as string[]), ...(body.rejected as string[])].sort()
      return { ...body, passed, rejected: [], competition: null }
    },
    'screening chain failed-by-a-member-and-the-panel-did-not-decide-on-it',
  ],
  ['a vote is missing', nthLeftOut('evaluation/vote', 2), 'panel chain not-the-votes'],
  [
    'the judgement of one member is missing',
    nthLeftOut('evaluation/screening-revealed', 2),
    'screening chain decided-without-the-judgement-of-every-member',
  ],
  [
    'a sheet opened before everybody had committed',
    nthLeftOut('evaluation/screening-committed', 3),
    'screening chain revealed-before-every-member-had-committed',
  ],
  [
    'two bids are left and nobody says why that is enough',
    screened({ competition: null }),
    'screening chain not-one-of-the-ways-that-fewer-than-three-bids-leave',
  ],
  [
    'the panel rejected all and scored all the same',
    screened({ competition: 'REJECT_ALL' }),
    'screening chain evaluated-although-nothing-was-left-to-evaluate',
  ],
  [
    'scored before the preliminary review was decided',
    () => without('evaluation/screened'),
    'screening chain a-step-before-the-preliminary-review-was-decided',
  ],
]

const firstItem = (sheet: JsonObject) =>
  ((sheet.bids as JsonObject[])[0]!.items as JsonObject[]).find((item) => item.item === 'Q1')!
const failing = (sheet: JsonObject) =>
  (sheet.bids as JsonObject[]).flatMap((bid) => bid.items as JsonObject[]).filter((item) => item.passed === false)

/** Lies that a member seals, or that are told between the sealing and the opening. */
export const SHEET_LIES_OF_SCREENING: [string, Lies, string][] = [
  [
    'an item that the document does not have',
    { judgement: (sheet) => void (firstItem(sheet).item = 'Q9') },
    'screening chain not-judged-by-exactly-the-published-items',
  ],
  [
    'judged before the technical sheets, though an item is about the price',
    { priced: true },
    'screening chain judged-before-the-names-were-open',
  ],
  [
    'failed without a page',
    { judgement: (sheet) => failing(sheet).forEach((item) => (item.page = '')) },
    'screening chain failed-without-basis-reason-and-page',
  ],
  [
    'rejected for what no member failed',
    {
      judgement: (sheet) => failing(sheet).forEach((item) => Object.assign(item, { passed: true, basis: null })),
    },
    'screening chain rejected-in-the-preliminary-review-for-what-no-member-failed',
  ],
  [
    'a bid that was not judged',
    { judgement: (sheet) => void (sheet.bids as JsonObject[]).pop() },
    'screening chain a-bid-that-was-not-judged',
  ],
  [
    'a judgement altered behind its commitment',
    { altered: (sheet) => void (firstItem(sheet).reason = '已补正') },
    'screening chain not-the-sheet-committed-to',
  ],
  [
    'a technical sheet without a bid that passed',
    { sheet: (sheet) => void (sheet.bids as JsonObject[]).pop() },
    'screening chain not-exactly-the-bids-that-passed-the-preliminary-review',
  ],
]
