import { Refusal } from '@/shared/api/http'
import { forget, keep, kept } from '@/shared/storage/kept'
import { hex, random, type Bytes } from '@/shared/trust/bytes'
import { canonical, type JsonObject } from '@/shared/trust/canonicalJson'
import { commitmentContext, NONCE_BYTES } from '@/shared/trust/commitments'
import { keySetOf } from '@/shared/trust/keySet'
import { require } from '@/shared/trust/refused'
import { sealNote } from '@/shared/trust/sealedNote'

/** A sheet or ballot that is committed to: what goes out now, and what must be shown when all have committed. */
export interface SealedWork<T extends JsonObject> {
  nonce: string
  content: T
  commit: string
  note: JsonObject
}

/** How a piece of work is sealed: to which set (of which owner, when that is known), and what note and commitment hold. */
export interface Sealing<T extends JsonObject> {
  keySet: JsonObject
  owner?: string
  content: T
  commitment: (nonce: Uint8Array) => Bytes
  note: (nonce: string) => JsonObject
}

/** Draws a nonce, commits, and seals the note to the key set; refuses a key set that belongs to something else. */
export function seal<T extends JsonObject>(work: Sealing<T>): SealedWork<T> {
  const set = keySetOf(work.keySet)
  require(set.purpose === 'SESSION', 'trust/bad-key-set', 'purpose', set.purpose, 'SESSION')
  if (work.owner) require(set.owner === work.owner, 'trust/bad-key-set', 'owner', set.owner, work.owner)
  const nonce = random(NONCE_BYTES)
  const commitment = work.commitment(nonce)
  const note = sealNote(canonical(work.note(hex(nonce))), commitmentContext(commitment), set)
  return { nonce: hex(nonce), content: work.content, commit: hex(commitment), note }
}

/**
 * Keeps the work in this browser before it goes out, because only its nonce can reveal it. When the line breaks, the
 * same work goes out again; when the server refused the first sending, the work is forgotten and can be mended.
 */
export async function sendSealed<T extends JsonObject>(
  key: string,
  make: () => SealedWork<T>,
  send: (work: SealedWork<T>) => Promise<void>,
): Promise<SealedWork<T>> {
  const before = await kept<SealedWork<T>>(key)
  const work = before ?? make()
  await keep(key, work)
  try {
    await send(work)
  } catch (thrown) {
    if (!before && thrown instanceof Refusal && isFinal(thrown.problem.status)) await forget(key)
    throw thrown
  }
  return work
}

const isFinal = (status: number) => status >= 400 && status < 500 && status !== 408
