import type { JsonObject } from '@/shared/trust/canonicalJson'
import { lie, object, without } from './lies'
import type { Alter } from './tender'

const objects = (value: unknown) => value as JsonObject[]

/** Lies about blind files: what it says, the lie, and what is found. */
export const LIES_OF_BLIND: [string, Alter, string][] = [
  [
    'nothing was fixed before the sheets',
    without('evaluation/blind-sealed'),
    'blind-files chain a-sheet-before-the-blind-files-were-fixed',
  ],
  [
    'another canonical form than was fixed',
    lie('evaluation/blind-files', (body) => void (objects(body.files)[0]!.canonical = 'ab'.repeat(32))),
    'blind-files chain not-the-blind-files-that-were-sealed',
  ],
  [
    'what was fixed is never opened',
    without('evaluation/blind-files'),
    'blind-files chain scored-before-the-blind-files-were-opened',
  ],
  [
    'a consequence that the document does not state',
    lie('evaluation/blind-ruling', (body) => void (body.effect = 'NONE')),
    'blind-files chain not-the-consequence-that-was-published',
  ],
  [
    'a rejection as if the document stated it',
    (type, body) => (type === 'evaluation/blind-ruling' ? { ...body, effect: 'REJECT' } : body),
    'blind-files chain an-unknown-consequence',
  ],
  [
    'a breach that the majority found is kept quiet',
    without('evaluation/blind-ruling'),
    'panel chain a-vote-that-no-rejection-counts',
  ],
  [
    'a breach with other votes',
    lie('evaluation/blind-ruling', (body) => void Object.assign(body, { for: 1, against: 2, carried: false })),
    'panel chain not-the-votes',
  ],
  [
    'a ruling on something that is no mark',
    (type, body) =>
      type === 'evaluation/vote'
        ? undefined
        : type === 'evaluation/blind-ruling'
          ? { ...body, basis: 'FACT', for: 0, against: 0, carried: false }
          : body,
    'blind-files chain a-ruling-on-something-else',
  ],
  [
    'technical points in spite of the breach',
    lie('evaluation/scored', (body) => {
      const line = (list: string) => objects(body[list]).at(-1)!
      line('technical').score = '32.15'
      line('totals').score = (Number(object(line('prices')).score) + 32.15).toFixed(2)
    }),
    'scores chain points-that-a-breach-took',
  ],
]

/** The same where the commitment was made over the lie: what it says, the change, and what is found. */
export const SEALED_LIES_OF_BLIND: [string, (body: JsonObject) => void, string][] = [
  [
    'milder rules than were published',
    (body) => void (object(body.rules).pagesMax = 1000),
    'blind-files chain not-the-rules-that-were-published',
  ],
  [
    'a bidder that was not looked for',
    (body) => void objects(object(body.rules).words).pop(),
    'blind-files chain a-bidder-that-was-not-looked-for',
  ],
  [
    'a bid whose file was not checked',
    (body) => void objects(body.files).pop(),
    'blind-files chain not-exactly-the-opened-bids-in-order',
  ],
]
