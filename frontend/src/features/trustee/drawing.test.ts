import { describe, expect, it } from 'vitest'
import { fromHex, hex } from '@/shared/trust/bytes'
import { canonicalHash } from '@/shared/trust/canonicalJson'
import { drawCommit } from '@/shared/trust/draw'
import { commitDoc, dutyIn, missingIn, revealDoc } from './drawing'
import type { Safe } from './safe'
import type { Draw, DrawParty } from './trustee'

const own = 'aa'.repeat(32)
const pool = ['0.960', '0.970']
const party = (id: string, more: Partial<DrawParty> = {}): DrawParty => ({
  id,
  committed: false,
  sealed: false,
  revealed: false,
  leftOut: false,
  note: null,
  ...more,
})
const draw = (awaits: 'HEAD' | 'COMMIT' | 'REVEAL', parties: DrawParty[]): Draw => ({
  id: '6f1d0c1e-0000-4000-8000-000000000001',
  tender: '6f1d0c1e-0000-4000-8000-000000000002',
  purpose: 'COEFFICIENT',
  pool,
  poolHash: hex(canonicalHash(pool)),
  picks: 1,
  set: 'bb'.repeat(32),
  deadline: '2026-11-22T10:00:00.000Z',
  parties,
  state: awaits === 'REVEAL' ? 'SEALED' : 'OPEN',
  awaits,
})
const safe = (): Safe => {
  const inside = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    keep: async (name, secret) => void inside.set(name, secret),
    find: async (name) => inside.get(name),
    names: async () => [...inside.keys()],
    forget: async (name) => void inside.delete(name),
  }
}

describe('Taking part in a draw 参与抽取', () => {
  it('owes nothing while the next head is awaited, or once delivered', () => {
    expect(dutyIn(draw('HEAD', [party(own)]), own)).toBeUndefined()
    expect(dutyIn(draw('COMMIT', [party(own)]), own)).toBe('commits')
    expect(dutyIn(draw('COMMIT', [party(own, { committed: true })]), own)).toBeUndefined()
    expect(dutyIn(draw('COMMIT', [party(own, { leftOut: true })]), own)).toBeUndefined()
  })

  it('reveals the very number it committed to', async () => {
    const kept = safe()
    const commit = await commitDoc(draw('COMMIT', [party(own)]), own, kept)
    const reveal = await revealDoc(draw('REVEAL', [party(own)]), kept)
    const again = drawCommit(String(reveal.drawId), canonicalHash(pool), fromHex(own, 32), fromHex(reveal.nonce, 32))
    expect(hex(again)).toBe(commit.commit)
  })

  it('refuses a pool that is not what its hash says', async () => {
    const foreign = { ...draw('COMMIT', [party(own)]), pool: ['0.960'] }
    await expect(commitDoc(foreign, own, safe())).rejects.toMatchObject({ code: 'draw/foreign-statement' })
  })

  it('opens what others did not reveal only when their time is over', () => {
    const open = draw('REVEAL', [party(own, { revealed: true }), party('cc'.repeat(32), { note: {} })])
    expect(missingIn(open, Date.parse('2026-11-22T09:59:00Z'))).toEqual([])
    expect(missingIn(open, Date.parse('2026-11-22T10:00:01Z'))).toHaveLength(1)
  })
})
