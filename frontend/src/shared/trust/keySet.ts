import { fromBase64, fromHex, same, type Bytes } from './bytes'
import { canonical, canonicalHash, type JsonObject } from './canonicalJson'
import { certificateOf, type Certificate } from './certificates'
import { verifyQs1 } from './qs1'
import { Refused } from './refused'
import { pointOf } from './sm2'

/** A member of a key set: a person whose key can open a share. */
export interface Member {
  x: number
  name: string
  side: string
  id: Bytes
  certificate: Certificate
  encryptionKey: Bytes
}

/** A key set (保管人密钥组): threshold and members, and the set id that envelopes name. */
export interface KeySet {
  id: Bytes
  purpose: string
  owner: string
  threshold: number
  members: Member[]
}

const SIDES = ['SUPERVISION', 'NOTARY', 'CENTRE', 'TENDERER']

function refuse(field: string, seen: unknown, expected: string): never {
  throw new Refused('trust/bad-key-set', { field, seen: String(seen), expected })
}

function memberOf(value: JsonObject, x: number, purpose: string, owner: string): Member {
  if (value.x !== x) refuse('members.x', value.x, String(x))
  if (typeof value.name !== 'string' || typeof value.side !== 'string' || !SIDES.includes(value.side))
    refuse('members.side', value.side, SIDES.join(', '))
  const certificate = certificateOf(fromBase64(value.certificate))
  const encryptionKey = fromHex(value.encryptionKey, 65)
  pointOf(encryptionKey)
  const offer = { type: 'key-offer', v: 1, purpose, owner, encryptionKey: value.encryptionKey as string }
  const { signer } = verifyQs1(fromBase64(value.sig), canonical(offer))
  if (!same(signer.id, certificate.id)) refuse('members.sig', 'another signer', 'the certificate of the member')
  return { x, name: value.name, side: value.side, id: certificate.id, certificate, encryptionKey }
}

/** Reads a key set and verifies every member's offer and that no side controls it (evidence.md section 4). */
export function keySetOf(doc: JsonObject): KeySet {
  const { purpose, owner, threshold, members } = doc
  if (doc.type !== 'key-set' || doc.v !== 1) refuse('type', doc.type, 'key-set v1')
  if (typeof purpose !== 'string' || typeof owner !== 'string') refuse('owner', owner, 'purpose and owner')
  if (!Array.isArray(members) || members.length < 1 || members.length > 16)
    refuse('members', 'other number', '1 … 16 members')
  if (typeof threshold !== 'number' || threshold < 1 || threshold > members.length)
    refuse('threshold', threshold, '1 … members')
  const read = members.map((member, i) => memberOf(member as JsonObject, i + 1, purpose, owner))
  const most = Math.max(...SIDES.map((side) => read.filter((member) => member.side === side).length))
  if (threshold <= most || read.length - threshold < most)
    refuse('threshold', threshold, 'no side opens or blocks alone')
  return { id: canonicalHash(doc), purpose, owner, threshold, members: read }
}
