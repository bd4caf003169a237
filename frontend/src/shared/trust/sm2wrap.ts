import { fromBigInt, same, toBigInt, u32, type Bytes } from './bytes'
import { integer, octets, Parts, readOne, sequence, type Der } from './der'
import { Refused } from './refused'
import { coordinates, encodePoint, ORDER, Point, pointOf, scalarOf } from './sm2'
import { sm3 } from './sm3'

/** SM2 ciphertext (GM/T 0009): point C1, hash C3, then C2 as long as the plain text. */
export interface Sm2Cipher {
  x: bigint
  y: bigint
  c3: Bytes
  c2: Bytes
}

const DER_MAX = 1024

function mask(x: Uint8Array, y: Uint8Array, plain: Uint8Array): Bytes {
  const out = new Uint8Array(plain)
  for (let offset = 0, counter = 1; offset < out.length; offset += 32, counter++) {
    const block = sm3(x, y, u32(counter))
    for (let i = offset; i < Math.min(offset + 32, out.length); i++) out[i]! ^= block[i - offset]!
  }
  return out
}

/** Scalar of bid-envelope.md section 5: 48 bytes modulo (order − 1), plus 1. */
export function wrapScalar(expanded: Uint8Array): bigint {
  return (toBigInt(expanded) % (ORDER - 1n)) + 1n
}

/** Wraps `plain` to a public key with a scalar that the caller chooses. */
export function wrap(publicKey: Uint8Array, plain: Uint8Array, scalar: bigint): Sm2Cipher {
  const c1 = Point.BASE.multiply(scalar).toAffine()
  const { x, y } = coordinates(pointOf(publicKey).multiply(scalar))
  return { x: c1.x, y: c1.y, c3: sm3(x, plain, y), c2: mask(x, y, plain) }
}

/** The plain text; refuses when C1 is not on the curve or C3 differs. */
export function unwrap(privateKey: Uint8Array, cipher: Sm2Cipher): Bytes {
  const c1 = pointOf(encodePoint(fromBigInt(cipher.x), fromBigInt(cipher.y)))
  const { x, y } = coordinates(c1.multiply(scalarOf(privateKey)))
  const plain = mask(x, y, cipher.c2)
  if (!same(sm3(x, plain, y), cipher.c3))
    throw new Refused('trust/bad-wrap', { field: 'wrap', seen: 'C3 differs', expected: 'a wrap to this key' })
  return plain
}

/** DER of the ciphertext, order x, y, C3, C2. */
export function encodeSm2Cipher(cipher: Sm2Cipher): Bytes {
  return sequence(integer(cipher.x), integer(cipher.y), octets(cipher.c3), octets(cipher.c2))
}

/** Reads a parsed SM2Cipher; refuses coordinates beyond 256 bits. */
export function sm2CipherOf(element: Der): Sm2Cipher {
  const parts = new Parts(element)
  const cipher = { x: parts.integer(), y: parts.integer(), c3: parts.octets(32), c2: parts.octets() }
  parts.end()
  const inRange = (value: bigint) => value >= 0n && value < 1n << 256n
  if (element.raw.length > DER_MAX || !inRange(cipher.x) || !inRange(cipher.y) || cipher.c2.length === 0)
    throw new Refused('trust/bad-wrap', { field: 'wrap', seen: 'out of range', expected: 'SM2Cipher' })
  return cipher
}

/** Reads the DER bytes of a ciphertext. */
export function decodeSm2Cipher(der: Uint8Array): Sm2Cipher {
  return sm2CipherOf(readOne(der))
}
