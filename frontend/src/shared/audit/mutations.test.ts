import { beforeAll, describe, expect, it, vi } from 'vitest'
import { text } from '@/shared/trust/bytes'
import { canonical, type Json } from '@/shared/trust/canonicalJson'
import { TestTender } from '@/test/evidence/tender'
import { audit } from './audit'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 60_000 })

type Files = Map<string, Uint8Array>

/** One field out of so many is changed; `QIFENG_MUTATIONS=all` changes every one. */
const STEP = process.env.QIFENG_MUTATIONS === 'all' ? { list: 1, object: 1 } : { list: 29, object: 11 }

function changed(value: Json): Json {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (value === null) return 'x'
  if (typeof value !== 'string') return null
  return value.endsWith('1') ? `${value.slice(0, -1)}2` : `${value.slice(0, -1)}1`
}

/** Every way to change exactly one scalar of a document, with the path of the field. */
function* mutationsOf(value: Json, path: string, rebuild: (value: Json) => Json): Generator<[string, Json]> {
  if (value === null || typeof value !== 'object') yield [path, rebuild(changed(value))]
  else if (Array.isArray(value))
    for (const [i, item] of value.entries())
      yield* mutationsOf(item, `${path}[${i}]`, (next) => rebuild(value.with(i, next)))
  else
    for (const [name, item] of Object.entries(value))
      yield* mutationsOf(item, `${path}.${name}`, (next) => rebuild({ ...value, [name]: next }))
}

describe('Whatever is changed in a package is caught, and the object is named', () => {
  let files: Files
  let trust: Uint8Array
  const objectOf = async (mutated: Files) => {
    const verdict = await audit(mutated, trust, () => {})
    return verdict.outcome === 'broken' ? verdict.object : verdict.outcome
  }

  beforeAll(async () => {
    const tender = await TestTender.held()
    files = tender.files('SUPERVISOR')
    trust = canonical(tender.trustFile)
  })

  it('fields of every kind of JSON object', async () => {
    const kinds = [...files.keys()].filter((name) => name.endsWith('.json'))
    const one = kinds.filter(
      (name) => !name.includes('receipt') || name === kinds.find((each) => each.includes('receipt')),
    )
    let count = 0
    for (const name of one) {
      const document = JSON.parse(text(files.get(name)!)) as Json
      let n = 0
      for (const [path, mutated] of mutationsOf(document, '', (value) => value)) {
        const field = `${name}#${path.slice(1)}`
        const isList = name === 'heads.json' || name === 'consistency.json'
        if (n++ % (isList ? STEP.list : STEP.object) !== 0 && name !== 'package.json') continue
        const object = await objectOf(new Map(files).set(name, canonical(mutated)))
        expect(object.startsWith(name) || isKin(name, object), `${field} was named ${object}`).toBe(true)
        count++
      }
    }
    expect(count).toBeGreaterThan(60)
  })

  /** A package.json that contradicts another object may be found at that object; so may a proof at the head it names. */
  function isKin(name: string, object: string): boolean {
    return name === 'package.json' && /^(heads|chain|package|bids|trust)/.test(object)
  }

  it('every object that is deleted', async () => {
    for (const name of files.keys()) {
      const mutated = new Map(files)
      mutated.delete(name)
      const object = await objectOf(mutated)
      expect(object.split('#')[0]!.replace(/\.pdf$/, ''), `${name} deleted`).toBe(name.replace(/\.pdf$/, ''))
    }
  })

  it('every binary object with one byte changed', async () => {
    for (const [name, bytes] of files) {
      if (name.endsWith('.json')) continue
      const copy = bytes.slice()
      copy[copy.length >> 1]! ^= 1
      const object = await objectOf(new Map(files).set(name, copy))
      expect(object.startsWith(name.slice(0, name.lastIndexOf('/'))), `${name} was named ${object}`).toBe(true)
    }
  })

  it('neighbours of the chain, and files of two bids, that change places', async () => {
    const swap = async (a: string, b: string) => objectOf(new Map(files).set(a, files.get(b)!).set(b, files.get(a)!))
    expect(await swap('chain/000003.json', 'chain/000004.json')).toMatch(/^chain\/000003\.json/)
    const [first, second] = [...files.keys()].filter((name) => name.endsWith('receipt.json'))
    for (const part of ['receipt.json', 'header.der', 'header.p7s', '1.enc', '3.enc']) {
      const object = await swap(first!.replace('receipt.json', part), second!.replace('receipt.json', part))
      expect(object, part).toMatch(/^bids\//)
    }
  })

  it('a foreign object', async () => {
    expect(
      await objectOf(new Map(files).set(`bids/${'ab'.repeat(16)}-1/receipt.json`, files.get('package.json')!)),
    ).toBe(`bids/${'ab'.repeat(16)}-1/receipt.json`)
    expect(await objectOf(new Map(files).set('documents/notes.txt', new Uint8Array(3)))).toBe('documents/notes.txt')
  })

  it('a package that counts more entries than its closed chain has', async () => {
    const manifest = JSON.parse(text(files.get('package.json')!)) as { entries: number }
    const more = canonical({ ...manifest, entries: manifest.entries + 1 })
    expect(await objectOf(new Map(files).set('package.json', more))).toBe('package.json#entries')
  })

  it('a document a second time under another ending', async () => {
    const name = [...files.keys()].find((each) => each.startsWith('documents/'))!
    for (const ending of ['.a1', '.x8']) {
      const twin = name.replace(/\..*$/, ending)
      expect(await objectOf(new Map(files).set(twin, files.get(name)!))).toBe(twin)
    }
  })
})
