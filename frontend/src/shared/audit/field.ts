import { fromBase64, fromHex, fromUuid, hex, type Bytes } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { decimal, type Decimal } from './decimal'
import { Broken, demand, within } from './broken'

/** A value of a package with its path, so that whatever is wrong with it can be named. */
export class Field {
  constructor(
    readonly path: string,
    readonly value: Json | undefined,
  ) {}

  get(name: string): Field {
    const { value } = this
    const here = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, name)
    return new Field(`${this.path}${this.path.includes('#') ? '.' : '#'}${name}`, here ? value[name] : undefined)
  }

  get isMissing(): boolean {
    return this.value === undefined
  }

  get isNull(): boolean {
    return this.value === null
  }

  get isObject(): boolean {
    return this.value !== null && typeof this.value === 'object' && !Array.isArray(this.value)
  }

  /** The text, or nothing for whatever is no text. */
  get said(): string {
    return typeof this.value === 'string' ? this.value : ''
  }

  /** The whole number, or −1 for whatever is none. */
  get count(): number {
    return Number.isSafeInteger(this.value) ? (this.value as number) : -1
  }

  /** The items, none for whatever is no list. */
  get items(): Field[] {
    const list = Array.isArray(this.value) ? this.value : []
    const here = this.path.includes('#')
    return list.map((item, i) => new Field(here ? `${this.path}[${i}]` : `${this.path}#${i}`, item))
  }

  /** Whether both have the same value. */
  is(other: Field): boolean {
    return this.isMissing || other.isMissing
      ? this.isMissing && other.isMissing
      : hex(canonical(this.value!)) === hex(canonical(other.value!))
  }

  private wrong(reason: string, expected: string): never {
    throw new Broken(
      this.path,
      this.isMissing ? 'missing' : reason,
      this.isMissing ? '' : JSON.stringify(this.value).slice(0, 80),
      expected,
    )
  }

  /** Demands an object with exactly these members. */
  exactly(...members: string[]): this {
    const seen = this.isObject ? Object.keys(this.value as JsonObject) : []
    const holds = seen.length === members.length && members.every((member) => seen.includes(member))
    demand(holds, this.path, 'not-exactly-the-members', seen.sort().join(' '), members.sort().join(' '))
    return this
  }

  object(): JsonObject {
    if (!this.isObject) this.wrong('not-exactly-the-members', 'object')
    return this.value as JsonObject
  }

  text(): string {
    if (typeof this.value !== 'string') this.wrong('not-a-text', 'text')
    return this.value
  }

  /** A whole number that is not negative. */
  number(): number {
    if (!Number.isSafeInteger(this.value) || (this.value as number) < 0) this.wrong('not-a-number', 'whole number')
    return this.value as number
  }

  /** Bytes in lower-case hexadecimal of a length. */
  bytes(length: number): Bytes {
    const text = this.text()
    demand(/^([0-9a-fA-F]{2})*$/.test(text), this.path, 'not-hexadecimal', text.slice(0, 80))
    demand(/^[^A-F]*$/.test(text) && text.length === 2 * length, this.path, 'not-hexadecimal-of-the-length', text)
    return fromHex(text)
  }

  /** A list of hashes. */
  hashes(): Bytes[] {
    demand(Array.isArray(this.value), this.path, 'not-a-list')
    return this.items.map((item) => {
      demand(typeof item.value === 'string', this.path, 'not-a-hash')
      return item.bytes(32)
    })
  }

  base64(): Bytes {
    const text = this.text()
    return within(this.path, 'not-base64', () => fromBase64(text))
  }

  uuid(): Bytes {
    return within(this.path, 'not-a-uuid', () => fromUuid(this.value))
  }

  /** Milliseconds of a moment in the one form that evidence uses. */
  moment(): number {
    const text = this.text()
    const at = Date.parse(text)
    const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(at)
    if (!written || new Date(at).toISOString() !== text) this.wrong('not-a-moment', 'moment in UTC with milliseconds')
    return at
  }

  decimal(): Decimal {
    if (typeof this.value !== 'string') throw new Broken(this.path, 'not-a-decimal', JSON.stringify(this.value))
    return decimal(this.value, this.path)
  }

  canonical(): Bytes {
    return within(this.path, 'not-canonical-json', () => canonical(this.value ?? null))
  }

  hash(): Bytes {
    return within(this.path, 'not-canonical-json', () => canonicalHash(this.value ?? null))
  }

  hexHash(): string {
    return hex(this.hash())
  }

  /** Demands this value. */
  equals(expected: Json, reason: string): void {
    const seen = this.isMissing ? 'nothing' : JSON.stringify(this.value)
    if (this.isMissing || hex(this.canonical()) !== hex(canonical(expected)))
      throw new Broken(this.path, reason, seen, JSON.stringify(expected))
  }

  /** Demands the value of another field. */
  equalsField(expected: Field, reason: string): void {
    demand(this.is(expected), this.path, reason, JSON.stringify(this.value), JSON.stringify(expected.value))
  }
}
