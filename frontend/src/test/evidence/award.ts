import { concat, fromUuid, hex, random, u32 } from '@/shared/trust/bytes'
import { canonicalHash, type Json } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import type { Signer } from '@/shared/trust/statement'
import type { TestAuthority } from '../people'
import { DAY, type TestChain } from './chain'
import type { TestEvaluation } from './evaluation'
import { AWARD, LOT } from './rules'

/** The winner of a test's award. */
export interface Winner {
  person: Signer
  uscc: string
  bidId: string
  priceFen: number
}

/** Finalists, committee, ballots, notice and contract of a test: the committee chooses the second bid by two votes. */
export async function award(
  chain: TestChain,
  evaluation: TestEvaluation,
  authority: TestAuthority,
  entity: Signer,
  finalists: string[],
  winner: Winner,
): Promise<void> {
  const publicity = () => {
    const from = chain.now()
    return { from, to: new Date(Date.parse(from) + AWARD.publicityDays * DAY).toISOString() }
  }
  chain.record('award/finalists', { finalists, publicity: publicity() })
  chain.later(AWARD.publicityDays * DAY)
  const committee = [1, 2, 3].map((i) => authority.person(`定标委员 ${i}`))
  const members = committee.map((member, i) => ({ member: hex(member.certificate.id), name: `定标委员 ${i + 1}` }))
  chain.record('award/committee', { members })
  const ballots = committee.map((member, i) => ({
    member,
    nonce: random(32),
    choice: i === 2 ? finalists[0]! : winner.bidId,
    reason: '报价合理',
  }))
  for (const { member, nonce, choice, reason } of ballots) {
    const ballot = canonicalHash({ choice, reason })
    const commit = sm3(concat('QC1 ballot', fromUuid(LOT), member.certificate.id, u32(1), nonce, ballot))
    const note = evaluation.note(commit, { nonce: hex(nonce), choice, reason })
    const doc = { type: 'ballot-commit', lot: LOT, round: 1, commit: hex(commit), note }
    chain.record('award/committed', chain.signed(member, doc))
  }
  await chain.head()
  for (const { member, nonce, choice, reason } of ballots) {
    const doc = { type: 'ballot-reveal', lot: LOT, round: 1, nonce: hex(nonce), choice, reason }
    chain.record('award/revealed', chain.signed(member, doc))
  }
  const votes = finalists.map((bidId) => ({
    bidId,
    count: ballots.filter((ballot) => ballot.choice === bidId).length,
  }))
  chain.record('award/decided', { rounds: [{ n: 1, votes }], winner: winner.bidId, publicity: publicity() })
  chain.later(AWARD.publicityDays * DAY)
  sign(chain, entity, winner)
}

/** Notice and contract. */
export function sign(chain: TestChain, entity: Signer, { bidId, uscc, priceFen, person }: Winner): void {
  const notice = { sm3: chain.document('中标通知书'), winner: bidId, amountFen: priceFen }
  const doc = { type: 'award-notice', lot: LOT, ...notice, winnerUscc: uscc }
  chain.record('award/noticed', { ...notice, ...chain.signed(entity, doc) })
  const terms = { contractNo: 'HT-1', winner: bidId, amountFen: priceFen, signedOn: '2026-06-20' }
  const statements = [entity, person].map((party) => chain.statement(party, { type: 'contract', lot: LOT, ...terms }))
  chain.record('contract/recorded', { ...terms, statements: statements as unknown as Json })
}
