import { concat, fromHex, hex } from '@/shared/trust/bytes'
import { canonical, canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { usccOf } from '@/shared/trust/certificates'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { verifyPublished, type InclusionProof, type PublishedHead } from '@/shared/trust/publishedHead'
import { Refused, require } from '@/shared/trust/refused'
import { sm3 } from '@/shared/trust/sm3'
import { verifyStatement, type Statement } from '@/shared/trust/statement'
import { isTrusted, type TrustFile } from '@/shared/trust/trustFile'
import { get } from './http'

interface ShownEntry {
  head: JsonObject
  salt: string
  body: JsonObject
}

interface Proof {
  leaf: InclusionProof
  head: PublishedHead
}

/** A key set of a published lot (标段密钥组) with its entries. */
export interface LotKeySet {
  set: string
  state: 'IN_FORCE' | 'WAITING' | 'FORMER' | 'LOST'
  threshold: number
  from: string | null
  reason: string | null
  members: {
    x: number
    name: string
    side: string
    certificate: string
    lostAt: string | null
    cause: 'LOST' | 'OFFICE_ENDED' | null
  }[]
  keySet: JsonObject
  entry: ShownEntry
  proof: Proof | null
  inForce: ShownEntry | null
  inForceProof: Proof | null
}

/** The key sets of a lot, the published one first. */
export const lotKeySets = (lot: string) => get<LotKeySet[]>(`/api/core/lots/${lot}/key-sets`)

/** Whether so many keys of a set are declared lost that it cannot open, and no replacement has said so yet. */
export const cannotOpen = ({ state, members, threshold }: LotKeySet) =>
  state !== 'LOST' && state !== 'WAITING' && members.filter(({ lostAt }) => !lostAt).length < threshold

/** The same, verified: each later one replaces the one before, signed by who published, under witnessed heads. */
export async function setsInForce(
  lot: string,
  published: KeySet,
  publisher: string,
  trust: TrustFile,
): Promise<KeySet[]> {
  const sets = [published]
  for (const shown of await lotKeySets(lot))
    if (shown.inForce && shown.set !== hex(published.id)) sets.push(successor(shown, sets.at(-1)!, publisher, trust))
  return sets
}

function successor(shown: LotKeySet, former: KeySet, publisher: string, trust: TrustFile): KeySet {
  const body = entryOf(shown.entry, shown.proof, 'lot/key-set', trust)
  const statement = body.statement as unknown as Statement
  const at = new Date(String(shown.entry.head.at))
  const signed = verifyStatement(statement)
  requireSame('signer', String(isTrusted(trust, signed, at)), 'true')
  requireSame('publisher', usccOf(signed.signer), publisher)
  const { type, lot, replaces, keySet } = statement.doc
  requireSame('type', type, 'key-set-replacement')
  requireSame('lot', lot, former.owner)
  requireSame('replaces', replaces, hex(former.id))
  const set = keySetOf(body.keySet as JsonObject)
  requireSame('keySet', hex(set.id), keySet)
  requireSame('owner', set.owner, former.owner)
  for (const { certificate } of set.members)
    requireSame('certificate', String(isTrusted(trust, { signer: certificate, others: [] }, at)), 'true')
  const inForce = entryOf(shown.inForce!, shown.inForceProof, 'lot/key-set-in-force', trust)
  requireSame('set', inForce.set, hex(set.id))
  return set
}

/** The body of an entry of this type that stands in the log under a witnessed head. */
function entryOf({ head, salt, body }: ShownEntry, proof: Proof | null, type: string, trust: TrustFile): JsonObject {
  requireSame('type', head.type, type)
  if (!proof)
    throw new Refused('sealing/key-set-not-witnessed', {
      field: type,
      seen: 'under no witnessed head',
      expected: 'a witnessed head over it',
    })
  const hash = sm3(concat('QEC1', canonicalHash(head), sm3(concat('QEC1 body', fromHex(salt, 16), canonical(body)))))
  verifyPublished(hex(hash), proof.leaf, proof.head, trust)
  return body
}

const requireSame = (field: string, seen: unknown, expected: unknown) =>
  require(seen === expected, 'sealing/other-trustees', field, seen, expected)
