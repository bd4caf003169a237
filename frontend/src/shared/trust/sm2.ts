import { weierstrass } from '@noble/curves/abstract/weierstrass.js'
import { concat, fromBigInt, hex, random, toBigInt, u32, utf8, type Bytes } from './bytes'
import { integer, Parts, readOne, sequence } from './der'
import { Refused } from './refused'
import { sm3 } from './sm3'

const CURVE = {
  p: BigInt('0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff'),
  n: BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123'),
  h: 1n,
  a: BigInt('0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc'),
  b: BigInt('0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93'),
  Gx: BigInt('0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7'),
  Gy: BigInt('0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0'),
}

/** The curve sm2p256v1 (GB/T 32918.5). */
export const Point = weierstrass(CURVE)
export const ORDER = CURVE.n

/** The user id of every signature of the platform. */
export const USER_ID = '1234567812345678'

const mod = (value: bigint) => ((value % ORDER) + ORDER) % ORDER

/** The point of 65 uncompressed bytes; refuses everything that is not on the curve. */
export function pointOf(publicKey: Uint8Array) {
  try {
    if (publicKey.length !== 65 || publicKey[0] !== 4) throw new RangeError('not uncompressed')
    const point = Point.fromAffine({ x: toBigInt(publicKey.subarray(1, 33)), y: toBigInt(publicKey.subarray(33)) })
    point.assertValidity()
    return point
  } catch {
    throw new Refused('trust/bad-key', {
      field: 'publicKey',
      seen: 'not on the curve',
      expected: 'uncompressed SM2 point',
    })
  }
}

/** The private key as a number from 1 to order − 2. */
export function scalarOf(privateKey: Uint8Array): bigint {
  const d = toBigInt(privateKey)
  if (privateKey.length !== 32 || d < 1n || d > ORDER - 2n)
    throw new Refused('trust/bad-key', { field: 'privateKey', seen: 'out of range', expected: '1 … order − 2' })
  return d
}

/** Uncompressed public key of a private one. */
export function publicKeyOf(privateKey: Uint8Array): Bytes {
  return Point.BASE.multiply(scalarOf(privateKey)).toBytes(false) as Bytes
}

/** A fresh private key. */
export function newPrivateKey(): Bytes {
  return fromBigInt((toBigInt(random(48)) % (ORDER - 2n)) + 1n)
}

function digest(publicKey: Uint8Array, message: Uint8Array): bigint {
  const id = utf8(USER_ID)
  const curve = [CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map(fromBigInt)
  const z = sm3(new Uint8Array([0, id.length * 8]), id, ...curve, publicKey.subarray(1))
  return toBigInt(sm3(z, message))
}

/** Signature (GB/T 32918.2) over `message` as DER SEQUENCE { r, s }; who knows the public key spares computing it. */
export function sign(
  privateKey: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array = publicKeyOf(privateKey),
): Bytes {
  const d = scalarOf(privateKey)
  const e = digest(publicKey, message)
  for (;;) {
    const k = (toBigInt(random(48)) % (ORDER - 1n)) + 1n
    const r = mod(e + Point.BASE.multiply(k).toAffine().x)
    if (r === 0n || r + k === ORDER) continue
    const s = mod(Point.Fn.inv(d + 1n) * mod(k - r * d))
    if (s !== 0n) return sequence(integer(r), integer(s))
  }
}

const VERIFIED_MAX = 8192
const verified = new Set<string>()

/**
 * Whether `signature` (DER) is by the key over `message`. What verified last is remembered by its hash, because an
 * audit meets the same certificates hundreds of times.
 */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const known = hex(sm3(publicKey, u32(message.length), message, signature))
  if (verified.delete(known)) {
    verified.add(known)
    return true
  }
  const holds = verifyAfresh(publicKey, message, signature)
  if (holds) remember(known)
  return holds
}

function remember(known: string): void {
  verified.add(known)
  if (verified.size > VERIFIED_MAX) verified.delete(verified.values().next().value!)
}

function verifyAfresh(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = pointOf(publicKey)
  let r: bigint, s: bigint
  try {
    const parts = new Parts(readOne(signature))
    r = parts.integer()
    s = parts.integer()
    parts.end()
  } catch {
    return false
  }
  if (r < 1n || r >= ORDER || s < 1n || s >= ORDER) return false
  const t = mod(r + s)
  if (t === 0n) return false
  const point = Point.BASE.mulAddUnsafe(s, key, t)
  if (point.is0()) return false
  return mod(digest(publicKey, message) + point.toAffine().x) === r
}

/** Coordinates of a point as 32 bytes each. */
export function coordinates(point: InstanceType<typeof Point>): { x: Bytes; y: Bytes } {
  const { x, y } = point.toAffine()
  return { x: fromBigInt(x), y: fromBigInt(y) }
}

/** Uncompressed bytes of a point. */
export function encodePoint(x: Uint8Array, y: Uint8Array): Bytes {
  return concat(new Uint8Array([4]), x, y)
}
