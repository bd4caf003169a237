import { fromHex, hex } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { displayName } from '@/shared/trust/certificates'
import { drawCommit, drawPicks, drawSeed } from '@/shared/trust/draw'
import { verifyStatement } from '@/shared/trust/statement'
import type { HallEvent } from './opening'

/** What one party put into a draw, recomputed from the entries of the chain. */
export interface PartyProof {
  id: string
  name: string
  nonce?: string
  agrees?: boolean
}

/** A draw recomputed by this page (抽取复算): `seed` and `value` are its own results, not those that were told. */
export interface DrawProof {
  parties: PartyProof[]
  seed?: string
  value?: string
  agrees?: boolean
}

/** Recomputes a draw from its entries: signatures, commitments, seed and pick (evidence.md section 8). */
export function recompute(drawId: string, events: HallEvent[]): DrawProof | undefined {
  const of = (type: string) => events.filter((event) => event.type === type && drawIdOf(event.body) === drawId)
  const opened = of('draw/opened')[0]?.body
  if (!opened) return undefined
  const poolHash = canonicalHash(opened.pool!)
  const proofs = new Map((opened.parties as string[]).map((id): [string, PartyProof] => [id, { id, name: '' }]))
  const commits = new Map<string, string>()
  for (const event of of('draw/committed')) {
    const { doc, signer } = signedOf(event.body!)
    commits.set(signer.id, String(doc.commit))
    proofs.set(signer.id, signer)
  }
  for (const event of of('draw/left-out')) for (const id of event.body!.parties as string[]) proofs.delete(id)
  for (const event of of('draw/revealed')) {
    const { id, nonce } = nonceOf(event.body!)
    const agrees = hex(drawCommit(drawId, poolHash, fromHex(id, 32), fromHex(nonce, 32))) === commits.get(id)
    proofs.set(id, { ...proofs.get(id)!, nonce, agrees })
  }
  return resultOf(drawId, opened, poolHash, [...proofs.values()], of('draw/result')[0]?.body)
}

function resultOf(
  drawId: string,
  opened: JsonObject,
  poolHash: Uint8Array,
  parties: PartyProof[],
  told?: JsonObject | null,
): DrawProof {
  if (!told || parties.some((party) => !party.nonce)) return { parties }
  const nonces = parties.map((party) => ({ party: fromHex(party.id, 32), nonce: fromHex(party.nonce, 32) }))
  const seed = drawSeed(drawId, poolHash, nonces)
  const pool = opened.pool as string[]
  const value = pool[drawPicks(seed, pool.length, opened.picks as number)[0]!]
  const agrees =
    parties.every((party) => party.agrees) && told.seed === hex(seed) && (told.values as string[])[0] === value
  return { parties, seed: hex(seed), value, agrees }
}

/** The draw that an entry belongs to. */
export function drawIdOf(body: JsonObject | null): unknown {
  if (!body) return undefined
  return body.drawId ?? ((body.statement as JsonObject | undefined)?.doc as JsonObject | undefined)?.drawId
}

function signedOf(body: JsonObject) {
  const statement = body.statement as unknown as { doc: JsonObject; sig: string }
  const { signer } = verifyStatement(statement)
  return { doc: statement.doc, signer: { id: hex(signer.id), name: displayName(signer) } }
}

function nonceOf(body: JsonObject): { id: string; nonce: string } {
  if (body.party) return { id: String(body.party), nonce: String(body.nonce) }
  const { doc, signer } = signedOf(body)
  return { id: signer.id, nonce: String(doc.nonce) }
}
