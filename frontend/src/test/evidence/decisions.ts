import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer, Statement } from '@/shared/trust/statement'
import type { TestChain } from './chain'
import { LOT } from './rules'

const MINUTE = 60_000

/** Who decides over held bids and over a suspended opening. */
export interface Deciders {
  entity: Signer
  supervisor: Signer
}

/** Procuring entity and supervisor let in whatever the list calls held. */
export function decideHeld(chain: TestChain, { entity, supervisor }: Deciders, bidList: string): void {
  const listed = chain.entries.at(-1)!.body.bids as JsonObject[]
  const decisions = listed
    .filter(({ state }) => state === 'HELD')
    .map(({ bidId, headerHash }): JsonObject => ({ bidId: bidId!, headerHash: headerHash!, admitted: true }))
  const said = { bidList, reason: '平台时钟误差', decisions }
  const statements = [entity, supervisor].map((person) =>
    chain.statement(person, { type: 'held-decision', lot: LOT, ...said }),
  )
  chain.record('lot/held-decided', { ...said, statements })
}

/** Too few trustees come in time; the supervisor gives them more, or ends the lot with so many bids. */
export function suspend(chain: TestChain, { supervisor }: Deciders, stepMinutes: number, endsWith?: number): void {
  const since = chain.now()
  chain.later((stepMinutes + 1) * MINUTE)
  const suspended = chain.record('lot/suspended', { cause: 'TRUSTEES_MISSING', since })
  const until = endsWith === undefined ? inTheEvening(chain) : null
  decide(chain, [supervisor], { suspended, until, reason: '保管人缺席' })
  if (endsWith !== undefined) chain.record('lot/failed', { count: endsWith, reason: 'ended-while-suspended' })
}

/** A bidder brings a receipt that the list does not hold; both sides let the opening go on. */
export function bringReceipt(chain: TestChain, deciders: Deciders, bidder: Signer, receipt: Statement): void {
  const doc = { type: 'missing-receipt', lot: LOT, receipt: receipt as unknown as JsonObject }
  const statement = chain.statement(bidder, doc)
  const since = (receipt.doc as JsonObject).stamp!
  const suspended = chain.record('lot/suspended', { cause: 'RECEIPT_MISSING', since, statement })
  const said = { suspended, until: inTheEvening(chain), reason: '回执对应的封标已撤回' }
  decide(chain, [deciders.entity, deciders.supervisor], said)
}

/** A seal was received in time and is not in the list; both sides let the opening go on without it. */
export function stopForUnrecorded(chain: TestChain, { entity, supervisor }: Deciders, deadline: number): void {
  const since = new Date(deadline - 1).toISOString()
  const suspended = chain.record('lot/suspended', { cause: 'NOT_RECORDED', since, refusal: 'cd'.repeat(32) })
  decide(chain, [entity, supervisor], { suspended, until: inTheEvening(chain), reason: '平台停机' })
}

const inTheEvening = (chain: TestChain) => chain.later(0).replace(/T../, 'T23')

function decide(chain: TestChain, people: Signer[], said: JsonObject): void {
  const statements = people.map((person) => chain.statement(person, { type: 'suspension-decision', lot: LOT, ...said }))
  chain.record('lot/suspension-decided', { ...said, statements })
}
