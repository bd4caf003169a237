import { concat, hex, toBigInt, utf8, type Bytes } from './bytes'
import { Refused } from './refused'

/** Tags that the formats use. */
export const Tag = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OID: 0x06,
  UTF8: 0x0c,
  UTC_TIME: 0x17,
  GENERALIZED_TIME: 0x18,
  SEQUENCE: 0x30,
  SET: 0x31,
} as const

function malformed(seen: string, expected: string): never {
  throw new Refused('trust/not-der', { seen, expected })
}

/** One element of DER: its tag, its content, and all its bytes. */
export interface Der {
  tag: number
  content: Bytes
  raw: Bytes
}

/** Reads the elements that fill `bytes`; refuses long forms that are not needed, and indefinite lengths. */
export function readAll(bytes: Uint8Array): Der[] {
  const out: Der[] = []
  let at = 0
  while (at < bytes.length) {
    const { element, next } = readAt(bytes, at)
    out.push(element)
    at = next
  }
  return out
}

function readAt(bytes: Uint8Array, start: number): { element: Der; next: number } {
  const tag = bytes[start]!
  if ((tag & 0x1f) === 0x1f) malformed('long tag', 'one tag byte')
  const first = bytes[start + 1]
  if (first === undefined) malformed('cut off', 'a length')
  let at = start + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) malformed('indefinite or huge length', 'DER length')
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[at++] ?? malformed('cut off', 'a length'))
    if (length < 0x80 || (count > 1 && length < 2 ** (8 * (count - 1)))) malformed('long form', 'shortest length')
  }
  if (at + length > bytes.length) malformed('cut off', `${length} bytes`)
  const next = at + length
  return { element: { tag, content: bytes.slice(at, next) as Bytes, raw: bytes.slice(start, next) as Bytes }, next }
}

/** Reads exactly one element; refuses trailing bytes. */
export function readOne(bytes: Uint8Array): Der {
  if (bytes.length === 0) malformed('nothing', 'one element')
  const { element, next } = readAt(bytes, 0)
  if (next !== bytes.length) malformed('trailing bytes', 'one element')
  return element
}

/** A cursor over the parts of a SEQUENCE or SET, in order. */
export class Parts {
  private at = 0
  private readonly all: Der[]

  constructor(element: Der, tag: number = Tag.SEQUENCE) {
    if (element.tag !== tag) malformed(`tag ${element.tag}`, `tag ${tag}`)
    this.all = readAll(element.content)
  }

  get rest(): number {
    return this.all.length - this.at
  }

  next(tag?: number): Der {
    const element = this.all[this.at]
    if (!element || (tag !== undefined && element.tag !== tag)) malformed(`tag ${element?.tag ?? 'none'}`, `tag ${tag}`)
    this.at++
    return element
  }

  /** The next element when it has this tag, else nothing. */
  optional(tag: number): Der | undefined {
    return this.all[this.at]?.tag === tag ? this.all[this.at++] : undefined
  }

  integer(): bigint {
    return integerOf(this.next(Tag.INTEGER))
  }

  octets(length?: number): Bytes {
    const { content } = this.next(Tag.OCTET_STRING)
    if (length !== undefined && content.length !== length) malformed(`${content.length} bytes`, `${length} bytes`)
    return content
  }

  oid(): string {
    return oidOf(this.next(Tag.OID))
  }

  sequence(): Parts {
    return new Parts(this.next(Tag.SEQUENCE))
  }

  end(): void {
    if (this.rest) malformed('more elements', 'the end')
  }
}

/** Value of an INTEGER in its shortest form. */
export function integerOf(element: Der): bigint {
  const { content, tag } = element
  if (tag !== Tag.INTEGER || content.length === 0) malformed(`tag ${tag}`, 'INTEGER')
  const [head, second] = [content[0]!, content[1]]
  if (second !== undefined && ((head === 0 && second < 0x80) || (head === 0xff && second >= 0x80)))
    malformed('padded INTEGER', 'shortest form')
  const value = toBigInt(content)
  return head >= 0x80 ? value - (1n << BigInt(8 * content.length)) : value
}

/** Dotted text of an OBJECT IDENTIFIER. */
export function oidOf(element: Der): string {
  const { content, tag } = element
  if (tag !== Tag.OID || content.length === 0 || content.at(-1)! >= 0x80) malformed(hex(content), 'OBJECT IDENTIFIER')
  const arcs: number[] = []
  let value = 0
  let fresh = true
  for (const byte of content) {
    if (fresh && byte === 0x80) malformed('padded arc', 'shortest form')
    value = value * 128 + (byte & 0x7f)
    fresh = byte < 0x80
    if (!fresh) continue
    if (arcs.length === 0) {
      const first = Math.min(2, Math.floor(value / 40))
      arcs.push(first, value - 40 * first)
    } else arcs.push(value)
    value = 0
  }
  return arcs.join('.')
}

/** One element from its tag and the parts of its content. */
export function tlv(tag: number, ...parts: Uint8Array[]): Bytes {
  const content = concat(...parts)
  const { length } = content
  if (length < 0x80) return concat(new Uint8Array([tag, length]), content)
  const digits = length.toString(16)
  const bytes = Uint8Array.from(digits.padStart(digits.length + (digits.length % 2), '0').match(/../g)!, (pair) =>
    parseInt(pair, 16),
  )
  return concat(new Uint8Array([tag, 0x80 | bytes.length]), bytes, content)
}

export const sequence = (...parts: Uint8Array[]) => tlv(Tag.SEQUENCE, ...parts)
export const octets = (bytes: Uint8Array) => tlv(Tag.OCTET_STRING, bytes)
export const utf8String = (value: string) => tlv(Tag.UTF8, utf8(value))

/** SET OF, its members in DER order. */
export function setOf(...parts: Uint8Array[]): Bytes {
  return tlv(Tag.SET, ...sortedForSet(parts))
}

/** DER order of the members of a SET OF. */
export function sortedForSet(parts: Uint8Array[]): Uint8Array[] {
  return [...parts].sort((a, b) => (hex(a) < hex(b) ? -1 : 1))
}

/** A non-negative INTEGER. */
export function integer(value: bigint | number): Bytes {
  const digits = BigInt(value).toString(16)
  const even = digits.length % 2 ? `0${digits}` : digits
  const bytes = Uint8Array.from(even.match(/../g)!, (pair) => parseInt(pair, 16))
  return bytes[0]! >= 0x80 ? tlv(Tag.INTEGER, new Uint8Array([0]), bytes) : tlv(Tag.INTEGER, bytes)
}

/** OBJECT IDENTIFIER from its dotted text. */
export function oid(dotted: string): Bytes {
  const [first, second, ...others] = dotted.split('.').map(Number) as [number, number, ...number[]]
  const bytes: number[] = []
  for (const arc of [first * 40 + second, ...others]) {
    const groups = [arc % 128]
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift(0x80 | (rest % 128))
    bytes.push(...groups)
  }
  return tlv(Tag.OID, new Uint8Array(bytes))
}
