import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import { lie, nth, object, without, withoutNth } from './lies'
import type { Alter } from './tender'

const list = (value: Json | undefined) => value as JsonObject[]

/** Lies about a re-review, each made afresh because some count: what it says, the lie, and what is found. */
export const LIES_OF_REWORK: [string, () => Alter, string][] = [
  ['a request that nobody made', () => without('evaluation/rework-asked'), 'rework chain decided-without-a-request'],
  [
    'another number',
    () => lie('evaluation/rework-asked', (body) => void (body.number = 2)),
    'rework chain not-the-next-request',
  ],
  [
    'an approval that says something else than was signed',
    () => lie('evaluation/rework-decided', (body) => void (body.ground = 'SUM_WRONG')),
    'rework chain another-decision-than-was-signed',
  ],
  [
    'an approval that was a refusal',
    () => lie('evaluation/rework-decided', (body) => void (object(object(body.statement).doc).approved = false)),
    'chain chain bad-signature',
  ],
  [
    'a second report without an approval',
    () => without('evaluation/rework-decided'),
    'rework chain a-second-report-that-nobody-approved',
  ],
  [
    'finalists that are not withdrawn',
    () => without('award/withdrawn'),
    'rework chain what-was-published-is-not-withdrawn',
  ],
  [
    'a withdrawal of less than was published',
    () => lie('award/withdrawn', (body) => void (body.entries = [])),
    'rework chain not-exactly-what-was-published',
  ],
  [
    'a withdrawal for another re-review',
    () => lie('award/withdrawn', (body) => void (body.rework = 2)),
    'rework chain withdrawn-for-another',
  ],
  [
    'a score of a bid that the approval does not name',
    () => nth('evaluation/scored', 2, (body) => void (list(body.technical)[2]!.score = '33.15')),
    'rework chain a-score-that-the-approval-does-not-open',
  ],
  [
    'a second report that names no re-review',
    () => nth('evaluation/report', 2, (body) => void delete body.rework),
    'rework chain the-report-of-no-re-review',
  ],
  [
    'a second report that voids another',
    () => nth('evaluation/report', 2, (body) => void (object(body.rework).voids = 'ab'.repeat(32))),
    'rework chain the-report-of-no-re-review',
  ],
  [
    'letters of the first report under the second',
    () => withoutNth('evaluation/parts', 2),
    'panel chain a-report-without-a-part-for-each-bidder',
  ],
]

const bidOf = (sheet: JsonObject, score: string) => list(sheet.bids).find((bid) => list(bid.items)[0]!.score === score)!
const itemOf = (sheet: JsonObject, score: string) => list(bidOf(sheet, score).items)[0]!

/** Lies that a member commits to in its second sheet, which opens the first bid alone. */
export const SHEET_LIES_OF_REWORK: [string, (sheet: JsonObject) => void, string][] = [
  [
    'other points of a bid that the approval does not name',
    (sheet) => void (itemOf(sheet, '31.05').score = '32.05'),
    'rework chain points-that-the-approval-does-not-open',
  ],
  [
    'changed points without a word',
    (sheet) => void (itemOf(sheet, '29.05').reason = ' '),
    'rework chain changed-points-without-a-reason',
  ],
  ['a new version without a word', (sheet) => void (sheet.reason = ''), 'rework chain a-new-version-without-a-reason'],
]
