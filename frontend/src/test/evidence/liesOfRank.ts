import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import { lie, without } from './lies'
import type { Alter } from './tender'

/** Lies about an award among ranked candidates: what it says, the lie, and what is found. */
export const LIES_OF_RANK: [string, Alter, string][] = [
  [
    'another order',
    lie('award/finalists', (body) => void (body.finalists as Json[]).reverse()),
    'award chain not-in-the-order-of-their-rank',
  ],
  [
    'a candidate left out',
    lie('award/finalists', (body) => void (body.finalists as Json[]).shift()),
    'award chain not-in-the-order-of-their-rank',
  ],
  [
    'the last candidate left out',
    lie('award/finalists', (body) => void (body.finalists as Json[]).pop()),
    'award chain not-in-the-order-of-their-rank',
  ],
  ['a candidate passed over in silence', without('award/passed'), 'award chain decided-twice'],
  [
    'a cause other than was signed',
    lie('award/passed', (body) => void (body.cause = 'UNLAWFUL')),
    'award chain signed-for-something-else',
  ],
  [
    'more candidates left than there are',
    lie('award/passed', (body) => void (body.left = 3)),
    'award chain not-how-many-are-left',
  ],
  [
    'a winner other than was signed',
    lie('award/determined', (body) => void (body.winner = 'ab'.repeat(16))),
    'award chain signed-for-something-else',
  ],
  ['no determination', without('award/determined'), 'contract chain without-a-decision'],
  [
    'a winner before the publicity is over',
    lie('award/finalists', (body) => {
      const publicity = body.publicity as JsonObject
      publicity.to = new Date(Date.parse(publicity.to as string) + 86_400_000).toISOString()
    }),
    'award chain before-the-publicity-of-the-candidates-was-over',
  ],
]
