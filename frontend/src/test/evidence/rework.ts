import { hex } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { DAY, type TestChain } from './chain'
import type { Deciders } from './decisions'
import type { TestEvaluation } from './evaluation'
import { AWARD, LOT } from './rules'

/** Finalists of a first report, whom the re-review withdraws, and the approval of reviewing one bid once more. */
export function approveRework(
  chain: TestChain,
  { entity, supervisor }: Deciders,
  finalists: string[],
  evaluation: TestEvaluation,
): void {
  const from = chain.now()
  const publicity = { from, to: new Date(Date.parse(from) + AWARD.publicityDays * DAY).toISOString() }
  chain.record('award/finalists', { finalists, publicity })
  const standing = chain.entries.at(-1)!
  const places = [{ bidId: finalists[0]!, items: ['T1'] }]
  const named = { number: 1, report: evaluation.reportHash, ground: 'EXTREME_POINTS', places }
  const request = { type: 'rework-request', lot: LOT, ...named, reason: '异议成立', evidence: '异议函第2页' }
  const asked = chain.statement(entity, request)
  chain.record('evaluation/rework-asked', { number: 1, statement: asked })
  const said = { ...named, approved: true }
  const decision = { type: 'rework-decision', lot: LOT, ...said, request: hex(canonicalHash(asked)), reason: '属实' }
  chain.record('evaluation/rework-decided', { ...said, ...chain.signed(supervisor, decision) })
  const entries: JsonObject[] = [{ n: standing.head.n!, hash: standing.hash }]
  chain.record('award/withdrawn', { rework: 1, entries })
}
