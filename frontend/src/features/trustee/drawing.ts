import { fromHex, hex, random, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { drawCommit, drawNote } from '@/shared/trust/draw'
import type { KeySet, Member } from '@/shared/trust/keySet'
import { Refused } from '@/shared/trust/refused'
import { noteShare } from '@/shared/trust/sealedNote'
import type { Safe } from './safe'
import type { Draw, DrawParty } from './trustee'

/** What this party owes a draw now; nothing while others or the next head are awaited. */
export type DrawDuty = 'commits' | 'seals' | 'reveals'

/** The own party of a draw, if it takes part. */
export const ownParty = (draw: Draw, certificate: string): DrawParty | undefined =>
  draw.parties.find((party) => party.id === certificate && !party.leftOut)

/** What is due from this certificate. */
export function dutyIn(draw: Draw, certificate: string): DrawDuty | undefined {
  const own = ownParty(draw, certificate)
  if (!own) return undefined
  if (draw.awaits === 'COMMIT' && !own.committed) return 'commits'
  if (draw.awaits === 'SEAL' && !own.sealed) return 'seals'
  if (draw.awaits === 'REVEAL' && !own.revealed) return 'reveals'
  return undefined
}

/** Parties whose number must be opened by the set, once the time to reveal is over. */
export function missingIn(draw: Draw, now: number): DrawParty[] {
  if (draw.awaits !== 'REVEAL' || now <= Date.parse(draw.deadline)) return []
  return draw.parties.filter((party) => !party.leftOut && !party.revealed && party.note)
}

const nonceName = (draw: string) => `nonce:${draw}`

const docOf = (draw: Draw, type: string, more: JsonObject): JsonObject => ({
  type,
  v: 1,
  tender: draw.tender,
  drawId: draw.id,
  ...more,
})

/** The doc of a commitment to a fresh nonce, which is kept before anything is sent. */
export async function commitDoc(draw: Draw, certificate: string, safe: Safe): Promise<JsonObject> {
  const poolHash = canonicalHash(draw.pool)
  if (hex(poolHash) !== draw.poolHash)
    throw new Refused('draw/foreign-statement', { field: 'poolHash', seen: draw.poolHash, expected: hex(poolHash) })
  const nonce = (await safe.find(nonceName(draw.id))) ?? random(32)
  await safe.keep(nonceName(draw.id), nonce)
  const commit = hex(drawCommit(draw.id, poolHash, fromHex(certificate, 32), nonce))
  return docOf(draw, 'draw-commit', { poolHash: draw.poolHash, commit })
}

/** The doc that seals the nonce to the set of the lot, so that the draw ends even if this party stays away. */
export async function sealDoc(draw: Draw, certificate: string, set: KeySet, safe: Safe): Promise<JsonObject> {
  if (hex(set.id) !== draw.set)
    throw new Refused('draw/foreign-note', { field: 'set', seen: hex(set.id), expected: draw.set })
  const note = drawNote(draw.id, fromHex(certificate, 32), await nonceOf(draw, safe), set)
  return docOf(draw, 'draw-seal', { note })
}

/** The doc that reveals the nonce. */
export async function revealDoc(draw: Draw, safe: Safe): Promise<JsonObject> {
  return docOf(draw, 'draw-reveal', { nonce: hex(await nonceOf(draw, safe)) })
}

/** The doc with this member's shares of the numbers that are missing. */
export function sharesDoc(draw: Draw, missing: DrawParty[], member: Member, encryptionKey: Bytes): JsonObject {
  const shares = missing.map((party) => ({
    party: party.id,
    share: hex(noteShare(party.note!, member, encryptionKey)),
  }))
  return docOf(draw, 'draw-shares', { shares })
}

async function nonceOf(draw: Draw, safe: Safe): Promise<Bytes> {
  const nonce = await safe.find(nonceName(draw.id))
  if (!nonce)
    throw new Refused('trustee/no-nonce', {
      field: 'nonce',
      seen: 'not in this browser',
      expected: 'the number committed to',
    })
  return nonce
}
