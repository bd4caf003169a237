import { concat, type Bytes } from './bytes'
import { hmacSm3 } from './sm3'

/** HKDF-Extract (RFC 5869) over HMAC-SM3: the pseudo-random key, 32 bytes. */
export function extract(salt: Uint8Array, secret: Uint8Array): Bytes {
  return hmacSm3(salt, secret)
}

/** HKDF-Expand: `length` bytes (at most 8160) for the purpose that `info` names. */
export function expand(prk: Uint8Array, info: Uint8Array, length: number): Bytes {
  if (length < 0 || length > 255 * 32) throw new RangeError(`length out of range: ${length}`)
  const out = new Uint8Array(length)
  let block: Bytes = new Uint8Array(0)
  for (let filled = 0, i = 1; filled < length; filled += block.length, i++) {
    block = hmacSm3(prk, concat(block, info, new Uint8Array([i])))
    out.set(block.subarray(0, length - filled), filled)
  }
  return out
}
