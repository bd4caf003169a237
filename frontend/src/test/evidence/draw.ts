import { hex, random, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash } from '@/shared/trust/canonicalJson'
import { drawCommit, drawNote, drawPicks, drawSeed } from '@/shared/trust/draw'
import type { KeySet } from '@/shared/trust/keySet'
import type { Signer } from '@/shared/trust/statement'
import type { TestChain } from './chain'

/** A draw of a test, in which everybody seals its nonce or something else; returns what was picked. */
export async function hold(
  chain: TestChain,
  drawId: string,
  purpose: string,
  pool: string[],
  picks: number,
  parties: Signer[],
  set: KeySet,
  sealed = (nonce: Bytes) => nonce,
): Promise<string[]> {
  const poolHash = canonicalHash(pool)
  const ids = parties.map((party) => hex(party.certificate.id))
  const opened = { drawId, purpose, pool, poolHash: hex(poolHash), picks, parties: ids, set: hex(set.id) }
  chain.record('draw/opened', opened)
  await chain.head()
  const nonces = parties.map((party) => ({ person: party, party: party.certificate.id, nonce: random(32) }))
  for (const { person, party, nonce } of nonces) {
    const commit = hex(drawCommit(drawId, poolHash, party, nonce))
    const doc = { type: 'draw-commit', drawId, poolHash: hex(poolHash), commit }
    chain.record('draw/committed', chain.signed(person, doc))
  }
  await chain.head()
  for (const { person, party, nonce } of nonces) {
    const note = drawNote(drawId, party, sealed(nonce), set)
    chain.record('draw/sealed', chain.signed(person, { type: 'draw-seal', drawId, note }))
  }
  await chain.head()
  for (const { person, nonce } of nonces)
    chain.record('draw/revealed', chain.signed(person, { type: 'draw-reveal', drawId, nonce: hex(nonce) }))
  const seed = drawSeed(drawId, poolHash, nonces)
  const picked = drawPicks(seed, pool.length, picks)
  const values = picked.map((i) => pool[i]!)
  chain.record('draw/result', { drawId, seed: hex(seed), picked, values })
  await chain.head()
  return values
}
