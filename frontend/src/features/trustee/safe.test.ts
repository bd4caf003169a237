import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { utf8 } from '@/shared/trust/bytes'
import { exportSafe, importSafe, openSafe, type Safe } from './safe'

function emptySafe(): Safe & { inside: Map<string, Uint8Array> } {
  const inside = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    inside,
    keep: async (name, secret) => void inside.set(name, secret),
    find: async (name) => inside.get(name),
    names: async () => [...inside.keys()],
    forget: async (name) => void inside.delete(name),
  }
}

describe('Safe of a trustee 本机保险箱', () => {
  it('gives back what was kept, under its own name only', async () => {
    const safe = await openSafe()
    await safe.keep('key:1', utf8('secret'))
    expect(await safe.find('key:1')).toEqual(utf8('secret'))
    expect(await safe.find('key:2')).toBeUndefined()
    expect(await (await openSafe()).names()).toEqual(['key:1'])
  })

  it('is one safe for all who open a new one at the same moment', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory())
    const [one, other] = await Promise.all([openSafe(), openSafe()])
    await one.keep('key:3', utf8('secret'))
    expect(await other.find('key:3')).toEqual(utf8('secret'))
  })

  it('moves to another browser by a file under a password', async () => {
    const from = emptySafe()
    await from.keep('key:1', utf8('secret'))
    const file = await exportSafe(from, '口令')
    const to = emptySafe()
    expect(await importSafe(to, file, '口令')).toBe(1)
    expect(to.inside.get('key:1')).toEqual(utf8('secret'))
    await expect(importSafe(to, file, '别的口令')).rejects.toMatchObject({ code: 'trust/wrong-password' })
  })
})
