import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Receipt } from '@/shared/trust/receipt'

/** A receipt as this machine keeps it, with what it is a receipt for. */
export interface KeptReceipt {
  hash: string
  lot: string
  receipt: Receipt
  /** header.der and header.p7s in base64. */
  header: string
  signature: string
  /** Private key of the envelope's own wrap when the key file brought none, hex. */
  ownKey?: string
}

/** The platform's signed receipt for a release (放行回执), verified before it was kept. */
export interface KeptRelease {
  lot: string
  doc: JsonObject
  sig: string
}

const STORE = 'receipts'
const RELEASES = 'releases'

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('qifeng-bidding', 2)
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore(STORE, { keyPath: 'hash' }).createIndex('lot', 'lot')
      request.result.createObjectStore(RELEASES, { keyPath: 'sig' }).createIndex('lot', 'lot')
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
  name = STORE,
): Promise<T> {
  const db = await database()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(name, mode)
      const request = work(transaction.objectStore(name))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not stored'))
    })
  } finally {
    db.close()
  }
}

/**
 * Keeps a receipt; resolves only when it is on disk. The own key that was kept with the same receipt stays: the platform,
 * which may tell a receipt again, never has it, and without it the bid could not be released.
 */
export async function keepReceipt(kept: KeptReceipt): Promise<void> {
  const former = await within('readonly', (store) => store.get(kept.hash) as IDBRequest<KeptReceipt | undefined>)
  const ownKey = kept.ownKey ?? former?.ownKey
  await within('readwrite', (store) => store.put(ownKey ? { ...kept, ownKey } : kept))
}

/** Receipts of one lot on this machine. */
export async function keptReceipts(lot: string): Promise<KeptReceipt[]> {
  return within('readonly', (store) => store.index('lot').getAll(lot) as IDBRequest<KeptReceipt[]>)
}

/** Keeps the receipt for a release; resolves only when it is on disk. */
export async function keepRelease(kept: KeptRelease): Promise<void> {
  await within('readwrite', (store) => store.put(kept), RELEASES)
}

/** Receipts for releases of one lot on this machine. */
export async function keptReleases(lot: string): Promise<KeptRelease[]> {
  return within('readonly', (store) => store.index('lot').getAll(lot) as IDBRequest<KeptRelease[]>, RELEASES)
}
