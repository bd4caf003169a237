import { beforeAll, describe, expect, it, vi } from 'vitest'
import { audit } from '@/shared/audit/audit'
import { hex, type Bytes } from '@/shared/trust/bytes'
import { canonical, parseCanonicalObject, type JsonObject } from '@/shared/trust/canonicalJson'
import { newPrivateKey } from '@/shared/trust/sm2'
import { TestTender, type Ending } from '@/test/evidence/tender'
import { DRAW, LOT } from '@/test/evidence/rules'
import { TENDER } from '@/test/evidence/chain'
import { zip } from '@/test/evidence/zip'
import { destroyKey, keyAtEnd, noteSeen, openingEvidence, ownKeyIn, setsToPress } from './evidence'
import { pressDoc } from './press'
import type { Safe } from './safe'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

function safeWith(secrets: Record<string, Bytes>): Safe {
  const inside = new Map(Object.entries(secrets))
  return {
    keep: async (name, secret) => void inside.set(name, secret),
    find: async (name) => inside.get(name),
    names: async () => [...inside.keys()],
    forget: async (name) => void inside.delete(name),
  }
}

const prove = (file: Blob, trustFile: Uint8Array) => audit(file, trustFile, () => {})

/** What a trustee's page does with these files: verify, hold against its own safe, make the press. */
async function press(tender: TestTender, files = tender.files('TRUSTEE'), safe = ownSafe(tender), lot = LOT) {
  const evidence = await openingEvidence(await zip(files), lot, canonical(tender.trustFile), prove)
  const set = evidence.sets.at(-1)!
  return pressDoc(evidence, set, me(tender), await ownKeyIn(evidence, set, me(tender), safe))
}

const me = (tender: TestTender) => hex(tender.keySet.people[0]!.certificate.id)
const ownSafe = (tender: TestTender) => safeWith({ 'key:1': tender.keySet.people[0]!.encryptionKey })
const sharesOf = (doc: JsonObject) => doc.shares as { bidId: string; share?: string; badWrap?: boolean }[]

/** Changes the body of the first entry of a type. */
function changed(files: Map<string, Bytes>, type: string, change: (body: JsonObject) => void) {
  for (const [name, bytes] of files) {
    if (!name.startsWith('chain/')) continue
    const file = parseCanonicalObject(bytes)
    const entry = file.entry as { head: JsonObject; body: JsonObject } | undefined
    if (entry?.head.type !== type) continue
    change(entry.body)
    files.set(name, canonical(file))
    return files
  }
  throw new Error(`no ${type}`)
}

function swapped(files: Map<string, Bytes>, name: string) {
  const [one, two] = [...files.keys()].filter((each) => each.endsWith(name))
  const kept = files.get(one!)!
  files.set(one!, files.get(two!)!)
  files.set(two!, kept)
  return files
}

describe.each<Ending>(['CONTRACT', 'BIDDERS'])('Press of a trustee 启封 (%s)', (ending) => {
  let tender: TestTender
  beforeAll(async () => {
    tender = await TestTender.held(undefined, ending, 'PRESS')
  })

  it('gives the own share of every envelope to open, over the last entry of the proved chain', async () => {
    const doc = await press(tender)
    expect(sharesOf(doc)).toHaveLength(ending === 'BIDDERS' ? 2 : 3)
    expect(sharesOf(doc).every((each) => /^[0-9a-f]{32}$/.test(each.share ?? ''))).toBe(true)
    expect('releaseList' in doc).toBe(ending === 'BIDDERS')
    expect(doc.seen).toMatchObject({
      n: [...tender.files('TRUSTEE').keys()].filter((each) => each.startsWith('chain/')).length,
    })
  })

  it('refuses a list whose lines were swapped, envelopes that were, and a receipt that is missing', async () => {
    const list = changed(tender.files('TRUSTEE'), 'lot/bid-list', (body) => {
      const [one, two] = body.bids as { headerHash: string }[]
      ;[one!.headerHash, two!.headerHash] = [two!.headerHash, one!.headerHash]
    })
    await expect(press(tender, list)).rejects.toMatchObject({ code: 'trustee/evidence-broken' })
    const envelopes = swapped(tender.files('TRUSTEE'), 'header.der')
    await expect(press(tender, envelopes)).rejects.toMatchObject({
      code: 'trustee/evidence-broken',
      facts: { seen: 'not-the-header-of-the-list' },
    })
    const receipts = tender.files('TRUSTEE')
    receipts.delete([...receipts.keys()].find((each) => each.endsWith('receipt.json'))!)
    await expect(press(tender, receipts)).rejects.toMatchObject({ facts: { seen: 'missing' } })
  })

  it('refuses another coefficient, and a draw with a number that it did not keep', async () => {
    const drawn = changed(tender.files('TRUSTEE'), 'draw/result', (body) => (body.values = ['0.1']))
    await expect(press(tender, drawn)).rejects.toMatchObject({ code: 'trustee/evidence-broken' })
    const safe = ownSafe(tender)
    await safe.keep(`nonce:${DRAW}`, new Uint8Array(32))
    await expect(press(tender, undefined, safe)).rejects.toMatchObject({ code: 'trustee/foreign-draw' })
  })

  it('refuses a set with a key of its own that it did not make', async () => {
    const safe = safeWith({ 'key:1': newPrivateKey() })
    await expect(press(tender, undefined, safe)).rejects.toMatchObject({ code: 'trustee/foreign-key-set' })
  })

  it('refuses a chain that is not the one over which it signed', async () => {
    const safe = ownSafe(tender)
    await noteSeen(safe, TENDER, { n: 2, hash: '00'.repeat(32) })
    await expect(press(tender, undefined, safe)).rejects.toMatchObject({ code: 'trustee/other-chain' })
  })

  it('refuses another cut and another lot', async () => {
    const other = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a12'
    await expect(press(tender, undefined, undefined, other)).rejects.toMatchObject({ code: 'trustee/other-evidence' })
    await expect(press(tender, tender.files('PUBLIC'))).rejects.toThrowError(/trustee\//)
  })
})

it('refuses an opened tender: the cut of a trustee ends with the opening', async () => {
  const tender = await TestTender.held(undefined, 'BIDDERS')
  await expect(press(tender)).rejects.toMatchObject({
    code: 'trustee/evidence-broken',
    facts: { seen: 'a-cut-of-a-trustee-behind-the-opening' },
  })
})

it('destroys key and numbers when the lot failed, and not while they are needed', async () => {
  const failed = await TestTender.held(undefined, 'TOO_FEW')
  const end = await keyAtEnd(await zip(failed.files('PUBLIC')), LOT, canonical(failed.trustFile), prove)
  const safe = ownSafe(failed)
  await safe.keep('key:2', newPrivateKey())
  await destroyKey(end, me(failed), safe)
  expect(await safe.names()).toEqual(['key:2'])

  const open = await TestTender.held(undefined, 'BIDDERS')
  const needed = await keyAtEnd(await zip(open.files('PUBLIC')), LOT, canonical(open.trustFile), prove)
  await expect(destroyKey(needed, me(open), ownSafe(open))).rejects.toMatchObject({ code: 'trustee/key-still-needed' })
  await expect(
    destroyKey({ ...needed, over: true }, me(open), safeWith({ [`nonce:${DRAW}`]: new Uint8Array(32) })),
  ).resolves.toBeUndefined()
})

it('says that a wrap is bad when it does not open', async () => {
  const tender = await TestTender.held(undefined, 'CONTRACT', 'PRESS')
  const evidence = await openingEvidence(await zip(tender.files('TRUSTEE')), LOT, canonical(tender.trustFile), prove)
  const shares = sharesOf(pressDoc(evidence, evidence.sets.at(-1)!, me(tender), tender.keySet.people[1]!.encryptionKey))
  expect(shares.every((each) => each.badWrap)).toBe(true)
})

it('presses with each of its keys for the bids that are sealed to its set, and not with one that is lost', async () => {
  const tender = await TestTender.held(undefined, 'REPLACED', 'PRESS')
  const evidence = await openingEvidence(await zip(tender.files('TRUSTEE')), LOT, canonical(tender.trustFile), prove)
  expect(evidence.sets).toHaveLength(2)
  const [first] = evidence.sets
  expect(setsToPress(evidence, me(tender))).toEqual([first])
  const doc = pressDoc(evidence, first!, me(tender), tender.keySet.people[0]!.encryptionKey)
  expect(doc.set).toBe(hex(first!.id))
  expect(sharesOf(doc)).toHaveLength(1)
  expect(sharesOf(doc).every((each) => /^[0-9a-f]{32}$/.test(each.share ?? ''))).toBe(true)
  expect(setsToPress(evidence, hex(tender.keySet.people[2]!.certificate.id))).toEqual([])
})
