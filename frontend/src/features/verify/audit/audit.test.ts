import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { canonical } from '@/shared/trust/canonicalJson'
import { TestTender, type Alter } from '@/test/evidence/tender'
import { zip } from '@/test/evidence/zip'
import { audit, type Verdict } from './audit'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

async function verdictOf(
  tender: TestTender,
  cut: 'PUBLIC' | 'SUPERVISOR' = 'SUPERVISOR',
  anchored = true,
): Promise<Verdict> {
  return audit(await zip(tender.files(cut)), anchored ? canonical(tender.trustFile) : undefined, () => {})
}

async function verdictOfLie(alter: Alter): Promise<Verdict> {
  return verdictOf(await TestTender.held(alter))
}

const lie = (type: string, change: (body: JsonObject) => void): Alter => {
  return (seen, body) => {
    if (seen !== type) return body
    const copy = structuredClone(body)
    change(copy)
    return copy
  }
}

describe('The audit of a whole tender', () => {
  let tender: TestTender
  beforeAll(async () => {
    tender = await TestTender.held()
  })

  it("proves the supervisor's cut and withholds nothing", async () => {
    expect(await verdictOf(tender)).toMatchObject({ outcome: 'proved', sandbox: true, withheld: [], attested: [] })
  })

  it('proves the public cut and says what it could not see', async () => {
    const verdict = await verdictOf(tender, 'PUBLIC')
    expect(verdict).toMatchObject({ outcome: 'proved', attested: ['technical-scores'] })
    expect(verdict.withheld).toHaveLength(5)
  })

  it('is consistent, not proved, without a trust file', async () => {
    expect(await verdictOf(tender, 'PUBLIC', false)).toMatchObject({ outcome: 'consistent' })
  })

  it('breaks under the trust file of another platform', async () => {
    const other = await TestTender.held()
    const verdict = await audit(await zip(tender.files('PUBLIC')), canonical(other.trustFile), () => {})
    expect(verdict).toMatchObject({ outcome: 'broken', object: 'package.json#trustFile' })
  })

  it('refuses what is no package', async () => {
    expect(await audit(new Blob(['%PDF']), undefined, () => {})).toMatchObject({
      outcome: 'broken',
      reason: 'not-a-zip',
    })
    expect(await audit(await zip(new Map([['x.txt', new Uint8Array(1)]])), undefined, () => {})).toMatchObject({
      outcome: 'broken',
      object: 'x.txt',
    })
  })
})

describe('A platform that lies under its own signatures is caught', () => {
  type Line = { score: string; count: number }

  it.each<[string, Alter, RegExp]>([
    [
      'a price score',
      lie('evaluation/scored', (body) => void ((body.prices as unknown as Line[])[0]!.score = '59.99')),
      /prices\[0\]\.score/,
    ],
    [
      'a technical score',
      lie('evaluation/scored', (body) => void ((body.technical as unknown as Line[])[0]!.score = '39.00')),
      /technical\[0\]\.score/,
    ],
    [
      'a total',
      lie('evaluation/scored', (body) => void ((body.totals as unknown as Line[])[2]!.score = '99.00')),
      /totals\[2\]\.score/,
    ],
    ['the base price', lie('evaluation/scored', (body) => void (body.basePriceFen = 1)), /basePriceFen/],
    [
      'a bid left out of the scores',
      lie('evaluation/scored', (body) => void ((body.input as JsonObject).prices as unknown[]).pop()),
      /input\.prices/,
    ],
    [
      'an opened price',
      lie('lot/opened', (body) => void (((body.results as JsonObject[])[0]!.bid as JsonObject).priceFen = 1)),
      /results\[0\]\.bid/,
    ],
    ['a bid not opened', lie('lot/opened', (body) => void (body.results as unknown[]).pop()), /#body\.results/],
    [
      'the drawn coefficient',
      lie('draw/result', (body) => void (body.picked = [((body.picked as number[])[0]! + 1) % 3])),
      /#body\.picked/,
    ],
    ['the pool of the draw', lie('draw/opened', (body) => void (body.pool = ['0.95'])), /#body\.pool/],
    [
      'the votes',
      lie(
        'award/decided',
        (body) => void (((body.rounds as JsonObject[])[0]!.votes as unknown as Line[])[0]!.count = 3),
      ),
      /rounds\[0\]\.votes\[0\]\.count/,
    ],
    [
      'the winner',
      lie(
        'award/decided',
        (body) => void (body.winner = ((body.rounds as JsonObject[])[0]!.votes as JsonObject[])[0]!.bidId!),
      ),
      /#body\.winner/,
    ],
    ['the contract price', lie('contract/recorded', (body) => void (body.amountFen = 5)), /#body\.amountFen/],
    ['the last number', lie('tender/closed', (body) => void (body.last = 5)), /#body\.last/],
    [
      'an early deadline',
      lie('lot/bid-list', (body) => void (body.deadline = '2026-05-01T00:00:00.000Z')),
      /receipt\.json/,
    ],
  ])('%s', async (_, alter, object) => {
    const verdict = await verdictOfLie(alter)
    expect(verdict.outcome).toBe('broken')
    if (verdict.outcome === 'broken') expect(`${verdict.object} ${verdict.reason}`).toMatch(object)
  })
})
