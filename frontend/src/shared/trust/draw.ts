import { compare, concat, fromUuid, hex, toBigInt, u32, type Bytes } from './bytes'
import type { JsonObject } from './canonicalJson'
import type { KeySet } from './keySet'
import { sealNote } from './sealedNote'
import { sm3 } from './sm3'

/** What one party put into a draw. */
export interface DrawNonce {
  party: Uint8Array
  nonce: Uint8Array
}

/** Id of the draw that repeats one that came to nothing: known to whoever knows the first. */
export function repeatedDraw(drawId: string): string {
  const id = hex(sm3(concat('QD1 repeat', fromUuid(drawId)))).slice(0, 32)
  return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
}

/** Commitment of a party to its nonce. */
export function drawCommit(drawId: string, poolHash: Uint8Array, party: Uint8Array, nonce: Uint8Array): Bytes {
  return sm3(concat('QD1 commit', fromUuid(drawId), poolHash, party, nonce))
}

/** Context of the sealed note that holds a party's nonce. */
export function drawNoteContext(drawId: string, party: Uint8Array): Bytes {
  return sm3(concat('QD1 note', fromUuid(drawId), party))
}

/**
 * Key and salt of a party's note, which follow from its nonce: whoever learns the nonce rebuilds the note and judges it.
 */
export function drawNoteKeys(context: Uint8Array, nonce: Uint8Array): { cek: Bytes; salt: Bytes } {
  const seed = sm3(concat('QD1 note key', context, nonce))
  return { cek: seed.slice(0, 16), salt: seed.slice(16) }
}

/** The note that seals a party's nonce to the set of its draw. */
export function drawNote(drawId: string, party: Uint8Array, nonce: Uint8Array, set: KeySet): JsonObject {
  const context = drawNoteContext(drawId, party)
  const { cek, salt } = drawNoteKeys(context, nonce)
  return sealNote(nonce, context, set, cek, salt)
}

/** Seed of a draw: nonces ordered by party id. */
export function drawSeed(drawId: string, poolHash: Uint8Array, nonces: DrawNonce[]): Bytes {
  const ordered = [...nonces].sort((a, b) => compare(a.party, b.party)).map((each) => each.nonce)
  return sm3(concat('QD1 seed', fromUuid(drawId), poolHash, ...ordered))
}

function* numbers(seed: Uint8Array): Generator<bigint> {
  for (let block = 0; ; block++) {
    const bytes = sm3(concat('QD1 pick', seed, u32(block)))
    for (let at = 0; at < bytes.length; at += 8) yield toBigInt(bytes.subarray(at, at + 8))
  }
}

/** Indexes that the seed picks out of a pool, in order (evidence.md section 8). */
export function drawPicks(seed: Uint8Array, size: number, picks: number): number[] {
  const stream = numbers(seed)
  const below = (n: number) => {
    const limit = (2n ** 64n / BigInt(n)) * BigInt(n)
    for (;;) {
      const r = stream.next().value as bigint
      if (r < limit) return Number(r % BigInt(n))
    }
  }
  const list = Array.from({ length: size }, (_, i) => i)
  for (let i = 0; i < picks; i++) {
    const j = i + below(size - i)
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list.slice(0, picks)
}
