import { describe, expect, it } from 'vitest'
import { TestAuthority } from '@/test/people'
import { hex, random } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { drawCommit, drawPicks, drawSeed } from '@/shared/trust/draw'
import { signStatement } from '@/shared/trust/statement'
import { recompute } from './drawProof'
import type { HallEvent } from './opening'

const DRAW = '6f1d0c1e-0000-4000-8000-000000000001'
const pool = ['0.950', '0.960', '0.970']
const authority = new TestAuthority()
const parties = ['监督', '公证'].map((name) => ({ ...authority.person(name), nonce: random(32) }))
const poolHash = canonicalHash(pool)

function entries(nonceOf = (i: number) => parties[i]!.nonce): HallEvent[] {
  const signed = (i: number, doc: JsonObject) => ({
    statement: signStatement({ ...parties[i]!, chain: [] }, { ...doc, drawId: DRAW }) as unknown as JsonObject,
  })
  const seed = drawSeed(
    DRAW,
    poolHash,
    parties.map(({ certificate, nonce }) => ({ party: certificate.id, nonce })),
  )
  const bodies: [string, JsonObject][] = [
    ['draw/opened', { drawId: DRAW, pool, picks: 1, parties: parties.map((each) => hex(each.certificate.id)) }],
    ...parties.map(({ certificate, nonce }, i): [string, JsonObject] => {
      const commit = hex(drawCommit(DRAW, poolHash, certificate.id, nonce))
      return ['draw/committed', signed(i, { type: 'draw-commit', commit })]
    }),
    ...parties.map((_, i): [string, JsonObject] => [
      'draw/revealed',
      signed(i, { type: 'draw-reveal', nonce: hex(nonceOf(i)) }),
    ]),
    ['draw/result', { drawId: DRAW, seed: hex(seed), values: [pool[drawPicks(seed, pool.length, 1)[0]!]!] }],
  ]
  return bodies.map(([type, body], n) => ({ n, type, at: '2026-11-24T01:31:00.000Z', body }))
}

describe('Recomputing a draw 抽取复算', () => {
  it('comes to the value that was told', () => {
    const proof = recompute(DRAW, entries())!
    expect(proof.agrees).toBe(true)
    expect(pool).toContain(proof.value)
    expect(proof.parties.map((party) => party.name)).toEqual(['监督', '公证'])
  })

  it('does not agree when a number is not the one committed to', () => {
    const other = random(32)
    const proof = recompute(
      DRAW,
      entries((i) => (i === 0 ? other : parties[i]!.nonce)),
    )!
    expect(proof.agrees).toBe(false)
    expect(proof.parties[0]!.agrees).toBe(false)
  })

  it('has no value before every number is revealed', () => {
    const open = entries().filter((event) => event.type !== 'draw/revealed' && event.type !== 'draw/result')
    expect(recompute(DRAW, open)!.value).toBeUndefined()
  })
})
