import { base64, fromBase64, fromHex, hex, random, utf8, type Bytes } from '@/shared/trust/bytes'
import { canonical, parseCanonicalObject, type JsonObject } from '@/shared/trust/canonicalJson'
import { Refused } from '@/shared/trust/refused'

const DATABASE = 'qifeng-trustee'
const ITERATIONS = 210_000

interface Kept {
  iv: Bytes
  data: ArrayBuffer
}

/**
 * The safe of this browser (本机保险箱): private keys and nonces of a trustee, encrypted with a key of WebCrypto that no
 * script can read out. The safe goes with the browser profile, so that keys are also exported under a password.
 */
export interface Safe {
  keep(name: string, secret: Bytes): Promise<void>
  find(name: string): Promise<Bytes | undefined>
  names(): Promise<string[]>
  /** Deletes a secret from this browser; copies that were exported are not reached. */
  forget(name: string): Promise<void>
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}

async function database(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('wrapping')
    request.result.createObjectStore('secrets')
  }
  return settled(request)
}

/** The key under which all is kept; whoever opens a new safe at the same moment, in another tab too, gets the same one. */
async function wrappingKey(db: IDBDatabase): Promise<CryptoKey> {
  const store = () => db.transaction('wrapping', 'readwrite').objectStore('wrapping')
  const known = async (wrapping: IDBObjectStore) => (await settled(wrapping.get('key'))) as CryptoKey | undefined
  const kept = await known(store())
  if (kept) return kept
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const wrapping = store()
  const other = await known(wrapping)
  if (!other) await settled(wrapping.add(fresh, 'key'))
  return other ?? fresh
}

/** Opens the safe of this browser. */
export async function openSafe(): Promise<Safe> {
  const db = await database()
  const key = await wrappingKey(db)
  const secrets = (mode: IDBTransactionMode) => db.transaction('secrets', mode).objectStore('secrets')
  return {
    async keep(name, secret) {
      const iv = random(12)
      const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, key, secret)
      await settled(secrets('readwrite').put({ iv, data } satisfies Kept, name))
    },
    async find(name) {
      const kept = (await settled(secrets('readonly').get(name))) as Kept | undefined
      if (!kept) return undefined
      const algorithm = { name: 'AES-GCM', iv: kept.iv, additionalData: utf8(name) }
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, kept.data))
    },
    forget: async (name) => void (await settled(secrets('readwrite').delete(name))),
    names: async () => (await settled(secrets('readonly').getAllKeys())).map(String),
  }
}

async function passwordKey(password: string, salt: Bytes): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(password.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS }
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Everything in the safe as one file under a password. */
export async function exportSafe(safe: Safe, password: string): Promise<Bytes> {
  const secrets: JsonObject = {}
  for (const name of await safe.names()) secrets[name] = hex((await safe.find(name))!)
  const [salt, iv] = [random(16), random(12)]
  const key = await passwordKey(password, salt)
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, canonical(secrets))
  return canonical({
    type: 'trustee-safe',
    v: 1,
    salt: hex(salt),
    iv: hex(iv),
    data: base64(new Uint8Array(data)),
  })
}

/** Puts what a file holds into the safe; returns how many secrets came. */
export async function importSafe(safe: Safe, file: Uint8Array, password: string): Promise<number> {
  const kept = parseCanonicalObject(file)
  if (kept.type !== 'trustee-safe' || kept.v !== 1)
    throw new Refused('trustee/foreign-file', { field: 'type', seen: String(kept.type), expected: 'trustee-safe v1' })
  const key = await passwordKey(password, fromHex(kept.salt, 16))
  const plain = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: fromHex(kept.iv, 12) }, key, fromBase64(kept.data))
    .catch(() => {
      throw new Refused('trust/wrong-password', { field: 'password', seen: 'other', expected: 'of the file' })
    })
  const secrets = Object.entries(parseCanonicalObject(new Uint8Array(plain)))
  for (const [name, secret] of secrets) await safe.keep(name, fromHex(secret))
  return secrets.length
}
