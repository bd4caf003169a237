import { hex } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import type { TestChain } from './chain'
import { SESSION } from './rules'

const HOUR = 3_600_000

/** The procuring entity sets until when the panel has time: so many hours from now. */
export function setTime(chain: TestChain, entity: Signer, number: number, hours: number, requests: string[]): void {
  const until = new Date(Date.parse(chain.now()) + hours * HOUR).toISOString()
  const reason = number > 1 ? '成员认为评标时间不够' : ''
  const doc = { type: 'evaluation-time', session: SESSION, number, until, reason, requests }
  chain.record('evaluation/time-set', chain.signed(entity, doc))
}

/** A member asks for more; gives the hash of its request. */
export function askForTime(chain: TestChain, expert: Signer, number: number): string {
  const doc = { type: 'more-time', session: SESSION, number, reason: `投标文件页数多（${number}）` }
  const body = chain.signed(expert, doc)
  chain.record('evaluation/more-time-asked', body)
  return hex(canonicalHash((body.statement as JsonObject).doc!))
}

/** Two of three ask for more and get it; behind that one asks again, which is not more than a third. */
export function askAndExtend(chain: TestChain, experts: Signer[], entity: Signer): void {
  const waiting = experts.slice(0, 2).map((expert, i) => askForTime(chain, expert, i + 1))
  setTime(chain, entity, 2, 4, waiting)
  askForTime(chain, experts[0]!, 3)
}
