import { createSM3 } from 'hash-wasm'
import { concat, type Bytes } from './bytes'

const hasher = await createSM3()
const BLOCK = 64

/** SM3 (GB/T 32905) of all parts, one after another: 32 bytes. */
export function sm3(...parts: (Uint8Array | string)[]): Bytes {
  hasher.init()
  for (const part of parts) hasher.update(part)
  return hasher.digest('binary') as Bytes
}

/** SM3 of a stream; the hasher is its own, so several may run at once. */
export async function sm3Stream() {
  const own = await createSM3()
  own.init()
  return {
    update: (part: Uint8Array) => void own.update(part),
    digest: () => own.digest('binary') as Bytes,
  }
}

/** HMAC (RFC 2104) over SM3. */
export function hmacSm3(key: Uint8Array, ...parts: (Uint8Array | string)[]): Bytes {
  const padded = new Uint8Array(BLOCK)
  padded.set(key.length > BLOCK ? sm3(key) : key)
  const inner = sm3(
    padded.map((byte) => byte ^ 0x36),
    concat(...parts),
  )
  return sm3(
    padded.map((byte) => byte ^ 0x5c),
    inner,
  )
}
