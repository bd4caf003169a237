import { concat, hex, random } from '@/shared/trust/bytes'
import { canonical, type JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import type { Signer } from '@/shared/trust/statement'
import type { TestChain } from './chain'
import { METHOD_BLIND, SESSION } from './rules'

interface Named {
  bidId: string
  name: string
  uscc: string
}

/** Blind files of a test: fixed before the sheets, lies of `change` included; the second one could not be drawn. */
export function sealBlind(chain: TestChain, bids: Named[], change: (body: JsonObject) => void): JsonObject {
  const { pagesMax, marginMm, fonts, sizesPt } = METHOD_BLIND.blind
  const words = bids.flatMap(({ name, uscc }) => [name, uscc])
  const files = bids.map(({ bidId }, i) => ({
    bidId,
    file: hex(random(32)),
    pages: i === 1 ? 0 : 12,
    canonical: i === 1 ? null : hex(random(32)),
    marks: 1,
    marksSm3: hex(random(32)),
  }))
  const body: JsonObject = {
    session: SESSION,
    nonce: hex(random(32)),
    rules: { pagesMax, marginMm, fonts, sizesPt, words },
    files,
  }
  change(body)
  const commit = hex(sm3(concat('QC1 blind files', canonical(body))))
  chain.record('evaluation/blind-sealed', { session: SESSION, commit })
  return body
}

/** What was sealed is opened, and a breach by the last bid is found by two votes against one. */
export function judgeBlind(chain: TestChain, experts: Signer[], body: JsonObject, bidId: string): void {
  chain.record('evaluation/blind-files', body)
  const proposal = {
    session: SESSION,
    bidId,
    code: 'RJ6',
    reason: '页眉载明单位名称',
    page: '3',
    basis: 'BLIND_BREACH',
    clarification: null,
  }
  experts.forEach((expert, i) => {
    const doc = { type: 'rejection-vote', ...proposal, vote: i === 2 ? 'AGAINST' : 'FOR', opinion: '' }
    chain.record('evaluation/vote', chain.signed(expert, doc))
  })
  chain.record('evaluation/blind-ruling', { ...proposal, for: 2, against: 1, carried: true, effect: 'ZERO' })
}
