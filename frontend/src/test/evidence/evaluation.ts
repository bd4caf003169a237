import { concat, fromHex, fromUuid, hex, random, u32, type Bytes } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { drawPicks } from '@/shared/trust/draw'
import { drawnBid, drawnDelta } from '@/shared/trust/priceDraw'
import { keySetOf } from '@/shared/trust/keySet'
import { sealNote } from '@/shared/trust/sealedNote'
import { sm3 } from '@/shared/trust/sm3'
import type { Signer } from '@/shared/trust/statement'
import { trustees } from '../keySets'
import type { TestAuthority } from '../people'
import type { TestChain } from './chain'
import { TestCalls } from './calls'
import type { Deciders } from './decisions'
import { findAndRank } from './review'
import { criteriaOf, SESSION, type Method } from './rules'

/** An opened bid as the evaluation sees it. */
export interface Priced {
  bidId: string
  priceFen: number
}

/** The evaluation of a test: three experts who are drawn, and either score or reject. */
export class TestEvaluation {
  experts: Signer[]
  private readonly keySet
  private readonly calls: TestCalls
  private labelSeed = random(32)
  /** Sheets as a party sees them: the items of each bid. */
  readonly items = new Map<string, JsonObject[][]>()

  constructor(
    private readonly chain: TestChain,
    private readonly bids: Priced[],
    private readonly authority: TestAuthority,
    deciders: Deciders,
    private readonly method: Method,
  ) {
    this.experts = [1, 2, 3].map((i) => authority.person(`专家 ${i}`))
    this.keySet = trustees(authority, SESSION, 'SESSION')
    this.calls = new TestCalls(chain, this.keySet, deciders)
  }

  private get ids(): string[] {
    return this.bids.map((bid) => bid.bidId)
  }

  /** Opens the session, draws the experts, and seats them. */
  async form(): Promise<void> {
    const { chain } = this
    chain.record('evaluation/opened', {
      session: SESSION,
      keySet: this.keySet.doc,
      criteria: hex(canonicalHash(criteriaOf(this.method))),
      bids: this.ids,
      labelCommit: this.labelCommit,
    })
    this.seat(await this.calls.seat())
  }

  /** What was done is void by a fault: other experts sit, and other labels hold. */
  beginAgain(fault: number, version: number): void {
    this.labelSeed = random(32)
    this.chain.record('evaluation/voided', { session: SESSION, fault, version, labelCommit: this.labelCommit })
    this.experts = [4, 5, 6].map((i) => this.authority.person(`专家 ${i}`))
    this.seat(this.calls.seatOthers())
  }

  private get labelCommit(): string {
    return hex(sm3(concat('QC1 labels', fromUuid(SESSION), this.labelSeed)))
  }

  private seat({ members: seated, panel }: ReturnType<TestCalls['seatOthers']>): void {
    const members = this.experts.map((expert, i) => ({
      member: hex(expert.certificate.id),
      kind: 'EXPERT',
      ...seated[i]!,
    }))
    this.chain.record('evaluation/panel', { ...panel, members, leader: members[0]!.member })
  }

  /** SM3 of the last report. */
  reportHash = ''

  /** Everybody commits, and then everybody reveals; in version 2 the first bid gets one point less. */
  score(version = 1, untold?: (sheet: JsonObject) => void, out?: string): void {
    this.items.clear()
    const sheets = this.experts.map((expert, e) => ({
      expert,
      nonce: random(32),
      sheet: this.sheet(expert, e, version, out),
    }))
    if (untold) untold(sheets[0]!.sheet)
    this.seal(version, sheets)
  }

  /** Everybody commits to its sheet, and then everybody reveals it, perhaps another one. */
  seal(
    version: number,
    sheets: { expert: Signer; nonce: Bytes; sheet: JsonObject }[],
    kind = '',
    altered?: (sheet: JsonObject) => void,
  ): void {
    for (const { expert, nonce, sheet } of sheets) {
      const commit = sm3(
        concat('QC1 sheet', fromUuid(SESSION), expert.certificate.id, u32(version), nonce, canonicalHash(sheet)),
      )
      const note = this.note(commit, { nonce: hex(nonce), sheet })
      const doc = { type: 'sheet-commit', session: SESSION, version, commit: hex(commit), note }
      this.chain.record(`evaluation/${kind}committed`, this.chain.signed(expert, doc))
    }
    if (altered) altered(sheets[0]!.sheet)
    for (const { expert, nonce, sheet } of sheets) {
      const doc = { type: 'sheet-reveal', session: SESSION, version, nonce: hex(nonce), sheet }
      this.chain.record(`evaluation/${kind}revealed`, this.chain.signed(expert, doc))
    }
  }

  /** A note to the session's set about a commitment. */
  note(commit: Uint8Array, content: JsonObject): JsonObject {
    const set = keySetOf(this.keySet.doc)
    return sealNote(canonical(content), sm3(concat('QC1 note', commit)) as Bytes, set) as unknown as JsonObject
  }

  /** The bids in the order in which an expert sees them. */
  orderOf(expert: Signer): number[] {
    const count = this.bids.length
    return drawPicks(sm3(concat('QC1 label order', this.labelSeed, expert.certificate.id)), count, count)
  }

  /** The seed of all labels, hex. */
  get seed(): string {
    return hex(this.labelSeed)
  }

  private sheet(expert: Signer, e: number, version: number, out?: string): JsonObject {
    const bids = this.orderOf(expert).flatMap((i, place) => {
      if (this.ids[i] === out) return []
      const whole = 30 + i - (version > 1 && i === 0 && !out ? 1 : 0)
      const score = this.method.code === 'M-E' ? (e === 2 && i === 1 ? '0' : '1') : `${whole}.${e}5`
      const items = [{ item: 'T1', score, reason: `第 ${e + 1} 份意见` }]
      const bidId = this.ids[i]!
      this.items.set(bidId, [...(this.items.get(bidId) ?? []), items])
      return [{ label: 'ABC'[place]!, items }]
    })
    return { reason: version > 1 && !out ? '按批准的范围复评' : '', bids }
  }

  /** Scores in plain arithmetic of hundredths, on purpose not the auditor's. */
  conclude(k: string, ceilingFen: number, prices = this.bids, without: string[] = [], less = 0): void {
    const { method } = this
    const blended = method.delta ? this.blend(Number(k), method.delta, ceilingFen) : undefined
    const counted = blended?.counted ?? prices
    const sum = counted.reduce((total, each) => total + each.priceFen, 0)
    const base = blended?.base ?? Math.round(baseOf(sum / prices.length, Number(k), method, ceilingFen))
    const score = (fen: number) =>
      Math.max(0, 60 - (Math.abs(fen - base) / base) * 100 * (fen > base ? 0.9 : 0.6)).toFixed(2)
    const scored = prices.map(({ bidId, priceFen }) => ({ bidId, score: score(priceFen) }))
    const technical = prices.map(({ bidId }, i) => ({
      bidId,
      score: without.includes(bidId) ? '0.00' : `${30 + i - (i === 0 ? less : 0)}.15`,
    }))
    const totals = scored.map(({ bidId, score: price }, i) => ({
      bidId,
      score: (Number(price) + Number(technical[i]!.score)).toFixed(2),
    }))
    this.chain.record('evaluation/scored', {
      session: SESSION,
      labelSeed: hex(this.labelSeed),
      method: method as unknown as Json,
      input: { k, ...blended?.input, prices: prices as unknown as Json, counted: counted.map(({ bidId }) => bidId) },
      basePriceFen: base,
      prices: scored,
      technical,
      totals,
    })
  }

  /** Method M-E: findings, and reviewed prices in plain arithmetic. */
  review(): void {
    const technical = this.bids.map(({ bidId }, i) => ({ bidId, score: i === 1 ? '0.67' : '1.00' }))
    const { reviewed, prices } = findAndRank(this.chain, this.experts, this.bids)
    this.chain.record('evaluation/scored', {
      session: SESSION,
      labelSeed: hex(this.labelSeed),
      method: this.method as unknown as Json,
      input: { k: '1', prices },
      technical,
      reviewed,
    })
  }

  /** Method M-D over three bids, of which all are in range and the highest leaves the mean. */
  private blend(k: number, delta: string[], ceilingFen: number) {
    const result = this.chain.entries.find(({ head }) => head.type === 'draw/result')!.body
    const seed = fromHex(result.seed as string, 32)
    const [lowest, ...others] = [...this.bids].sort((a, b) => a.priceFen - b.priceFen)
    const drawn = drawnDelta(seed, delta)
    const bid = drawnBid(
      seed,
      others.map(({ bidId }) => bidId),
    )
    const b = others.find(({ bidId }) => bidId === bid)!
    const blend = ceilingFen * (1 - Number(drawn)) * 0.5 + b.priceFen * 0.3 + lowest!.priceFen * 0.2
    return { base: Math.round(blend * k), input: { delta: drawn, drawn: bid }, counted: [lowest!, others[0]!] }
  }

  /** Every bid is rejected by two votes against one. */
  rejectAll(): void {
    for (const bidId of this.ids) {
      const proposal = {
        session: SESSION,
        bidId,
        code: 'RJ1',
        reason: '未按要求签章',
        page: '3',
        basis: 'FACT',
        clarification: null,
      }
      this.experts.forEach((expert, i) => {
        const doc = { type: 'rejection-vote', ...proposal, vote: i === 2 ? 'AGAINST' : 'FOR', opinion: '' }
        this.chain.record('evaluation/vote', this.chain.signed(expert, doc))
      })
      this.chain.record('evaluation/rejected', { ...proposal, for: 2, against: 1, carried: true })
    }
  }

  /** The report, signed by everybody; of a re-review it voids the one before. */
  report(outcome: 'EVALUATED' | 'ALL_REJECTED', rework?: number): void {
    const time = rework ?? ''
    const voids = this.reportHash
    const parts = this.ids.map((bidId) => ({ bidId, sm3: this.chain.document(`告知书 ${bidId}${time}`) }))
    this.chain.record('evaluation/parts', { session: SESSION, parts })
    const hash = (this.reportHash = this.chain.document(`评标报告${time}`))
    const doc = { type: 'evaluation-report-signature', sm3: hash, opinion: 'AGREE', reason: '' }
    const signatures = this.experts.map((expert) => this.chain.statement(expert, doc))
    const named: JsonObject = rework ? { rework: { number: rework, voids } } : {}
    const body = { session: SESSION, outcome, sm3: hash, signatures, agreedBySilence: [], ...named }
    this.chain.record('evaluation/report', body)
  }
}

function baseOf(mean: number, drawn: number, { code, k1, k2 }: Method, ceilingFen: number): number {
  if (code === 'M-B') return mean * (1 - drawn)
  return code === 'M-C' ? mean * Number(k1) * drawn + ceilingFen * Number(k2) * (1 - drawn) : mean * drawn
}
