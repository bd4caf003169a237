const NAME = 'qifeng'
const STORE = 'kept'

let opening: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opening
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode)
  const request = act(transaction.objectStore(STORE))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Keeps a value in this browser; resolves when it is on disk. */
export async function keep(key: string, value: unknown): Promise<void> {
  await run('readwrite', (store) => store.put(value, key))
}

/** What was kept under the key, or nothing. */
export async function kept<T>(key: string): Promise<T | undefined> {
  return run<T | undefined>('readonly', (store) => store.get(key) as IDBRequest<T | undefined>)
}

/** Forgets what was kept under the key. */
export async function forget(key: string): Promise<void> {
  await run('readwrite', (store) => store.delete(key))
}
