import { concat, fromHex, hex, random, utf8, type Bytes } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement, type Signer } from '@/shared/trust/statement'
import type { TestLog } from './testLog'

export const TENDER = '6f2c0e0a-54a5-4b5e-8a3f-0d3b8f1f2a01'
export const START = Date.parse('2026-06-01T01:00:00.000Z')
export const DAY = 86_400_000

/** What a test may do to a body before it is recorded: a lie that is then signed, logged and witnessed. */
export type Alter = (type: string, body: JsonObject) => JsonObject | undefined

interface Recorded {
  head: JsonObject
  salt: string
  body: JsonObject
  hash: string
}

/** The chain of one test's tender with its clock and its documents. */
export class TestChain {
  readonly entries: Recorded[] = []
  readonly documents = new Map<string, Bytes>()
  private clock = START

  constructor(
    readonly log: TestLog,
    private readonly alter: Alter,
  ) {}

  /** The next second. */
  now(): string {
    return this.later(1000)
  }

  /** A moment so many milliseconds on. */
  later(ms: number): string {
    this.clock += ms
    return new Date(this.clock).toISOString()
  }

  /** Records an entry and returns its content hash; an alteration that gives nothing leaves it out. */
  record(type: string, body: JsonObject): string {
    const recorded = this.alter(type, body)
    if (!recorded) return this.lastHash
    const at = this.now()
    const head = { type, v: 1, tender: TENDER, n: this.entries.length + 1, prev: this.lastHash, at, machineAt: at }
    const salt = random(16)
    const hash = sm3(concat('QEC1', canonicalHash(head), sm3(concat('QEC1 body', salt, canonical(recorded)))))
    this.entries.push({ head, salt: hex(salt), body: recorded, hash: hex(hash) })
    this.log.record(hash)
    return hex(hash)
  }

  get lastHash(): string {
    return this.entries.at(-1)?.hash ?? '0'.repeat(64)
  }

  /** What a person says over the chain as it stands. */
  statement(person: Signer, doc: JsonObject): JsonObject {
    const seen = { n: this.entries.length, hash: this.lastHash }
    return signStatement(person, { v: 1, tender: TENDER, seen, ...doc }) as unknown as JsonObject
  }

  signed(person: Signer, doc: JsonObject): JsonObject {
    return { statement: this.statement(person, doc) }
  }

  head(): Promise<void> {
    return this.log.head(this.now())
  }

  /** Keeps a document and returns its hash. */
  document(text: string): string {
    const bytes = utf8(text)
    this.documents.set(hex(sm3(bytes)), bytes)
    return hex(sm3(bytes))
  }

  /** Entries as a package shows them. */
  put(files: Map<string, Bytes>, isHidden: (type: string) => boolean): void {
    this.entries.forEach(({ head, salt, body, hash }, i) => {
      const bodyHash = hex(sm3(concat('QEC1 body', fromHex(salt), canonical(body))))
      const shown: Json = isHidden(String(head.type)) ? { head, bodyHash } : { entry: { head, salt, body } }
      files.set(`chain/${String(i + 1).padStart(6, '0')}.json`, canonical({ ...shown, leaf: this.log.leaf(hash) }))
    })
  }
}
