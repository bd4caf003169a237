import { get, post } from '@/shared/api/http'
import { fromBase64, hex, same, utf8 } from '@/shared/trust/bytes'
import { Refused } from '@/shared/trust/refused'
import { newPrivateKey, publicKeyOf } from '@/shared/trust/sm2'
import { decodeSm2Cipher, unwrap } from '@/shared/trust/sm2wrap'
import { signStatement, type Signer } from '@/shared/trust/statement'
import type { Safe } from './safe'
import type { KeyCeremony } from './trustee'

const CANARY = utf8('QK1 canary')
const CANARY_LENGTH = 32

/** Name in the safe of the private key that was made for a ceremony. */
export const keyName = (ceremony: string) => `key:${ceremony}`

/** Makes an SM2 key for this ceremony alone, keeps it, and offers its public half signed. */
export async function offerKey(ceremony: KeyCeremony, signer: Signer, safe: Safe): Promise<void> {
  const name = keyName(ceremony.id)
  const secret = (await safe.find(name)) ?? newPrivateKey()
  await safe.keep(name, secret)
  const encryptionKey = hex(publicKeyOf(secret))
  const offer = { type: 'key-offer', v: 1, purpose: ceremony.purpose, owner: ceremony.owner, encryptionKey }
  const { sig } = signStatement(signer, offer)
  await post(`/api/core/key-sets/${ceremony.id}/offers`, { encryptionKey, sig })
  await answerCanary(ceremony, safe)
}

/** Shows that the kept key works: unwraps the canary, and nothing but a canary. */
export async function answerCanary(ceremony: KeyCeremony, safe: Safe): Promise<void> {
  const secret = await keyOf(ceremony.id, safe)
  const { challenge } = await get<{ challenge: string }>(`/api/core/key-sets/${ceremony.id}/challenges/mine`)
  const plain = unwrap(secret, decodeSm2Cipher(fromBase64(challenge)))
  if (plain.length !== CANARY_LENGTH || !same(plain.subarray(0, CANARY.length), CANARY))
    throw new Refused('trustee/not-a-canary', { field: 'challenge', seen: 'another wrap', expected: 'QK1 canary' })
  await post(`/api/core/key-sets/${ceremony.id}/answers`, { answer: hex(plain) })
}

/** The private key made for a ceremony; refuses when this browser does not have it. */
export async function keyOf(ceremony: string, safe: Safe) {
  const secret = await safe.find(keyName(ceremony))
  if (!secret)
    throw new Refused('trustee/no-key', { field: 'key', seen: 'not in this browser', expected: 'the key you made' })
  return secret
}
