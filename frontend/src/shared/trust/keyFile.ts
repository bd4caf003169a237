import { base64, fromBase64, fromHex, hex, random, same, utf8, type Bytes } from './bytes'
import { canonical, parseCanonicalObject, type JsonObject } from './canonicalJson'
import { certificateOf } from './certificates'
import { Refused } from './refused'
import { publicKeyOf } from './sm2'
import type { Signer } from './statement'

/** An opened key file QKF1 (bid-envelope.md section 9): signing key, certificates, own encryption key. */
export interface OpenedKeyFile extends Signer {
  encryptionKey?: Bytes
}

const SIZE_MAX = 65536
const ITERATIONS = 210_000

function refuse(field: string, seen: unknown, expected: string): never {
  throw new Refused('trust/bad-key-file', { field, seen: String(seen), expected })
}

async function aesKey(password: string, salt: Bytes, iterations: number) {
  const secret = await crypto.subtle.importKey('raw', utf8(password.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function headOf(bytes: Uint8Array) {
  if (bytes.length > SIZE_MAX) refuse('size', bytes.length, `at most ${SIZE_MAX}`)
  const file = parseCanonicalObject(bytes)
  const kdf = file.kdf as JsonObject
  if (file.type !== 'key-file' || file.v !== 1) refuse('type', file.type, 'key-file v1')
  if (file.cipher !== 'AES-256-GCM' || kdf?.name !== 'PBKDF2-HMAC-SHA256')
    refuse('kdf', kdf?.name, 'PBKDF2-HMAC-SHA256 and AES-256-GCM')
  const iterations = kdf.iterations as number
  if (!(iterations >= 100_000 && iterations <= 10_000_000)) refuse('kdf.iterations', iterations, '100000 … 10000000')
  return { iterations, salt: fromHex(kdf.salt, 16), nonce: fromHex(file.nonce, 12), data: fromBase64(file.data) }
}

function contentOf(plain: JsonObject): OpenedKeyFile {
  const known = ['certificate', 'chain', 'encryptionKey', 'signKey']
  const foreign = Object.keys(plain).find((name) => !known.includes(name))
  if (foreign) refuse('data', foreign, known.join(', '))
  const signKey = fromHex(plain.signKey, 32)
  const certificate = certificateOf(fromBase64(plain.certificate))
  if (!certificate.publicKey || !same(publicKeyOf(signKey), certificate.publicKey))
    refuse('signKey', 'another key', 'the key of the certificate')
  const chain = (plain.chain as string[]).map((each) => certificateOf(fromBase64(each)))
  return {
    signKey,
    certificate,
    chain,
    ...(plain.encryptionKey === undefined ? {} : { encryptionKey: fromHex(plain.encryptionKey, 32) }),
  }
}

/** Opens a key file with its password; the key never leaves the client. */
export async function openKeyFile(bytes: Uint8Array, password: string): Promise<OpenedKeyFile> {
  const { iterations, salt, nonce, data } = headOf(bytes)
  const key = await aesKey(password, salt, iterations)
  let plain: ArrayBuffer
  try {
    plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, data)
  } catch {
    throw new Refused('trust/wrong-password', {
      field: 'password',
      seen: 'does not open the file',
      expected: 'the password of the file',
    })
  }
  return contentOf(parseCanonicalObject(new Uint8Array(plain)))
}

/** Writes a key file under a password, with fresh salt and nonce. */
export async function writeKeyFile(opened: OpenedKeyFile, password: string): Promise<Bytes> {
  const [salt, nonce] = [random(16), random(12)]
  const plain = canonical({
    signKey: hex(opened.signKey),
    certificate: base64(opened.certificate.der),
    chain: opened.chain.map((each) => base64(each.der)),
    ...(opened.encryptionKey ? { encryptionKey: hex(opened.encryptionKey) } : {}),
  })
  const key = await aesKey(password, salt, ITERATIONS)
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain)
  return canonical({
    type: 'key-file',
    v: 1,
    kdf: { name: 'PBKDF2-HMAC-SHA256', iterations: ITERATIONS, salt: hex(salt) },
    cipher: 'AES-256-GCM',
    nonce: hex(nonce),
    data: base64(new Uint8Array(data)),
  })
}
