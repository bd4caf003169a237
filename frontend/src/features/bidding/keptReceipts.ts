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

const STORE = 'receipts'

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('qifeng-bidding', 1)
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'hash' }).createIndex('lot', 'lot')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('not stored'))
    })
  } finally {
    db.close()
  }
}

/** Keeps a receipt; resolves only when it is on disk. */
export async function keepReceipt(kept: KeptReceipt): Promise<void> {
  await within('readwrite', (store) => store.put(kept))
}

/** Receipts of one lot on this machine. */
export async function keptReceipts(lot: string): Promise<KeptReceipt[]> {
  return within('readonly', (store) => store.index('lot').getAll(lot) as IDBRequest<KeptReceipt[]>)
}
