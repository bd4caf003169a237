import { base64, fromHex, fromUuid, hex, random, utf8, type Bytes } from '@/shared/trust/bytes'
import { sealFrame } from '@/shared/trust/bes1/frames'
import { coreOf, type BidHeader } from '@/shared/trust/bes1/header'
import { prkOf } from '@/shared/trust/bes1/keys'
import { unwrapSelf, unwrapShare } from '@/shared/trust/bes1/opener'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from '@/shared/trust/bes1/sealer'
import { trusteeWraps } from '@/shared/trust/bes1/wraps'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement, type Statement } from '@/shared/trust/statement'
import { trustees } from '../keySets'
import { TestAuthority } from '../people'
import { award } from './award'
import { awardByRank } from './ranked'
import { judgeBlind, sealBlind } from './blind'
import { CHANGE_FEN, clarify, type Asked } from './clarification'
import { askForInformation, type InformationLie } from './information'
import { DAY, START, TENDER, TestChain, type Alter } from './chain'
import { becomeVoid } from './voided'
import { hold } from './draw'
import { TestEvaluation } from './evaluation'
import { approveRework } from './rework'
import { packed, type PackageCut, type SealedBid } from './packed'
import { repeatable } from './repeatable'
import { askAndExtend, setTime } from './moreTime'
import type { Liars } from './liesOfTime'
import { screen } from './screening'
import { holdWindow, RELEASE_MINUTES } from './release'
import { bringReceipt, decideHeld, stopForUnrecorded, suspend, type Deciders } from './decisions'
import {
  AGENCY,
  AWARD,
  AWARD_RANKED,
  DRAW,
  ENTITY,
  LOT,
  METHOD,
  METHOD_B,
  METHOD_BLIND,
  METHOD_C,
  METHOD_CORRECTED,
  METHOD_D,
  METHOD_E,
  PANEL,
  PRICED_REVIEW,
  REVIEW,
  criteriaOf,
  type Method,
} from './rules'
import { TestLog } from './testLog'
import { pressers, succeed, type SuccessionLie } from './succession'
import { SHORT, type Ending, type Until } from './ending'
import { TestTimeStamps } from './timeStampAuthority'

export type { Alter, Ending, Until }

const pressOf = (set: string, lists: JsonObject, shares: JsonObject[]): JsonObject => ({
  type: 'trustee-press',
  lot: LOT,
  set,
  ...lists,
  shares,
})

const DEADLINE = START + DAY
const STEP_MINUTES = 120
const CEILING_FEN = 110_000_000

const PRICES = [98_000_000, 100_000_000, 91_234_567]

/** What a tender tells that is not so, sealed or signed before it is recorded. */
export interface Lies {
  blind?: (body: JsonObject) => void
  sheet?: (sheet: JsonObject) => void
  /** In which round sheets are written again whose former round is void. */
  anew?: number
  /** An item of the preliminary review is judged by the price. */
  priced?: boolean
  /** All score once more, where one bid loses a point. */
  again?: boolean
  /** In the preliminary review: before a member seals its sheet, and behind that. */
  judgement?: (sheet: JsonObject) => void
  altered?: (sheet: JsonObject) => void
  told?: SuccessionLie
  /** What the parties of the coefficient's draw seal for their nonces. */
  nonce?: (nonce: Bytes) => Bytes
  information?: InformationLie
  /** Two tenders of different seeds have nothing in common. */
  seed?: string
}

/** A whole tender made by a test, and the evidence of it. */
export class TestTender {
  readonly authority = new TestAuthority()
  private readonly agency = this.authority.person('代理机构', '代理机构', AGENCY)
  private readonly entity = this.authority.person('招标人', '招标人', ENTITY)
  private readonly receiptKey = this.authority.person('回执')
  readonly keySet = trustees(this.authority, LOT)
  private set: KeySet = keySetOf(this.keySet.doc)
  private next?: ReturnType<typeof trustees>
  private readonly chain: TestChain
  private evaluation?: TestEvaluation
  private bids: SealedBid[] = []
  /** Sealed to a set that cannot open, and not sealed again. */
  private lost: SealedBid[] = []
  trustFile!: JsonObject
  private lies: Lies = {}

  private constructor(
    private readonly log: TestLog,
    private readonly stamps: TestTimeStamps,
    alter: Alter,
    private readonly ending: Ending,
    private readonly until: Until,
    private readonly told: SuccessionLie,
  ) {
    this.chain = new TestChain(log, alter)
  }

  static held(
    alter: Alter = (_, body) => body,
    ending: Ending = 'CONTRACT',
    until: Until = 'END',
    lies: Lies = {},
  ): Promise<TestTender> {
    return TestTender.made(() => alter, ending, until, lies)
  }

  /** A tender whose lies somebody of it signs. */
  static lying(lies: (liars: () => Liars) => Alter, ending: Ending): Promise<TestTender> {
    return TestTender.made((tender) => lies(() => tender().liars), ending, 'END', {})
  }

  private static made(
    alterOf: (tender: () => TestTender) => Alter,
    ending: Ending,
    until: Until,
    lies: Lies,
  ): Promise<TestTender> {
    return repeatable(lies.seed ?? 'a tender', async () => {
      const authority = new TestAuthority('日志根')
      const stamps = await TestTimeStamps.make()
      const alter: Alter = (type, body) => chosen(type, body)
      const tender = new TestTender(new TestLog(authority, stamps), stamps, alter, ending, until, lies.told ?? {})
      const chosen = alterOf(() => tender)
      tender.lies = lies
      tender.makeTrustFile()
      await tender.run()
      return tender
    })
  }

  private makeTrustFile(): void {
    const period = { from: '2026-01-01T00:00:00.000Z', to: null }
    const anchor = (certificate: string) => [{ certificate, ...period }]
    const doc: JsonObject = {
      type: 'trust-file',
      v: 1,
      version: 1,
      mode: 'SANDBOX',
      log: this.log.id,
      logCertificates: anchor(this.log.certificate),
      receiptCertificates: anchor(base64(this.receiptKey.certificate.der)),
      timeStampCertificates: anchor(base64(this.stamps.certificate.der)),
      roots: [base64(this.authority.root.der)],
      witnesses: this.log.witnesses.map(({ name, person }) => ({
        name,
        certificate: base64(person.certificate.der),
        ...period,
      })),
      threshold: 2,
      genesis: hex(sm3('genesis')),
    }
    const sigs = this.log.witnesses.map(({ name, person }) => ({ witness: name, sig: signStatement(person, doc).sig }))
    this.trustFile = { doc, sigs }
  }

  private get fingerprint(): string {
    return hex(canonicalHash(this.trustFile.doc!))
  }

  /** Contracts of four price methods; everything else goes by M-A. */
  private get method(): Method {
    const methods: Partial<Record<Ending, Method>> = {
      METHOD_B,
      METHOD_C,
      METHOD_D,
      METHOD_E,
      CLARIFIED: METHOD_CORRECTED,
      BLIND: METHOD_BLIND,
    }
    return methods[this.ending] ?? METHOD
  }

  private async run(): Promise<void> {
    const publication = this.publish()
    await this.chain.head()
    this.chain.later(DEADLINE - START - 60_000)
    const count = this.ending === 'TOO_FEW' ? 2 : 3
    if (this.ending === 'REPLACED') await this.sealToBothSets(publication)
    else
      for (const [i, price] of PRICES.slice(0, count).entries())
        this.seal(`投标人 ${i + 1}`, `U${i + 1}`, price, publication)
    this.bids.sort((a, b) => (a.bidId < b.bidId ? -1 : 1))
    await this.chain.head()
    this.chain.later(60_000 + this.deadline - DEADLINE)
    if (this.ending === 'TOO_FEW') this.chain.record('lot/failed', { count, reason: 'fewer-than-three-bids' })
    else if (this.ending === 'BIDDERS') await this.releaseAndOpen()
    else await this.openAndEvaluate()
    if (this.until === 'PRESS') return
    this.chain.record('tender/closed', { last: this.chain.entries.length + 1 })
    await this.chain.head()
  }

  /** One bid under the published set, the others under the one that takes its place. */
  private async sealToBothSets(publication: string): Promise<void> {
    const first = this.set
    const toFormer = this.told.toFormer ?? [0]
    this.seal('投标人 1', 'U1', PRICES[0]!, publication)
    await this.chain.head()
    const { next, set } = await succeed(this.chain, this.authority, this.agency, this.keySet, this.told)
    this.next = next
    for (const i of [1, 2]) {
      this.set = toFormer.includes(i) ? first : set
      this.seal(`投标人 ${i + 1}`, `U${i + 1}`, PRICES[i]!, publication)
    }
    this.set = this.told.formerDraws ? first : set
    if (!this.told.movesTo) return
    this.lost = this.bids.splice(0, 1)
    this.seal('投标人 4', 'U4', PRICES[0]!, publication)
  }

  /** As published, or as a replacement moved it. */
  private get deadline(): number {
    return this.told.movesTo ?? DEADLINE
  }

  /** Mode BIDDERS: the window, the draw behind it, and the opening of what was released. */
  private async releaseAndOpen(): Promise<void> {
    const { chain } = this
    const list = chain.record('lot/bid-list', this.bidList())
    await chain.head()
    chain.record('lot/names', { bids: this.bids.map(({ bidId, name, uscc }) => ({ bidId, name, uscc })) })
    const releases = await holdWindow(chain, this.bids, list, {
      set: this.set,
      agency: this.agency,
      supervisor: this.keySet.people[0]!,
      receiptKey: this.receiptKey,
      named: { log: this.log.id, trustFile: this.fingerprint, sandbox: true },
      ...(this.until === 'STOPPED' && { stop: () => stopForUnrecorded(chain, this.deciders, DEADLINE) }),
    })
    const parties = this.keySet.people.slice(0, 2)
    await hold(chain, DRAW, 'COEFFICIENT', this.method.k, 1, parties, this.set, this.lies.nonce)
    if (this.until !== 'PRESS') await this.open(list, releases)
  }

  private async openAndEvaluate(): Promise<void> {
    const { chain } = this
    const list = chain.record('lot/bid-list', this.bidList())
    await chain.head()
    if (this.ending === 'HELD') decideHeld(chain, this.deciders, list)
    if (this.ending === 'CLAIMED') {
      const { person } = this.bids[0]!
      const missing = this.receipt(hex(random(16)), hex(person.certificate.id), hex(random(32)))
      bringReceipt(chain, this.deciders, person, missing)
    }
    chain.record('lot/names', { bids: this.bids.map(({ bidId, name, uscc }) => ({ bidId, name, uscc })) })
    if (this.ending === 'SUSPENDED' || this.ending === 'ENDED') {
      suspend(chain, this.deciders, STEP_MINUTES, this.ending === 'ENDED' ? this.bids.length : undefined)
      if (this.ending === 'ENDED') return
    }
    if (this.ending === 'UNRECORDED') stopForUnrecorded(chain, this.deciders, DEADLINE)
    const parties = (this.told.formerDraws ? this.keySet : (this.next ?? this.keySet)).people.slice(0, 2)
    const [k] = await hold(chain, DRAW, 'COEFFICIENT', this.method.k, 1, parties, this.set, this.lies.nonce)
    if (this.until === 'PRESS') return
    await this.open(list)
    if (SHORT.includes(this.ending)) return
    const priced = this.bids.map(({ bidId, bid }) => ({ bidId, priceFen: bid.priceFen as number }))
    const evaluation = (this.evaluation = new TestEvaluation(chain, priced, this.authority, this.deciders, this.method))
    await evaluation.form()
    const blind = this.ending === 'BLIND' ? sealBlind(chain, this.bids, this.lies.blind ?? (() => {})) : undefined
    if (this.ending === 'MORE_TIME') setTime(chain, this.entity, 1, 2, [])
    if (this.ending === 'SCREENED') {
      const [out] = screen(
        chain,
        evaluation,
        this.bids.map(({ bidId }) => bidId),
        this.lies,
      )
      const left = priced.filter(({ bidId }) => bidId !== out)
      evaluation.score(2, this.lies.sheet, out)
      evaluation.conclude(k!, CEILING_FEN, left)
      evaluation.report('EVALUATED')
      return
    }
    evaluation.score(1, this.ending === 'REWORKED' ? undefined : this.lies.sheet)
    if (this.lies.again) evaluation.score(2)
    if (this.ending === 'MORE_TIME') askAndExtend(chain, evaluation.experts, this.entity)
    const breached = this.bids.at(-1)!.bidId
    if (blind) judgeBlind(chain, evaluation.experts, blind, breached)
    if (this.ending === 'ALL_REJECTED') {
      evaluation.rejectAll()
      evaluation.report('ALL_REJECTED')
      chain.record('lot/failed', { count: this.bids.length, reason: 'ALL_REJECTED' })
      return
    }
    const correctedFen = this.ending === 'CLARIFIED' ? CHANGE_FEN : 0
    if (correctedFen) {
      const panel = { experts: evaluation.experts, ...this.deciders }
      clarify(chain, panel, this.asked(priced))
      askForInformation(chain, { ...panel, bidder: this.bids[0]!.person }, this.lies.information)
    }
    const scored = priced.map((each, i) => ({ ...each, priceFen: each.priceFen + (i === 1 ? correctedFen : 0) }))
    if (this.ending === 'VOIDED') {
      evaluation.conclude(k!, CEILING_FEN, scored)
      becomeVoid(chain, this.deciders)
      evaluation.beginAgain(1, 2)
      evaluation.score(this.lies.anew ?? 2)
      evaluation.conclude(k!, CEILING_FEN, scored, [], this.lies.anew === 1 ? 0 : 1)
    } else if (this.ending === 'METHOD_E') evaluation.review()
    else evaluation.conclude(k!, CEILING_FEN, scored, blind ? [breached] : [], this.lies.again ? 1 : 0)
    evaluation.report('EVALUATED')
    await chain.head()
    const second = this.bids[1]!
    const winner = { ...second, priceFen: scored[1]!.priceFen }
    const finalists = this.bids.map((each) => each.bidId)
    if (this.ending === 'REWORKED') {
      approveRework(chain, this.deciders, finalists, evaluation)
      evaluation.score(2, this.lies.sheet)
      evaluation.conclude(k!, CEILING_FEN, scored, [], 1)
      evaluation.report('EVALUATED', 1)
      await chain.head()
    }
    if (this.ending === 'RANKED') awardByRank(chain, this.entity, this.bids)
    else await award(chain, evaluation, this.authority, this.entity, finalists, winner)
  }

  private asked(priced: { bidId: string; priceFen: number }[]): Asked[] {
    return priced.map((each, i) => ({ ...each, person: this.bids[i]!.person }))
  }

  /** Who could sign a lie of this tender. */
  get liars(): Liars {
    return { experts: this.evaluation!.experts, ...this.deciders }
  }

  private get deciders(): Deciders {
    return { entity: this.entity, supervisor: this.keySet.people[0]! }
  }

  private publish(): string {
    const doc: JsonObject = {
      type: 'tender-publication',
      version: 1,
      lot: { id: LOT, code: 'A1', name: '道路改造', ceilingFen: CEILING_FEN },
      procuringEntity: { name: '招标人', uscc: ENTITY },
      agency: { name: '代理机构', uscc: AGENCY },
      document: { version: 1, docx: this.chain.document('docx'), pdf: this.chain.document('pdf') },
      bill: null,
      schedule: { bidDeadline: new Date(DEADLINE).toISOString() },
      openingStepMinutes: STEP_MINUTES,
      ...(this.ending === 'BIDDERS'
        ? { openingMode: 'BIDDERS', releaseMinutes: RELEASE_MINUTES }
        : { openingMode: 'TRUSTEES' }),
      trusteeSet: hex(this.set.id),
      method: this.method as unknown as Json,
      criteria: criteriaOf(this.method),
      ...(this.ending === 'SCREENED' && { review: this.lies.priced ? PRICED_REVIEW : REVIEW }),
      panel: PANEL,
      award: this.ending === 'RANKED' ? AWARD_RANKED : AWARD,
    }
    return this.chain.record('tender/published', { ...this.chain.signed(this.agency, doc), keySet: this.keySet.doc })
  }

  private seal(name: string, uscc: string, priceFen: number, publication: string): void {
    const person = this.authority.person(name, name, uscc)
    const bidId = random(16)
    const attempt = beginSeal({
      publicationHash: fromHex(publication),
      lotId: fromUuid(LOT),
      docVersion: 1,
      set: this.set,
      bidder: person.certificate.id,
      bidId,
      seq: 1,
      selfPublicKey: publicKeyOf(person.encryptionKey),
    })
    const bid: JsonObject = { type: 'bid', v: 1, priceFen, priceWords: '', durationDays: 90, quality: '合格' }
    const files = [canonical(bid), utf8('{"type":"bid-manifest"}'), utf8('技术标')]
    const frames = files.map((file, i) =>
      sealFrame(attemptFileKey(attempt, i + 1), attempt.core, { n: i + 1, i: 0, last: true }, file),
    )
    const header = finishSeal(
      attempt,
      files.map((file, i) => ({ length: file.length, frameHashes: [sm3(frames[i]!)] })),
      this.ending === 'BIDDERS' ? 'BIDDERS' : 'TRUSTEES',
    )
    const signed = signHeader(header, person)
    const receipt = this.receipt(hex(bidId), hex(person.certificate.id), hex(sm3(signed.der)))
    const folder = `bids/${hex(bidId)}-1`
    const fileKey = attemptFileKey(attempt, 1)
    this.bids.push({ bidId: hex(bidId), folder, name, uscc, person, header, ...signed, frames, fileKey, bid, receipt })
  }

  private receipt(bidId: string, bidder: string, headerHash: string): Statement {
    const leafNonce = random(32)
    const doc = {
      type: 'bid-receipt',
      v: 1,
      act: 'SEALED',
      tender: TENDER,
      lot: LOT,
      bidId,
      bidder,
      headerHash,
      seq: 1,
      statement: null,
      prevReceipt: null,
      stamp: this.chain.now(),
      boundMs: 3,
      verdict: this.ending === 'HELD' && this.bids.length === 0 ? 'HELD' : 'ON_TIME',
      leafNonce: hex(leafNonce),
      log: this.log.id,
      trustFile: this.fingerprint,
      sandbox: true,
    }
    this.log.record(canonicalHash(doc), leafNonce)
    return signStatement(this.receiptKey, doc)
  }

  private bidList(): JsonObject {
    const listed = [...this.bids, ...this.lost].sort((a, b) => (a.bidId < b.bidId ? -1 : 1))
    const bids = listed.map((bid): JsonObject => {
      const { bidId, der, receipt } = bid
      const line = { bidId, headerHash: hex(sm3(der)), seq: 1, receiptHash: hex(canonicalHash(receipt.doc)) }
      const state = receipt.doc.verdict === 'HELD' ? 'HELD' : 'LIVE'
      return { ...line, state, because: null, ...this.listedAsLost(bid) }
    })
    return { deadline: new Date(this.deadline).toISOString(), frozenAt: this.chain.now(), bids }
  }

  private listedAsLost(bid: SealedBid): JsonObject {
    const { listsLost, listsGood } = this.told
    const isLost = this.lost.includes(bid) ? listsLost !== 'LIVE' : listsGood === true && bid === this.bids[0]
    const entry = this.chain.entries.find(({ head }) => head.type === 'lot/key-set')
    return isLost ? { state: 'SET_LOST', because: listsLost === 'OTHER' ? 'ab'.repeat(32) : entry!.hash } : {}
  }

  private async open(list: string, releaseList?: string): Promise<void> {
    const released = releaseList ? this.bids.slice(0, -1) : this.bids
    const blamer = this.until === 'BLAMED' ? this.keySet.people[2] : undefined
    const only = { set: hex(this.set.id), people: this.keySet.people.slice(0, blamer ? 3 : 2), has: () => true }
    for (const { set, people, has } of this.next ? pressers(this.keySet, this.next, this.told) : [only])
      for (const person of people) {
        const own = released.filter(({ uscc }) => has(Number(uscc.slice(1)) - 1))
        const shares = own.map(({ bidId, header, person: bidder }): JsonObject => {
          if (person === blamer) return { bidId, badWrap: true }
          const wrapped = this.wrapped(header, bidder.encryptionKey)
          return { bidId, share: hex(unwrapShare(wrapped, person.certificate.id, person.encryptionKey)) }
        })
        const lists = { bidList: list, ...(releaseList && { releaseList }) }
        this.chain.record('lot/pressed', this.chain.signed(person, pressOf(set, lists, shares)))
      }
    const results = this.bids.map((each) =>
      released.includes(each)
        ? { bidId: each.bidId, status: 'OPENED', finding: null, bid: each.bid, fileKey: hex(each.fileKey) }
        : { bidId: each.bidId, status: 'REVOKED', finding: 'bidder-absent', bid: null, fileKey: null },
    )
    this.chain.record('lot/opened', { results })
    await this.chain.head()
  }

  /** The header with the wraps for the trustees: its own, or those that its bidder releases. */
  private wrapped(header: BidHeader, encryptionKey: Bytes): BidHeader {
    if (this.ending !== 'BIDDERS') return header
    const core = coreOf(header)
    const cek = unwrapSelf(header, encryptionKey)
    return { ...header, trustees: trusteeWraps(prkOf(cek, header.salt), cek, core, this.set) }
  }

  /** The files of the package in a cut; a party's cut is that of the first bid of the list. */
  files(cut: PackageCut): Map<string, Bytes> {
    const { log, chain, ending, bids, lost, fingerprint: trustFile, receiptKey, evaluation } = this
    return packed({ log, chain, ending, bids, lost, trustFile, receiptKey, evaluation }, cut)
  }
}
