import type { JsonObject } from '@/shared/trust/canonicalJson'
import { lie, object } from './lies'
import type { Alter } from './tender'

const lines = (body: JsonObject, list: string) => body[list] as JsonObject[]
const nth = (type: string, n: number, change: (body: JsonObject) => JsonObject | undefined): Alter => {
  let seen = 0
  return (each, body) => {
    if (each !== type) return body
    seen += 1
    return seen === n ? change(structuredClone(body)) : body
  }
}
const scored = (change: (reviewed: JsonObject[]) => void) =>
  lie('evaluation/scored', (body) => change(lines(body, 'reviewed')))
const found = (n: number, change: (body: JsonObject) => void): Alter =>
  nth('evaluation/found', n, (body) => {
    change(body)
    return body
  })

/** Lies about reviewed prices, each made afresh because it counts: what it says, the lie, and what is found. */
export const LIES_OF_REVIEW: [string, () => Alter, string][] = [
  [
    'a finding other than was voted on',
    () => found(1, (body) => void (lines(body, 'lines')[1]!.quoteFen = 3_000_001)),
    'findings chain not-the-votes',
  ],
  [
    'a vote that is kept quiet',
    () => nth('evaluation/finding-vote', 2, () => undefined),
    'findings chain not-the-votes',
  ],
  [
    'a vote of a member who is not counted',
    () => found(2, (body) => void Object.assign(body, { for: 2, against: 0 })),
    'findings chain not-a-vote-of-every-member',
  ],
  [
    'a finding that no majority found',
    () => found(1, (body) => void (body.carried = false)),
    'findings chain not-what-the-majority-found',
  ],
  [
    'a finding on what was not declared',
    () => found(1, (body) => void (body.code = 'L9')),
    'findings chain not-an-adjustment-that-was-declared',
  ],
  [
    'a finding left out with its votes',
    () => (type, body) => {
      const code = type === 'evaluation/finding-vote' ? object(object(body.statement).doc).code : body.code
      return type.startsWith('evaluation/f') && code === 'L4' ? undefined : body
    },
    'scores chain nothing-found-of-a-bid',
  ],
  [
    'another amount',
    () => scored((reviewed) => void ((reviewed[0]!.steps as JsonObject[])[0]!.amountFen = 2_500_000)),
    'scores chain another-amount-of-an-adjustment',
  ],
  [
    'another sum',
    () => scored((reviewed) => void (reviewed[2]!.reviewedFen = Number(reviewed[2]!.reviewedFen) - 1)),
    'scores chain another-reviewed-price',
  ],
  [
    'another rank',
    () =>
      scored((reviewed) => {
        const [first, second] = [reviewed[0]!.rank!, reviewed[1]!.rank!]
        Object.assign(reviewed[0]!, { rank: second })
        Object.assign(reviewed[1]!, { rank: first })
      }),
    'scores chain another-rank',
  ],
  [
    'a finalist who is not among the first',
    () => {
      let first: unknown
      return (type, body) => {
        if (type === 'evaluation/scored') first = lines(body, 'reviewed').find(({ rank }) => rank === 1)!.bidId
        if (type !== 'award/finalists') return body
        return { ...body, finalists: (body.finalists as string[]).filter((bidId) => bidId !== first) }
      }
    },
    'award chain not-the-lowest-reviewed-prices',
  ],
]
