import { concat, u32, type Bytes } from '../bytes'
import { expand, extract } from '../hkdf'
import { sm3 } from '../sm3'
import { wrapScalar } from '../sm2wrap'

/** What the keys of one attempt are bound to. */
export interface Attempt {
  tenderCtx: Uint8Array
  bidId: Uint8Array
  seq: number
}

/** `tenderCtx`: binds an envelope to one publication and one lot. */
export function tenderCtxOf(publicationHash: Uint8Array, lotId: Uint8Array): Bytes {
  return sm3(concat('BES1 tender', publicationHash, lotId))
}

/** The pseudo-random key of an attempt. */
export const prkOf = (cek: Uint8Array, salt: Uint8Array): Bytes => extract(salt, cek)

const bound = ({ tenderCtx, bidId, seq }: Attempt) => concat(tenderCtx, bidId, u32(seq))

export const keyCommitOf = (prk: Uint8Array, attempt: Attempt): Bytes =>
  expand(prk, concat('BES1 commit', bound(attempt)), 32)

export const fileKeyOf = (prk: Uint8Array, n: number, attempt: Attempt): Bytes =>
  expand(prk, concat('BES1 file', u32(n), bound(attempt)), 16)

export function fileKeyCommitOf(fileKey: Uint8Array, n: number, { bidId, seq }: Omit<Attempt, 'tenderCtx'>): Bytes {
  return sm3(concat('BES1 file key', bidId, u32(seq), u32(n), fileKey))
}

/** Coefficients 1 … k−1 of the polynomials that share the CEK. */
export function coefficientsOf(prk: Uint8Array, threshold: number): Bytes[] {
  return Array.from({ length: threshold - 1 }, (_, j) => expand(prk, concat('BES1 coefficient', u32(j + 1)), 16))
}

export function shareCommitOf(core: Uint8Array, trusteeId: Uint8Array, share: Uint8Array): Bytes {
  return sm3(concat('BES1 share', core, trusteeId, share))
}

/** Scalar of a wrap, not random, so that the wrap can be rebuilt. */
export function scalarFor(
  prk: Uint8Array,
  role: 'self' | 'trustee',
  recipientId: Uint8Array,
  core: Uint8Array,
): bigint {
  return wrapScalar(expand(prk, concat('BES1 scalar', role, recipientId, core), 48))
}

/** Plain text of a wrap: the secret and what it belongs to. */
export function wrapPlain(
  secret: Uint8Array,
  core: Uint8Array,
  recipientId: Uint8Array,
  role: 'self' | 'trustee',
): Bytes {
  return concat(secret, sm3(concat(core, recipientId, role)))
}
