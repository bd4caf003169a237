import { base64, concat, fromBase64, fromUuid, random, utf8, type Bytes } from '@/shared/trust/bytes'
import { expand, extract } from '@/shared/trust/hkdf'
import { decryptSm4Gcm, encryptSm4Gcm } from '@/shared/trust/sm4gcm'

const NONCE_BYTES = 12
const KEY_BYTES = 16
const BLOCK = 4096

/** Whose draft it is: a draft opens in no other session, seat or round. */
export interface DraftOwner {
  session: string
  member: string
  round: number
}

const context = ({ session, member, round }: DraftOwner) =>
  concat(utf8('QD1 draft'), fromUuid(session), utf8(`${member}/${round}`))

/**
 * Key of a member's draft, out of the signing key that only the member holds: whoever opens the key file at another
 * machine has it too, and the platform never does.
 */
export const draftSealKey = (signKey: Uint8Array, owner: DraftOwner): Bytes =>
  expand(extract(utf8('QD1'), signKey), context(owner), KEY_BYTES)

/** The draft sealed, in blocks of 4 KiB so that its length tells nothing of what is written. */
export function sealDraft(key: Uint8Array, owner: DraftOwner, draft: object): string {
  const plain = utf8(JSON.stringify(draft))
  const padded = new Uint8Array(Math.ceil((plain.length + 1) / BLOCK) * BLOCK).fill(0x20)
  padded.set(plain)
  const nonce = random(NONCE_BYTES)
  return base64(concat(nonce, encryptSm4Gcm(key, nonce, context(owner), padded)))
}

/** The draft again; refuses one that was sealed for another seat or changed on its way. */
export function openDraft<T>(key: Uint8Array, owner: DraftOwner, sealed: string): T {
  const bytes = fromBase64(sealed)
  const nonce = bytes.slice(0, NONCE_BYTES)
  const plain = decryptSm4Gcm(key, nonce, context(owner), bytes.slice(NONCE_BYTES))
  return JSON.parse(new TextDecoder().decode(plain)) as T
}
