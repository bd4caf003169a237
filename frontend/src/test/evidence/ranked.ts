import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import { sign } from './award'
import { DAY, type TestChain } from './chain'
import { AWARD_RANKED, LOT } from './rules'

interface Offer {
  person: Signer
  uscc: string
  bidId: string
  bid: JsonObject
}

/** Ranked candidates of a test: the first is determined and gives up, the second gets notice and contract. */
export function awardByRank(chain: TestChain, entity: Signer, offers: Offer[]): void {
  const candidates = byTotal(chain)
  const from = chain.now()
  const to = new Date(Date.parse(from) + AWARD_RANKED.publicityDays * DAY).toISOString()
  chain.record('award/finalists', { finalists: candidates, publicity: { from, to } })
  chain.later(AWARD_RANKED.publicityDays * DAY)
  const [first, second] = [candidates[0]!, candidates[1]!]
  determine(chain, entity, first)
  const passing = { bidId: first, cause: 'ABANDONED', reason: '书面放弃中标' }
  const signed = chain.signed(entity, { type: 'award-passing', lot: LOT, ...passing })
  chain.record('award/passed', { ...passing, left: candidates.length - 1, ...signed })
  determine(chain, entity, second)
  const { person, uscc, bid } = offers.find((each) => each.bidId === second)!
  sign(chain, entity, { person, uscc, bidId: second, priceFen: bid.priceFen as number })
}

function determine(chain: TestChain, entity: Signer, winner: string): void {
  const said = { winner, reason: '' }
  const signed = chain.signed(entity, { type: 'award-determination', lot: LOT, ...said })
  chain.record('award/determined', { ...said, ...signed })
}

/** Bids by their total, the best first; no two totals of a test are equal. */
function byTotal(chain: TestChain): string[] {
  const scored = chain.entries.find(({ head }) => head.type === 'evaluation/scored')!.body
  const totals = scored.totals as unknown as { bidId: string; score: string }[]
  return [...totals].sort((a, b) => Number(b.score) - Number(a.score)).map(({ bidId }) => bidId)
}
