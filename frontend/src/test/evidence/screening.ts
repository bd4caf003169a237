import { random } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { TestChain } from './chain'
import type { TestEvaluation } from './evaluation'
import { REVIEW, SESSION } from './rules'
import type { Lies } from './tender'

/**
 * The preliminary review of a test: the first expert does not pass the qualification of the last bid, two of three vote for
 * its rejection, and the panel goes on with the bids that are left. Gives whose bid was rejected.
 */
export function screen(chain: TestChain, evaluation: TestEvaluation, ids: string[], lies: Lies): string[] {
  const out = ids.at(-1)!
  const sheets = evaluation.experts.map((expert, e) => {
    const bids = evaluation.orderOf(expert).map((i, place) => ({
      label: 'ABC'[place]!,
      items: REVIEW.map(({ item }) => judgement(item, !(e === 0 && item === 'Q1' && ids[i] === out))),
    }))
    return { expert, nonce: random(32), sheet: { kind: 'SCREENING', bids } as JsonObject }
  })
  lies.judgement?.(sheets[0]!.sheet)
  evaluation.seal(1, sheets, 'screening-', lies.altered)
  const proposal = {
    session: SESSION,
    bidId: out,
    code: 'RJ3',
    reason: '初步评审未通过，Q1资质证书：已过期',
    page: '第9页',
    basis: 'FACT',
    clarification: null,
  }
  evaluation.experts.forEach((expert, i) => {
    const doc = { type: 'rejection-vote', ...proposal, vote: i === 2 ? 'AGAINST' : 'FOR', opinion: '' }
    chain.record('evaluation/vote', chain.signed(expert, doc))
  })
  chain.record('evaluation/rejected', { ...proposal, for: 2, against: 1, carried: true })
  chain.record('evaluation/screened', {
    session: SESSION,
    version: 1,
    competition: 'CONTINUE',
    passed: ids.filter((id) => id !== out),
    rejected: [out],
    labelSeed: evaluation.seed,
  })
  return [out]
}

const judgement = (item: string, passed: boolean): JsonObject => ({
  item,
  passed,
  basis: passed ? null : 'FACT',
  reason: passed ? '' : '资质证书已过期',
  page: passed ? '' : '第9页',
})
