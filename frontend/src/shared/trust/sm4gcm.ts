import { sm4 } from 'sm-crypto-v2'
import { concat, type Bytes } from './bytes'
import { Refused } from './refused'

const TAG = 16

/** SM4-GCM (GB/T 32907) with a 16-byte tag behind the ciphertext. */
export function encryptSm4Gcm(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Bytes {
  const sealed = sm4.encrypt(plain, key, {
    mode: 'gcm',
    iv: nonce,
    associatedData: aad,
    output: 'array',
    outputTag: true,
  })
  return concat(sealed.output, sealed.tag!)
}

/** The plain text, after the tag was verified as a whole; refuses otherwise. */
export function decryptSm4Gcm(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, frame: Uint8Array): Bytes {
  const forged = new Refused('trust/forged', {
    field: 'frame',
    seen: 'tag differs',
    expected: 'a frame under this key',
  })
  if (frame.length < TAG) throw forged
  const cut = frame.length - TAG
  try {
    return sm4.decrypt(frame.slice(0, cut), key, {
      mode: 'gcm',
      iv: nonce,
      associatedData: aad,
      output: 'array',
      tag: frame.slice(cut),
    }) as Bytes
  } catch {
    throw forged
  }
}
