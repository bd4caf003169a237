import { same, text, utf8, type Bytes } from './bytes'
import { Refused } from './refused'
import { sm3 } from './sm3'

/** A value that has a canonical form. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [name: string]: Json
}

const DEPTH_MAX = 64
const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}

function refuse(seen: string, expected: string): never {
  throw new Refused('trust/not-canonical', { field: '$', seen, expected })
}

function quote(value: string): string {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value))
    refuse('unpaired surrogate', 'Unicode text')
  // eslint-disable-next-line no-control-regex
  return `"${value.replace(/["\\\u0000-\u001f]/g, (char) => SHORT[char] ?? `\\u00${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}"`
}

function write(value: Json, depth: number): string {
  if (depth > DEPTH_MAX) refuse('nesting beyond 64', 'at most 64 levels')
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) refuse(String(value), 'integer within ±(2^53−1)')
    return String(value)
  }
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') refuse(typeof value, 'a JSON value')
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${quote(name)}:${write(value[name]!, depth + 1)}`).join(',')}}`
}

/** The one byte form of a value (evidence.md section 1), which is what gets hashed and signed. */
export function canonical(value: Json): Bytes {
  return utf8(write(value, 0))
}

/** SM3 of the canonical form. */
export function canonicalHash(value: Json): Bytes {
  return sm3(canonical(value))
}

/** Reads a value and refuses bytes that differ from their own canonical form. */
export function parseCanonical(bytes: Uint8Array): Json {
  let value: Json
  try {
    value = JSON.parse(text(bytes)) as Json
  } catch {
    refuse('not JSON', 'canonical JSON')
  }
  if (!same(canonical(value), bytes)) refuse('other bytes', 'canonical JSON')
  return value
}

/** Reads an object in canonical form. */
export function parseCanonicalObject(bytes: Uint8Array): JsonObject {
  const value = parseCanonical(bytes)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) refuse('another JSON type', 'object')
  return value
}
