import { base64, concat, fromHex, fromUuid, hex, random, u32, utf8, type Bytes } from '@/shared/trust/bytes'
import { sealFrame } from '@/shared/trust/bes1/frames'
import { unwrapShare } from '@/shared/trust/bes1/opener'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from '@/shared/trust/bes1/sealer'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { drawCommit, drawNoteContext, drawPicks, drawSeed } from '@/shared/trust/draw'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { sealNote } from '@/shared/trust/sealedNote'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement, type Signer, type Statement } from '@/shared/trust/statement'
import { trustees } from '../keySets'
import { TestAuthority } from '../people'
import { TestLog } from './testLog'
import { TestTimeStamps } from './timeStampAuthority'

export const TENDER = '6f2c0e0a-54a5-4b5e-8a3f-0d3b8f1f2a01'
export const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const SESSION = '7d0f6c7e-91aa-4c55-b1fb-5a5d0bb6a0c3'
const DRAW = '3a8c1f7e-22c4-4f17-8f52-0c0d6c1f9e77'
const METHOD = {
  code: 'M-A',
  fullScore: '60',
  e1: '0.9',
  e2: '0.6',
  k: ['0.95', '0.96', '0.97'],
  trim: [{ bidsMin: 5, dropHigh: 1, dropLow: 1 }],
  technicalFull: '40',
}
const START = Date.parse('2026-06-01T01:00:00.000Z')

/** What a test may do to a body before it is recorded: a lie that is then signed, logged and witnessed. */
export type Alter = (type: string, body: JsonObject) => JsonObject

interface SealedBid {
  bidId: string
  folder: string
  person: Signer
  header: ReturnType<typeof finishSeal>
  der: Bytes
  signature: Bytes
  frames: Bytes[]
  fileKey: Bytes
  bid: JsonObject
  receipt: Statement
}

/** A whole tender made by a test, and the evidence of it. */
export class TestTender {
  readonly authority = new TestAuthority()
  private readonly agency = this.authority.person('代理机构')
  private readonly receiptKey = this.authority.person('回执')
  private readonly keySet = trustees(this.authority, LOT)
  private readonly set: KeySet = keySetOf(this.keySet.doc)
  private readonly experts = [1, 2, 3].map((i) => this.authority.person(`专家 ${i}`))
  private readonly committee = [1, 2, 3].map((i) => this.authority.person(`定标委员 ${i}`))
  private readonly entries: { head: JsonObject; salt: string; body: JsonObject; hash: string }[] = []
  private readonly documents = new Map<string, Bytes>()
  private clock = START
  private bids: SealedBid[] = []
  trustFile!: JsonObject

  private constructor(
    private readonly log: TestLog,
    private readonly stamps: TestTimeStamps,
    private readonly alter: Alter,
  ) {}

  static async held(alter: Alter = (_, body) => body): Promise<TestTender> {
    const authority = new TestAuthority('日志根')
    const stamps = await TestTimeStamps.make()
    const tender = new TestTender(new TestLog(authority, stamps), stamps, alter)
    tender.makeTrustFile()
    await tender.run()
    return tender
  }

  private now(): string {
    this.clock += 1000
    return new Date(this.clock).toISOString()
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

  private record(type: string, body: JsonObject): string {
    const head = {
      type,
      v: 1,
      tender: TENDER,
      n: this.entries.length + 1,
      prev: this.lastHash,
      at: this.now(),
      machineAt: new Date(this.clock).toISOString(),
    }
    const recorded = this.alter(type, body)
    const salt = random(16)
    const hash = sm3(concat('QEC1', canonicalHash(head), sm3(concat('QEC1 body', salt, canonical(recorded)))))
    this.entries.push({ head, salt: hex(salt), body: recorded, hash: hex(hash) })
    this.log.record(hash)
    return hex(hash)
  }

  private get lastHash(): string {
    return this.entries.at(-1)?.hash ?? '0'.repeat(64)
  }

  private signed(person: Signer, doc: JsonObject): JsonObject {
    const seen = { n: this.entries.length, hash: this.lastHash }
    return { statement: signStatement(person, { v: 1, tender: TENDER, seen, ...doc }) as unknown as Json }
  }

  private head = () => this.log.head(this.now())

  private document(text: string): string {
    const bytes = utf8(text)
    this.documents.set(hex(sm3(bytes)), bytes)
    return hex(sm3(bytes))
  }

  private async run(): Promise<void> {
    const publication = this.publish()
    await this.head()
    for (const [i, price] of [98_000_000, 100_000_000, 91_234_567].entries())
      this.seal(`投标人 ${i + 1}`, price, publication)
    this.bids.sort((a, b) => (a.bidId < b.bidId ? -1 : 1))
    await this.head()
    const list = this.record('lot/bid-list', this.bidList())
    await this.head()
    const k = await this.drawCoefficient()
    await this.open(list)
    this.evaluate(k)
    await this.head()
    await this.award()
    this.record('tender/closed', { last: this.entries.length + 1 })
    await this.head()
  }

  private publish(): string {
    const party = { name: '代理机构', uscc: '' }
    const doc = {
      type: 'tender-publication',
      version: 1,
      lot: { id: LOT, code: 'A1', name: '道路改造', ceilingFen: 110_000_000 },
      procuringEntity: party,
      agency: party,
      document: { version: 1, docx: this.document('docx'), pdf: this.document('pdf') },
      bill: null,
      trusteeSet: hex(this.set.id),
      method: METHOD,
    }
    return this.record('tender/published', { ...this.signed(this.agency, doc), keySet: this.keySet.doc })
  }

  private seal(name: string, priceFen: number, publication: string): void {
    const person = this.authority.person(name)
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
    )
    const signed = signHeader(header, person)
    const receipt = this.receipt(hex(bidId), hex(person.certificate.id), hex(sm3(signed.der)))
    this.bids.push({
      bidId: hex(bidId),
      folder: `bids/${hex(bidId)}-1`,
      person,
      header,
      ...signed,
      frames,
      fileKey: attemptFileKey(attempt, 1),
      bid,
      receipt,
    })
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
      stamp: this.now(),
      boundMs: 3,
      verdict: 'ON_TIME',
      leafNonce: hex(leafNonce),
      log: this.log.id,
      trustFile: this.fingerprint,
      sandbox: true,
    }
    this.log.record(canonicalHash(doc), leafNonce)
    return signStatement(this.receiptKey, doc)
  }

  private bidList(): JsonObject {
    const deadline = this.now()
    const bids = this.bids.map(({ bidId, der, receipt }) => ({
      bidId,
      headerHash: hex(sm3(der)),
      seq: 1,
      receiptHash: hex(canonicalHash(receipt.doc)),
      state: 'LIVE',
      because: null,
    }))
    return { deadline, frozenAt: this.now(), bids }
  }

  private async drawCoefficient(): Promise<string> {
    const pool = METHOD.k
    const poolHash = canonicalHash(pool)
    const parties = this.keySet.people.slice(0, 2)
    const ids = parties.map((party) => hex(party.certificate.id))
    this.record('draw/opened', {
      drawId: DRAW,
      purpose: 'COEFFICIENT',
      pool,
      poolHash: hex(poolHash),
      picks: 1,
      parties: ids,
      set: hex(this.set.id),
    })
    await this.head()
    const nonces = parties.map(() => random(32))
    parties.forEach((party, i) => {
      const commit = hex(drawCommit(DRAW, poolHash, party.certificate.id, nonces[i]!))
      this.record(
        'draw/committed',
        this.signed(party, { type: 'draw-commit', drawId: DRAW, poolHash: hex(poolHash), commit }),
      )
    })
    await this.head()
    parties.forEach((party, i) => {
      const note = sealNote(nonces[i]!, drawNoteContext(DRAW, party.certificate.id), this.set)
      this.record('draw/sealed', this.signed(party, { type: 'draw-seal', drawId: DRAW, note }))
    })
    await this.head()
    parties.forEach((party, i) =>
      this.record('draw/revealed', this.signed(party, { type: 'draw-reveal', drawId: DRAW, nonce: hex(nonces[i]!) })),
    )
    const seed = drawSeed(
      DRAW,
      poolHash,
      parties.map((party, i) => ({ party: party.certificate.id, nonce: nonces[i]! })),
    )
    const picked = drawPicks(seed, pool.length, 1)
    this.record('draw/result', { drawId: DRAW, seed: hex(seed), picked, values: picked.map((i) => pool[i]!) })
    await this.head()
    return pool[picked[0]!]!
  }

  private async open(list: string): Promise<void> {
    for (const person of this.keySet.people.slice(0, 2)) {
      const shares = this.bids.map(({ bidId, header }) => ({
        bidId,
        share: hex(unwrapShare(header, person.certificate.id, person.encryptionKey)),
      }))
      this.record('lot/pressed', this.signed(person, { type: 'trustee-press', lot: LOT, bidList: list, shares }))
    }
    const results = this.bids.map(({ bidId, bid, fileKey }) => ({
      bidId,
      status: 'OPENED',
      finding: null,
      bid,
      fileKey: hex(fileKey),
    }))
    this.record('lot/opened', { results })
    this.record('lot/names', { bids: this.bids.map(({ bidId }, i) => ({ bidId, name: `投标人 ${i + 1}`, uscc: '' })) })
    await this.head()
  }

  private evaluate(k: string): void {
    const labelSeed = random(32)
    const bids = this.bids.map((each) => each.bidId)
    const labelCommit = hex(sm3(concat('QC1 labels', fromUuid(SESSION), labelSeed)))
    this.record('evaluation/opened', {
      session: SESSION,
      keySet: trustees(this.authority, SESSION, 'SESSION').doc,
      criteria: hex(sm3('criteria')),
      bids,
      labelCommit,
    })
    const sheets = this.experts.map((expert, e) => {
      const order = drawPicks(
        sm3(concat('QC1 label order', labelSeed, expert.certificate.id)),
        bids.length,
        bids.length,
      )
      const marked = order.map((i, place) => ({
        label: 'ABC'[place]!,
        items: [{ item: 'all', score: `${30 + i}.${e}5`, reason: '' }],
      }))
      return { expert, nonce: random(32), sheet: { reason: '', bids: marked } }
    })
    for (const { expert, nonce, sheet } of sheets) {
      const commit = hex(
        sm3(concat('QC1 sheet', fromUuid(SESSION), expert.certificate.id, u32(1), nonce, canonicalHash(sheet))),
      )
      this.record(
        'evaluation/committed',
        this.signed(expert, { type: 'sheet-commit', session: SESSION, version: 1, commit, note: null }),
      )
    }
    for (const { expert, nonce, sheet } of sheets)
      this.record(
        'evaluation/revealed',
        this.signed(expert, { type: 'sheet-reveal', session: SESSION, version: 1, nonce: hex(nonce), sheet }),
      )
    this.record('evaluation/scored', { session: SESSION, labelSeed: hex(labelSeed), ...this.scores(k) })
  }

  /** Scores in plain arithmetic of hundredths, on purpose not the auditor's. */
  private scores(k: string): JsonObject {
    const prices = this.bids.map(({ bidId, bid }) => ({ bidId, priceFen: bid.priceFen as number }))
    const sum = prices.reduce((total, each) => total + each.priceFen, 0)
    const base = Math.round((sum / prices.length) * Number(k))
    const score = (fen: number) =>
      Math.max(0, 60 - (Math.abs(fen - base) / base) * 100 * (fen > base ? 0.9 : 0.6)).toFixed(2)
    const scored = prices.map(({ bidId, priceFen }) => ({ bidId, score: score(priceFen) }))
    const technical = prices.map(({ bidId }, i) => ({ bidId, score: `${30 + i}.15` }))
    const totals = scored.map(({ bidId, score: price }, i) => ({
      bidId,
      score: (Number(price) + Number(technical[i]!.score)).toFixed(2),
    }))
    const counted = prices.map((each) => each.bidId)
    return { method: METHOD, input: { k, prices, counted }, basePriceFen: base, prices: scored, technical, totals }
  }

  private async award(): Promise<void> {
    const finalists = this.bids.map((each) => each.bidId)
    const winner = finalists[1]!
    this.record('award/finalists', { finalists, publicity: { from: this.now(), to: this.now() } })
    const ballots = this.committee.map((member, i) => ({
      member,
      nonce: random(32),
      choice: finalists[i === 2 ? 0 : 1]!,
      reason: '报价合理',
    }))
    for (const { member, nonce, choice, reason } of ballots) {
      const commit = hex(
        sm3(
          concat('QC1 ballot', fromUuid(LOT), member.certificate.id, u32(1), nonce, canonicalHash({ choice, reason })),
        ),
      )
      this.record(
        'award/committed',
        this.signed(member, { type: 'ballot-commit', lot: LOT, round: 1, commit, note: null }),
      )
    }
    await this.head()
    for (const { member, nonce, choice, reason } of ballots)
      this.record(
        'award/revealed',
        this.signed(member, { type: 'ballot-reveal', lot: LOT, round: 1, nonce: hex(nonce), choice, reason }),
      )
    const votes = finalists.map((bidId) => ({
      bidId,
      count: ballots.filter((ballot) => ballot.choice === bidId).length,
    }))
    this.record('award/decided', { rounds: [{ n: 1, votes }], winner, publicity: null })
    const amountFen = this.bids[1]!.bid.priceFen!
    this.record('award/noticed', { sm3: this.document('notice'), winner, amountFen })
    this.record('contract/recorded', { contractNo: 'HT-1', winner, amountFen, signedOn: '2026-06-20', statements: [] })
  }

  /** The files of the package in a cut. */
  files(cut: 'PUBLIC' | 'SUPERVISOR'): Map<string, Bytes> {
    const files = new Map<string, Bytes>()
    const size = (this.log.heads.at(-1)!.head as JsonObject).size!
    const put = (name: string, value: Json) => files.set(name, canonical(value))
    put('package.json', {
      type: 'evidence-package',
      v: 1,
      cut,
      tender: TENDER,
      lot: LOT,
      log: this.log.id,
      trustFile: this.fingerprint,
      sandbox: true,
      madeAt: (this.log.heads.at(-1)!.head as JsonObject).at!,
      size,
      entries: this.entries.length,
    })
    put('heads.json', this.log.heads)
    put('consistency.json', this.log.consistency())
    this.entries.forEach(({ head, salt, body, hash }, i) => {
      const hidden = cut === 'PUBLIC' && ['lot/pressed', 'evaluation/revealed'].includes(String(head.type))
      const bodyHash = hex(sm3(concat('QEC1 body', fromHex(salt), canonical(body))))
      const shown: JsonObject = hidden ? { head, bodyHash } : { entry: { head, salt, body } }
      put(`chain/${String(i + 1).padStart(6, '0')}.json`, { ...shown, leaf: this.log.leaf(hash) })
    })
    for (const { folder, der, signature, frames, receipt } of this.bids) {
      put(`${folder}/receipt.json`, {
        ...(receipt as unknown as JsonObject),
        leaf: this.log.leaf(hex(canonicalHash(receipt.doc))),
      })
      files.set(`${folder}/header.der`, der)
      files.set(`${folder}/header.p7s`, signature)
      frames
        .slice(0, cut === 'PUBLIC' ? 1 : undefined)
        .forEach((frame, i) => files.set(`${folder}/${i + 1}.enc`, frame))
    }
    for (const [hash, bytes] of this.documents) files.set(`documents/${hash}.pdf`, bytes)
    return files
  }
}
