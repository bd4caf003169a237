import { fromBase64, fromHex, fromUuid, hex, type Bytes } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { Broken, within } from './broken'

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
    return this.value === null || this.value === undefined
  }

  private wrong(expected: string): never {
    throw new Broken(
      this.path,
      this.isMissing ? 'missing' : 'wrong-type',
      this.isMissing ? '' : JSON.stringify(this.value).slice(0, 80),
      expected,
    )
  }

  object(): JsonObject {
    if (this.isNull || typeof this.value !== 'object' || Array.isArray(this.value)) this.wrong('object')
    return this.value as JsonObject
  }

  list(): Field[] {
    if (!Array.isArray(this.value)) this.wrong('array')
    return this.value.map((item, i) => new Field(`${this.path}[${i}]`, item))
  }

  text(): string {
    if (typeof this.value !== 'string') this.wrong('text')
    return this.value
  }

  integer(): number {
    if (!Number.isSafeInteger(this.value)) this.wrong('integer')
    return this.value as number
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.wrong('true or false')
    return this.value
  }

  bytes(length?: number): Bytes {
    return within(this.path, () => fromHex(this.value, length))
  }

  base64(): Bytes {
    return within(this.path, () => fromBase64(this.value))
  }

  uuid(): Bytes {
    return within(this.path, () => fromUuid(this.value))
  }

  /** Milliseconds of a moment in the one form that evidence uses. */
  moment(): number {
    const text = this.text()
    const at = Date.parse(text)
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) || Number.isNaN(at))
      this.wrong('moment in UTC with milliseconds')
    return at
  }

  canonical(): Bytes {
    return within(this.path, () => canonical(this.value ?? this.wrong('a value')))
  }

  hash(): Bytes {
    return within(this.path, () => canonicalHash(this.value ?? this.wrong('a value')))
  }

  hexHash(): string {
    return hex(this.hash())
  }

  /** Demands this value. */
  equals(expected: Json, reason = 'differs'): void {
    const seen = this.isMissing ? 'nothing' : JSON.stringify(this.value)
    if (this.isMissing || hex(canonical(this.value!)) !== hex(canonical(expected)))
      throw new Broken(this.path, reason, seen, JSON.stringify(expected))
  }
}
