import { base64, concat, fromBase64, fromHex, hex, random, same, u32, type Bytes } from './bytes'
import { canonical, type Json, type JsonObject } from './canonicalJson'
import { expand, extract } from './hkdf'
import type { KeySet, Member } from './keySet'
import { Refused } from './refused'
import { combine, shareOf } from './shamir'
import { sm3 } from './sm3'
import { decodeSm2Cipher, encodeSm2Cipher, unwrap, wrap, wrapScalar } from './sm2wrap'
import { decryptSm4Gcm, encryptSm4Gcm } from './sm4gcm'

/** Keys of a note, all from its CEK. */
function keysOf(cek: Uint8Array, salt: Uint8Array, context: Uint8Array) {
  const prk = extract(salt, cek)
  return {
    prk,
    commit: expand(prk, concat('QN1 commit', context), 32),
    content: expand(prk, concat('QN1 content', context), 16),
  }
}

const NONCE = concat(new Uint8Array(11), new Uint8Array([1]))

function sharesOf(
  cek: Uint8Array,
  prk: Uint8Array,
  commit: Uint8Array,
  context: Uint8Array,
  set: KeySet,
): JsonObject[] {
  const coefficients = Array.from({ length: set.threshold - 1 }, (_, j) =>
    expand(prk, concat('QN1 coefficient', u32(j + 1)), 16),
  )
  return set.members.map((member) => {
    const share = shareOf(cek, coefficients, member.x)
    const scalar = wrapScalar(expand(prk, concat('QN1 scalar', member.id, context), 48))
    const plain = concat(share, sm3(concat(context, commit, member.id, 'trustee')))
    return {
      member: hex(member.id),
      shareCommit: hex(sm3(concat('QN1 share', context, commit, member.id, share))),
      wrap: base64(encodeSm2Cipher(wrap(member.encryptionKey, plain, scalar))),
    }
  })
}

/** Seals `content` to a key set as a note (bid-envelope.md section 8); CEK and salt are drawn anew unless given. */
export function sealNote(
  content: Uint8Array,
  context: Uint8Array,
  set: KeySet,
  cek: Uint8Array = random(16),
  salt: Uint8Array = random(16),
): JsonObject {
  const keys = keysOf(cek, salt, context)
  return {
    type: 'sealed-note',
    v: 1,
    set: hex(set.id),
    context: hex(context),
    salt: hex(salt),
    keyCommit: hex(keys.commit),
    cipher: base64(encryptSm4Gcm(keys.content, NONCE, context, content)),
    shares: sharesOf(cek, keys.prk, keys.commit, context, set),
  }
}

function refuse(seen: string, expected: string): never {
  throw new Refused('trust/bad-note', { field: 'note', seen, expected })
}

/** The share that a note holds for a member; refuses a wrap or commitment that is not right. */
export function noteShare(note: JsonObject, member: Member, encryptionKey: Uint8Array): Bytes {
  const own =
    (note.shares as JsonObject[]).find((each) => each.member === hex(member.id)) ??
    refuse('no share', 'a share of this member')
  const [context, commit] = [fromHex(note.context, 32), fromHex(note.keyCommit, 32)]
  const plain = unwrap(encryptionKey, decodeSm2Cipher(fromBase64(own.wrap)))
  if (plain.length !== 48 || !same(plain.subarray(16), sm3(concat(context, commit, member.id, 'trustee'))))
    refuse('foreign wrap', 'a wrap of this note')
  const share = plain.slice(0, 16)
  if (hex(sm3(concat('QN1 share', context, commit, member.id, share))) !== own.shareCommit)
    refuse('another share', 'the committed share')
  return share
}

/** Content of a note from its CEK; refuses a note that cannot be rebuilt byte for byte. */
export function openNote(note: JsonObject, cek: Uint8Array, set: KeySet): Bytes {
  const context = fromHex(note.context, 32)
  const keys = keysOf(cek, fromHex(note.salt, 16), context)
  if (hex(keys.commit) !== note.keyCommit) refuse('another key', 'the committed key')
  if (note.set !== hex(set.id)) refuse('another set', 'the key set of the note')
  const rebuilt: Json = sharesOf(cek, keys.prk, keys.commit, context, set)
  if (!same(canonical(rebuilt), canonical(note.shares!))) refuse('other wraps', 'the rebuilt wraps')
  return decryptSm4Gcm(keys.content, NONCE, context, fromBase64(note.cipher))
}

/** The CEK of a note from as many shares as the threshold. */
export function noteKey(shares: { x: number; share: Uint8Array }[]): Bytes {
  return combine(shares)
}
