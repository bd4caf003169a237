import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { TestChain } from './chain'
import type { Deciders } from './decisions'
import { SESSION } from './rules'

const MINUTE = 60_000
const LIMIT_MINUTES = 240

/** A fault that lasts four hours and one minute, and the decision of the tenderer's side that all is void. */
export function becomeVoid(chain: TestChain, { entity }: Deciders): void {
  const from = chain.now()
  const until = new Date(Date.parse(from) + LIMIT_MINUTES * MINUTE).toISOString()
  const site = 'LX'
  const act = { session: SESSION, number: 1, by: 'p', role: 'sub-site', reason: '断电', seats: [] as JsonObject[] }
  const limit = { plannedStart: from, from, until, limitMinutes: LIMIT_MINUTES, policy: true }
  chain.record('evaluation/fault', { ...act, at: from, phase: 'DURING', site, ...limit })
  const at = chain.later((LIMIT_MINUTES + 1) * MINUTE)
  const said = { session: SESSION, fault: 1, site, from, until, outcome: 'VOID', reason: '超过时限' }
  const body = { session: SESSION, number: 1, at, outcome: 'VOID', anew: true }
  chain.record('evaluation/fault-decided', { ...body, ...chain.signed(entity, { type: 'fault-decision', ...said }) })
}
