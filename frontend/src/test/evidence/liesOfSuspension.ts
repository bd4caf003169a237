import type { Json } from '@/shared/trust/canonicalJson'
import { lie, object, without } from './lies'
import type { Alter, Ending } from './tender'

/** Lies about a suspension, how the lot goes on, and what is found. */
export const LIES_OF_SUSPENSION: [string, Ending, Alter, string][] = [
  ['no decision', 'SUSPENDED', without('lot/suspension-decided'), 'suspensions chain went-on-while-suspended'],
  ['no suspension', 'SUSPENDED', without('lot/suspended'), 'suspensions chain a-decision-where-nothing-is-suspended'],
  [
    'a cause of another step',
    'SUSPENDED',
    lie('lot/suspended', (body) => void (body.cause = 'LIST_OVERDUE')),
    'suspensions chain another-cause-of-a-suspension',
  ],
  [
    'trustees who were waited for before the list',
    'SUSPENDED',
    lie('lot/suspended', (body) => void (body.since = '2026-01-01T00:00:00.000Z')),
    'suspensions chain waited-for-before-it-was-due',
  ],
  [
    'a suspension before its time',
    'SUSPENDED',
    lie('lot/suspended', (body) => void (body.since = (body.since as string).replace(/T../, 'T23'))),
    'suspensions chain suspended-before-its-time',
  ],
  [
    'a decision over nothing',
    'SUSPENDED',
    lie('lot/suspension-decided', (body) => void (body.suspended = 'ab'.repeat(32))),
    'suspensions chain a-decision-over-another-suspension',
  ],
  [
    'a longer time than was given',
    'SUSPENDED',
    lie('lot/suspension-decided', (body) => void (body.until = '2027-01-01T00:00:00.000Z')),
    'suspensions chain another-decision-than-was-signed',
  ],
  [
    'a lot that goes on behind its end',
    'SUSPENDED',
    lie('lot/suspension-decided', (body) => {
      body.until = null
      object(object((body.statements as Json[])[0]).doc).until = null
    }),
    'chain chain bad-signature',
  ],
  [
    'a receipt of another time',
    'CLAIMED',
    lie('lot/suspended', (body) => void (body.since = '2026-01-01T00:00:00.000Z')),
    'suspensions chain another-time-than-the-stamp',
  ],
  [
    'a missing receipt that one side decides over',
    'CLAIMED',
    lie('lot/suspension-decided', (body) => void (body.statements as Json[]).shift()),
    'suspensions chain not-decided-by-a-supervisor',
  ],
  [
    'a missing receipt called something else',
    'CLAIMED',
    lie('lot/suspended', (body) => void (body.cause = 'WITNESSES_MISSING')),
    'suspensions chain not-exactly-the-members',
  ],
  [
    'a seal that came behind the deadline',
    'UNRECORDED',
    lie('lot/suspended', (body) => void (body.since = (body.since as string).replace(/T../, 'T23'))),
    'suspensions chain stamped-behind-the-deadline',
  ],
  [
    'a seal without its refusal',
    'UNRECORDED',
    lie('lot/suspended', (body) => void (body.refusal = 'ab')),
    'suspensions chain not-hexadecimal-of-the-length',
  ],
  [
    'a seal over which one side decides',
    'UNRECORDED',
    lie('lot/suspension-decided', (body) => void (body.statements as Json[]).shift()),
    'suspensions chain not-decided-by-a-supervisor',
  ],
  [
    'an end that nobody decided',
    'ENDED',
    without('lot/suspension-decided'),
    'suspensions chain went-on-while-suspended',
  ],
  [
    'an end for another reason',
    'ENDED',
    lie('lot/failed', (body) => void (body.reason = 'fewer-than-three-bids')),
    'suspensions chain went-on-behind-the-end',
  ],
  [
    'an end with another count',
    'ENDED',
    lie('lot/failed', (body) => void (body.count = 2)),
    'failure chain not-the-live-bids',
  ],
  [
    'an end of a lot with too few bids',
    'TOO_FEW',
    lie('lot/failed', (body) => void (body.reason = 'ended-while-suspended')),
    'suspensions chain ended-by-nobody',
  ],
]
