import { hex } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import type { TestChain } from './chain'
import { SESSION } from './rules'

const MINUTE = 60_000
const MINUTES = 30

/** The price of a line is too low by this much against its unit price. */
export const CHANGE_FEN = -431_580

/** A bid whose bidder can be asked. */
export interface Asked {
  bidId: string
  person: Signer
  priceFen: number
}

interface Panel {
  experts: Signer[]
  supervisor: Signer
}

/**
 * Clarifications of a test: a correction of the second bid, confirmed and accepted; a low price of the third about which
 * its bidder keeps silent, and a rejection for it that finds no majority; and a question that the supervisor stops.
 */
export function clarify(chain: TestChain, { experts, supervisor }: Panel, bids: Asked[]): void {
  const panel = { experts, supervisor }
  const [, second, third] = bids as [Asked, Asked, Asked]
  const correction = correctionOf(second.priceFen)
  const first = ask(chain, experts, 1, second.bidId, 'ARITHMETIC', correction)
  const deadline = release(chain, panel, 1, first)
  const answer = respond(chain, second, 1, first, deadline, true)
  experts.slice(0, 2).forEach((expert) => find(chain, expert, 1, first, answer))
  const correctedFen = second.priceFen + CHANGE_FEN
  const corrected = { session: SESSION, number: 1, bidId: second.bidId, sungFen: second.priceFen, correctedFen }
  chain.record('evaluation/corrected', corrected)

  const inquiry = ask(chain, experts, 2, third.bidId, 'LOW_PRICE', null)
  const until = release(chain, panel, 2, inquiry)
  chain.later((MINUTES + 1) * MINUTE)
  chain.record('evaluation/clarification-lapsed', { session: SESSION, number: 2, deadline: until })
  reject(chain, experts, third.bidId)

  const leading = ask(chain, experts, 3, second.bidId, 'AMBIGUITY', null)
  const stop = signed(chain, supervisor, 'gate', 3, leading, { released: false, reason: '问题暗示了答案' })
  chain.record('evaluation/clarification-gate', { ...stop, releasedAt: null, deadline: null })
}

function correctionOf(sungFen: number): JsonObject {
  const line = {
    item: '040101001001',
    quantity: '1250.5',
    unitPrice: '368.40',
    totalFen: 46_500_000,
    ruling: 'UNIT_PRICE',
    correctedUnitPrice: '368.40',
    correctedTotalFen: 46_068_420,
  }
  return { sungFen, correctedFen: sungFen + CHANGE_FEN, words: null, lines: [line] }
}

/** A proposal and a vote for it: two of three. */
function ask(
  chain: TestChain,
  experts: Signer[],
  number: number,
  bidId: string,
  kind: string,
  correction: JsonObject | null,
): string {
  const said = { bidId, kind, place: '投标函第2页', question: '请说明', minutes: MINUTES, correction }
  const body = chain.signed(experts[0]!, { type: 'clarification-proposal', session: SESSION, number, ...said })
  chain.record('evaluation/clarification-proposed', body)
  const proposal = hashOf(body)
  const vote = signed(chain, experts[1]!, 'vote', number, proposal, { vote: 'FOR', opinion: '' })
  chain.record('evaluation/clarification-vote', vote)
  return proposal
}

/** The supervisor lets it through; gives the deadline. */
function release(chain: TestChain, { supervisor }: Panel, number: number, proposal: string): string {
  const releasedAt = chain.now()
  const deadline = new Date(Date.parse(releasedAt) + MINUTES * MINUTE).toISOString()
  const said = signed(chain, supervisor, 'gate', number, proposal, { released: true, reason: '' })
  chain.record('evaluation/clarification-gate', { ...said, releasedAt, deadline })
  return deadline
}

function respond(
  chain: TestChain,
  { bidId, person }: Asked,
  number: number,
  proposal: string,
  deadline: string,
  confirms: boolean,
): string {
  const own = { bidId, deadline, confirms, text: '确认', files: [] }
  const body = signed(chain, person, 'answer', number, proposal, own)
  chain.record('evaluation/clarification-answered', { ...body, answeredAt: chain.now() })
  return hashOf(body)
}

function find(chain: TestChain, expert: Signer, number: number, proposal: string, answer: string): void {
  const own = { answer, finding: 'ACCEPTED', opinion: '' }
  chain.record('evaluation/clarification-found', signed(chain, expert, 'finding', number, proposal, own))
}

/** One for it, two against: the bid stays. */
function reject(chain: TestChain, experts: Signer[], bidId: string): void {
  const proposal = { session: SESSION, bidId, code: 'RJ5', reason: '可能低于成本', page: '1' }
  const basis = { basis: 'BELOW_COST', clarification: 2 }
  experts.forEach((expert, i) => {
    const vote = { vote: i === 0 ? 'FOR' : 'AGAINST', opinion: '报价合理' }
    chain.record('evaluation/vote', chain.signed(expert, { type: 'rejection-vote', ...proposal, ...basis, ...vote }))
  })
  chain.record('evaluation/rejected', { ...proposal, ...basis, for: 1, against: 2, carried: false })
}

function signed(
  chain: TestChain,
  person: Signer,
  what: string,
  number: number,
  proposal: string,
  own: JsonObject,
): JsonObject {
  return chain.signed(person, { type: `clarification-${what}`, session: SESSION, number, proposal, ...own })
}

const hashOf = (body: JsonObject) => hex(canonicalHash((body.statement as JsonObject).doc!))
