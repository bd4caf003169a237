import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import type { TestChain } from './chain'
import type { Priced } from './evaluation'
import { SESSION } from './rules'

/** What is found: of each item the first bid's, the second's, and the third's line. */
const FOUND: [string, (number | null)[]][] = [
  ['L1', [null, 3_000_000, 2_500_000]],
  ['L3', [0, 1, 0]],
  ['L4', [0, 0, 2]],
]

/** Findings of a test's panel of three, each by two votes against one, and what the reviewed prices come to. */
export function findAndRank(chain: TestChain, experts: Signer[], bids: Priced[]): { reviewed: Json; prices: Json } {
  FOUND.forEach(([code, values], i) => {
    const said = {
      session: SESSION,
      number: i + 1,
      code,
      lines: bids.map(({ bidId }, b) => line(code, bidId, values[b]!)),
    }
    experts.forEach((expert, e) => {
      const vote = { vote: e === 0 ? 'AGAINST' : 'FOR', opinion: e === 0 ? '不同意' : '' }
      chain.record('evaluation/finding-vote', chain.signed(expert, { type: 'finding-vote', ...said, ...vote }))
    })
    chain.record('evaluation/found', { ...said, for: 2, against: 1, carried: true })
  })
  const steps = bids.map(({ priceFen }, b) => [
    b === 0 ? 3_000_000 : 0,
    -100_000,
    b === 1 ? -500_000 : 0,
    b === 2 ? Math.round(priceFen * 0.003) : 0,
  ])
  const sums = bids.map(({ priceFen }, b) => steps[b]!.reduce((sum, each) => sum + each, priceFen))
  return {
    prices: bids as unknown as Json,
    reviewed: bids.map(({ bidId }, b) => ({
      bidId,
      steps: steps[b]!.map((amountFen, s) => ({ code: `L${s + 1}`, amountFen })),
      reviewedFen: sums[b]!,
      rank: 1 + sums.filter((sum) => sum < sums[b]!).length,
    })),
  }
}

function line(code: string, bidId: string, value: number | null): JsonObject {
  const omission = code === 'L1'
  return {
    bidId,
    count: omission ? null : value,
    quoteFen: omission ? value : null,
    page: value === 0 ? '' : '商务标 3',
  }
}
