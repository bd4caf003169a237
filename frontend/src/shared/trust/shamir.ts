import type { Bytes } from './bytes'

const EXP = new Uint8Array(510)
const LOG = new Uint8Array(256)

for (let i = 0, x = 1; i < 255; i++) {
  EXP[i] = EXP[i + 255] = x
  LOG[x] = i
  x ^= x << 1
  if (x & 0x100) x ^= 0x11b
}

const multiply = (a: number, b: number) => (a && b ? EXP[LOG[a]! + LOG[b]!]! : 0)
const divide = (a: number, b: number) => (a ? EXP[LOG[a]! + 255 - LOG[b]!]! : 0)

/** Share x of a secret over GF(2^8) with polynomial 0x11B; `coefficients` are those of x¹, x², … */
export function shareOf(secret: Uint8Array, coefficients: Uint8Array[], x: number): Bytes {
  const share = new Uint8Array(secret)
  let power = x
  for (const coefficient of coefficients) {
    for (let b = 0; b < share.length; b++) share[b]! ^= multiply(coefficient[b]!, power)
    power = multiply(power, x)
  }
  return share
}

/** The secret from as many shares as the threshold. */
export function combine(shares: { x: number; share: Uint8Array }[]): Bytes {
  const secret = new Uint8Array(shares[0]!.share.length)
  for (const { x, share } of shares) {
    let weight = 1
    for (const other of shares) if (other.x !== x) weight = multiply(weight, divide(other.x, other.x ^ x))
    for (let b = 0; b < secret.length; b++) secret[b]! ^= multiply(share[b]!, weight)
  }
  return secret
}
