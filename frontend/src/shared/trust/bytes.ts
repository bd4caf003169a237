import { Refused } from './refused'

/** Bytes over an ordinary buffer, which is what browsers accept everywhere. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

/** UTF-8 of a text. */
export function utf8(text: string): Bytes {
  return encoder.encode(text) as Bytes
}

/** Text of UTF-8; refuses malformed bytes and keeps a byte order mark as it is. */
export function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refused('trust/not-utf8', { seen: 'other bytes', expected: 'UTF-8' })
  }
}

/** All parts, one after another; a string stands for its ASCII bytes. */
export function concat(...parts: (Uint8Array | string)[]): Bytes {
  const arrays = parts.map((part) => (typeof part === 'string' ? utf8(part) : part))
  const all = new Uint8Array(arrays.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of arrays) {
    all.set(part, offset)
    offset += part.length
  }
  return all
}

/** Four bytes, big endian. */
export function u32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError(`not a u32: ${value}`)
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value])
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let out = ''
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0')
  return out
}

/** Bytes of lower-case hexadecimal, of the given length when one is given. */
export function fromHex(value: unknown, length?: number): Bytes {
  if (
    typeof value !== 'string' ||
    !/^([0-9a-f]{2})*$/.test(value) ||
    (length !== undefined && value.length !== 2 * length)
  )
    throw new Refused('trust/not-hex', { seen: String(value), expected: `${length ?? 'some'} bytes in lower-case hex` })
  const out = new Uint8Array(value.length / 2)
  for (let i = 0; i < out.length; i++) out[i] = parseInt(value.substring(2 * i, 2 * i + 2), 16)
  return out
}

/** Base64 with padding. */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(binary)
}

/** Bytes of base64 with padding, in its one canonical spelling. */
export function fromBase64(value: unknown): Bytes {
  const wrong = new Refused('trust/not-base64', { seen: String(value).slice(0, 40), expected: 'base64 with padding' })
  if (typeof value !== 'string') throw wrong
  let binary: string
  try {
    binary = atob(value)
  } catch {
    throw wrong
  }
  const out = Uint8Array.from(binary, (char) => char.charCodeAt(0))
  if (base64(out) !== value) throw wrong
  return out
}

/** Bytes of a UUID in lower case. */
export function fromUuid(value: unknown): Bytes {
  if (typeof value !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
    throw new Refused('trust/not-uuid', { seen: String(value), expected: 'UUID in lower case' })
  return fromHex(value.replaceAll('-', ''))
}

/** Whether both have the same bytes. */
export function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!
  return difference === 0
}

/** Order of byte strings by their first different byte. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** Fresh random bytes. */
export function random(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** Big endian unsigned integer. */
export function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length ? BigInt(`0x${hex(bytes)}`) : 0n
}

/** 32 bytes, big endian. */
export function fromBigInt(value: bigint): Bytes {
  return fromHex(value.toString(16).padStart(64, '0'), 32)
}
