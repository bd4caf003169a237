import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import { canonical } from '@/shared/trust/canonicalJson'
import type * as sm2 from '@/shared/trust/sm2'
import type * as sm2wrap from '@/shared/trust/sm2wrap'
import { LIES_OF_CALLS } from '@/test/evidence/callLies'
import { lie, LIES, LIES_OF_FAILURE, LIES_OF_HELD, LIES_OF_RELEASE } from '@/test/evidence/lies'
import { LIES_OF_BLIND, SEALED_LIES_OF_BLIND } from '@/test/evidence/liesOfBlind'
import { LIES_OF_CLARIFICATION } from '@/test/evidence/liesOfClarification'
import { LIES_OF_INFORMATION, SIGNED_LIES_OF_INFORMATION } from '@/test/evidence/liesOfInformation'
import { LIES_OF_RANK } from '@/test/evidence/liesOfRank'
import { LIES_OF_REVIEW } from '@/test/evidence/liesOfReview'
import { LIES_OF_REWORK, SHEET_LIES_OF_REWORK } from '@/test/evidence/liesOfRework'
import { LIES_OF_TIME, SHEET_LIES_OF_DEFECTS, SHEET_LIES_OF_REASONS } from '@/test/evidence/liesOfTime'
import { LIES_OF_SCREENING, SHEET_LIES_OF_SCREENING } from '@/test/evidence/liesOfScreening'
import { LIES_OF_SUSPENSION } from '@/test/evidence/liesOfSuspension'
import { LIES_OF_SUCCESSION, MOVED } from '@/test/evidence/liesOfSuccession'
import { LIES_OF_VOID } from '@/test/evidence/liesOfVoid'
import { TestTender, type Alter, type Ending } from '@/test/evidence/tender'
import { zip } from '@/test/evidence/zip'
import { audit, type Verdict } from './audit'

vi.mock('@/shared/trust/sm2', async (original) => {
  const { recalling } = await import('@/test/evidence/repeatable')
  return recalling(await original<typeof sm2>(), 'sign', 'publicKeyOf')
})
vi.mock('@/shared/trust/sm2wrap', async (original) => {
  const { recalling } = await import('@/test/evidence/repeatable')
  return recalling(await original<typeof sm2wrap>(), 'wrap')
})
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

type Cut = 'PUBLIC' | 'PARTY' | 'SUPERVISOR'

async function verdictOf(tender: TestTender, cut: Cut = 'SUPERVISOR', anchored = true): Promise<Verdict> {
  return audit(await zip(tender.files(cut)), anchored ? canonical(tender.trustFile) : undefined, () => {})
}

/** Check, object without its path, and code of what is broken; the outcome when nothing is. */
function named(verdict: Verdict): string {
  if (verdict.outcome !== 'broken') return verdict.outcome
  return `${verdict.check} ${verdict.object.split('#')[0]!.split('/')[0]} ${verdict.reason}`
}

/** What is found in the files as they are; what is packed reads the same. */
async function foundIn(tender: TestTender, cut: Cut = 'SUPERVISOR'): Promise<string> {
  return named(await audit(tender.files(cut), canonical(tender.trustFile), () => {}))
}

async function lied(alter: Alter, ending: Ending = 'CONTRACT', cut: Cut = 'SUPERVISOR'): Promise<string> {
  return foundIn(await TestTender.held(alter, ending), cut)
}

describe('The audit of a whole tender', () => {
  let tender: TestTender
  beforeAll(async () => {
    tender = await TestTender.held()
  })

  it("proves the supervisor's cut and withholds nothing", async () => {
    expect(await verdictOf(tender)).toMatchObject({ outcome: 'proved', sandbox: true, withheld: [], attested: [] })
  })

  it('names the trustee who called a good wrap bad, where the presses are shown', async () => {
    const blamed = await TestTender.held(undefined, 'BIDDERS', 'BLAMED')
    const verdict = await verdictOf(blamed)
    expect(verdict.outcome).toBe('proved')
    expect(verdict.falseBlames).toHaveLength(2)
    expect(verdict.falseBlames[0]).toMatch(/^3 CENTRE bids\/[0-9a-f]{32}-1$/)
    expect((await verdictOf(blamed, 'PUBLIC')).falseBlames).toEqual([])
    expect((await verdictOf(tender)).falseBlames).toEqual([])
  })

  it('proves the public cut and says what it could not see', async () => {
    const verdict = await verdictOf(tender, 'PUBLIC')
    expect(verdict).toMatchObject({ outcome: 'proved', attested: ['technical-scores'] })
    expect(verdict.withheld).toHaveLength(33)
  })

  it("proves a party's cut with its own files and its own scores", async () => {
    const verdict = await verdictOf(tender, 'PARTY')
    expect(verdict).toMatchObject({ outcome: 'proved', attested: ['technical-scores', 'own-scores'] })
    const files = tender.files('PARTY')
    expect([...files.keys()].filter((name) => name.endsWith('/3.enc'))).toHaveLength(1)
  })

  it("breaks a party's cut without the scores, with others, or for a bid that nobody made", async () => {
    const trust = canonical(tender.trustFile)
    const scores = [...tender.files('PARTY').keys()].find((name) => name.endsWith('scores.json'))!
    const missing = tender.files('PARTY')
    missing.delete(scores)
    expect(await audit(missing, trust, () => {})).toMatchObject({ object: scores, reason: 'missing' })
    const forged = tender.files('PARTY')
    const file = JSON.parse(new TextDecoder().decode(forged.get(scores)!)) as { doc: { sheets: Json[] }; sig: string }
    file.doc.sheets.pop()
    forged.set(scores, canonical(file as unknown as Json))
    expect(await audit(forged, trust, () => {})).toMatchObject({ object: scores, reason: 'bad-signature' })
    const nobody = tender.files('PARTY')
    const manifest = JSON.parse(new TextDecoder().decode(nobody.get('package.json')!)) as JsonObject
    nobody.set('package.json', canonical({ ...manifest, bidId: 'ab'.repeat(16) }))
    expect(named(await audit(nobody, trust, () => {}))).toBe('manifest package.json no-bid-of-the-list')
  })

  it('is consistent, not proved, without a trust file', async () => {
    expect(await verdictOf(tender, 'PUBLIC', false)).toMatchObject({ outcome: 'consistent' })
  })

  it('breaks under the trust file of another platform', async () => {
    const other = await TestTender.held(undefined, 'CONTRACT', 'END', { seed: 'another tender' })
    const verdict = await audit(await zip(tender.files('PUBLIC')), canonical(other.trustFile), () => {})
    expect(named(verdict)).toBe('heads heads.json a-head-of-another-log')
  })

  it('refuses what is no package', async () => {
    expect(await audit(new Blob(['%PDF']), undefined, () => {})).toMatchObject({
      outcome: 'broken',
      reason: 'not-a-zip-file',
    })
    expect(await audit(await zip(new Map([['x.txt', new Uint8Array(1)]])), undefined, () => {})).toMatchObject({
      outcome: 'broken',
      object: 'x.txt',
    })
  })
})

describe('The audit of a price method', () => {
  it.each<Ending>(['METHOD_B', 'METHOD_C', 'METHOD_D', 'METHOD_E'])('%s', async (ending) => {
    expect(named(await verdictOf(await TestTender.held(undefined, ending)))).toBe('proved')
  })

  it.each<[string, Ending, Alter, string]>([
    [
      'a base price that is off by a fen',
      'METHOD_B',
      lie('evaluation/scored', (body) => void (body.basePriceFen = Number(body.basePriceFen) + 1)),
      'scores chain another-base-price',
    ],
    [
      'another factor of the ceiling',
      'METHOD_C',
      lie('evaluation/scored', (body) => void ((body.method as JsonObject).k2 = '0.93')),
      'scores chain not-the-method-that-was-published',
    ],
    [
      'another delta than the seed gives',
      'METHOD_D',
      lie('evaluation/scored', (body) => {
        const input = body.input as JsonObject
        input.delta = input.delta === '0.12' ? '0.14' : '0.12'
      }),
      'scores chain not-the-delta-that-was-drawn',
    ],
    [
      'another bid than the one with the least number',
      'METHOD_D',
      lie('evaluation/scored', (body) => {
        const input = body.input as JsonObject
        const others = (body.totals as JsonObject[]).map(({ bidId }) => bidId!)
        input.drawn = others.find((bidId) => bidId !== input.drawn)!
      }),
      'scores chain not-the-bid-that-was-drawn',
    ],
    [
      'a price in the mean that the share leaves out',
      'METHOD_D',
      lie('evaluation/scored', (body) => {
        const input = body.input as JsonObject
        input.counted = (body.totals as JsonObject[]).map(({ bidId }) => bidId!)
      }),
      'scores chain not-the-bids-that-count',
    ],
  ])('%s', async (_, ending, alter, expected) => {
    expect(await lied(alter, ending)).toBe(expected)
  })
})

describe('The audit of reviewed prices', () => {
  it('proves every cut, and says what it could not see', async () => {
    const tender = await TestTender.held(undefined, 'METHOD_E')
    expect(await verdictOf(tender)).toMatchObject({ outcome: 'proved', attested: [] })
    const seen = ['finding-votes', 'passed-items']
    expect(await verdictOf(tender, 'PUBLIC')).toMatchObject({ outcome: 'proved', attested: seen })
    expect(await verdictOf(tender, 'PARTY')).toMatchObject({ outcome: 'proved', attested: [...seen, 'own-scores'] })
  })

  it.each(LIES_OF_REVIEW)('%s', async (_, alter, expected) => {
    expect(await lied(alter(), 'METHOD_E')).toBe(expected)
  })
})

describe('The audit of a draw', () => {
  it('breaks where a party sealed another number than it reveals', async () => {
    const tender = await TestTender.held(undefined, 'CONTRACT', 'END', { nonce: () => new Uint8Array(32) })
    expect(await foundIn(tender)).toBe('draws chain not-the-note-that-its-nonce-gives')
  })
})

describe('The audit of a preliminary review', () => {
  it('proves the supervisor and the public cut', async () => {
    const tender = await TestTender.held(undefined, 'SCREENED')
    expect(await verdictOf(tender)).toMatchObject({ outcome: 'proved', attested: [] })
    const seen = ['judgements', 'rejection-votes', 'technical-scores'].sort()
    const verdict = await verdictOf(tender, 'PUBLIC')
    expect([verdict.outcome, [...verdict.attested].sort()]).toEqual(['proved', seen])
  })

  it.each(LIES_OF_SCREENING)('%s', async (_, alter, expected) => {
    expect(await lied(alter(), 'SCREENED')).toBe(expected)
  })

  it.each(SHEET_LIES_OF_SCREENING)('%s', async (_, lies, expected) => {
    expect(await foundIn(await TestTender.held(undefined, 'SCREENED', 'END', lies))).toBe(expected)
  })
})

describe('The audit of ranked candidates', () => {
  it('proves every cut', async () => {
    const tender = await TestTender.held(undefined, 'RANKED')
    for (const cut of ['SUPERVISOR', 'PUBLIC', 'PARTY'] as const)
      expect([cut, await verdictOf(tender, cut)]).toMatchObject([cut, { outcome: 'proved' }])
  })

  it.each(LIES_OF_RANK)('%s', async (_, alter, expected) => {
    expect(await lied(alter, 'RANKED')).toBe(expected)
  })
})

describe('The audit of a lot that failed', () => {
  it.each<[Ending, Cut]>([
    ['TOO_FEW', 'PUBLIC'],
    ['TOO_FEW', 'SUPERVISOR'],
    ['ALL_REJECTED', 'PUBLIC'],
    ['ALL_REJECTED', 'PARTY'],
    ['ALL_REJECTED', 'SUPERVISOR'],
  ])('%s, cut %s', async (ending, cut) => {
    expect(named(await verdictOf(await TestTender.held(undefined, ending), cut))).toBe('proved')
  })

  it.each(LIES_OF_FAILURE)('%s', async (_, ending, alter, expected) => {
    expect(await lied(alter, ending)).toBe(expected)
  })
})

describe('The audit of an opening that was suspended', () => {
  it.each<[Ending, Cut]>([
    ['SUSPENDED', 'PUBLIC'],
    ['SUSPENDED', 'SUPERVISOR'],
    ['CLAIMED', 'PUBLIC'],
    ['CLAIMED', 'SUPERVISOR'],
    ['UNRECORDED', 'PUBLIC'],
    ['UNRECORDED', 'SUPERVISOR'],
    ['ENDED', 'PUBLIC'],
    ['ENDED', 'SUPERVISOR'],
  ])('%s, cut %s', async (ending, cut) => {
    expect(named(await verdictOf(await TestTender.held(undefined, ending), cut))).toBe('proved')
  })

  it.each(LIES_OF_SUSPENSION)('%s', async (_, ending, alter, expected) => {
    expect(await lied(alter, ending)).toBe(expected)
  })
})

describe('The audit of an opening with a held bid', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    expect(named(await verdictOf(await TestTender.held(undefined, 'HELD'), cut))).toBe('proved')
  })

  it.each(LIES_OF_HELD)('%s', async (_, alter, expected) => {
    expect(await lied(alter, 'HELD')).toBe(expected)
  })
})

describe('The audit of an opening in mode BIDDERS', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    const verdict = await verdictOf(await TestTender.held(undefined, 'BIDDERS'), cut)
    expect(named(verdict)).toBe('proved')
    expect(verdict.attested.filter((line) => line.startsWith('not-released'))).toHaveLength(1)
  })

  it('gives the time back in which an open window stood still, and no other', async () => {
    expect(named(await verdictOf(await TestTender.held(undefined, 'BIDDERS', 'STOPPED')))).toBe('proved')
    const shorter = lie('lot/release-list', (body) => {
      body.closesAt = new Date(Date.parse(String(body.closesAt)) - 1000).toISOString()
    })
    const taken = await TestTender.held(shorter, 'BIDDERS', 'STOPPED')
    expect(named(await verdictOf(taken))).toBe('releases chain not-the-time-that-was-published-or-extended')
  })

  it.each(LIES_OF_RELEASE)('%s', async (_, alter, expected) => {
    expect(await lied(alter, 'BIDDERS')).toBe(expected)
  })
})

describe('A platform that lies about the draw and the calls of experts is caught', () => {
  it.each(LIES_OF_CALLS)('%s', async (_, alter, expected) => {
    expect(await lied(alter)).toBe(`panel chain ${expected}`)
  })
})

describe('The audit of clarifications', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    const verdict = await verdictOf(await TestTender.held(undefined, 'CLARIFIED'), cut)
    expect(named(verdict)).toBe('proved')
    expect(verdict.attested.includes('clarifications')).toBe(cut !== 'SUPERVISOR')
  })

  it.each(LIES_OF_CLARIFICATION)('%s', async (_, alter, expected) => {
    expect(await lied(alter(), 'CLARIFIED')).toBe(expected)
  })

  it('names a rejection without an inquiry in the public cut as well', async () => {
    const silent: Alter = (type, body) => (type === 'evaluation/rejected' ? { ...body, clarification: null } : body)
    expect(await lied(silent, 'CLARIFIED', 'PUBLIC')).toBe('clarifications chain rejected-without-a-clarification')
  })
})

describe('The audit of information that the panel asked for', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    const verdict = await verdictOf(await TestTender.held(undefined, 'CLARIFIED'), cut)
    expect(verdict.attested.includes('information')).toBe(cut !== 'SUPERVISOR')
  })

  it.each(LIES_OF_INFORMATION)('%s', async (_, alter, expected) => {
    expect(await lied(alter(), 'CLARIFIED')).toBe(expected)
  })

  it.each(SIGNED_LIES_OF_INFORMATION)('%s', async (_, information, expected) => {
    const tender = await TestTender.held(undefined, 'CLARIFIED', 'END', { information })
    expect(await foundIn(tender)).toBe(`information chain ${expected}`)
  })
})

describe('The audit of blind files', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    const verdict = await verdictOf(await TestTender.held(undefined, 'BLIND'), cut)
    expect(named(verdict)).toBe('proved')
  })

  it.each(LIES_OF_BLIND)('%s', async (_, alter, expected) => {
    expect(await lied(alter, 'BLIND')).toBe(expected)
  })

  it.each(SEALED_LIES_OF_BLIND)('%s, and sealed so', async (_, change, expected) => {
    expect(await foundIn(await TestTender.held(undefined, 'BLIND', 'END', { blind: change }))).toBe(expected)
  })
})

describe('The audit of a re-review', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    expect(named(await verdictOf(await TestTender.held(undefined, 'REWORKED'), cut))).toBe('proved')
  })

  it.each(LIES_OF_REWORK)('%s', async (_, alter, expected) => {
    expect(await lied(alter(), 'REWORKED')).toBe(expected)
  })

  it.each(SHEET_LIES_OF_REWORK)('%s, and sealed so', async (_, change, expected) => {
    const tender = await TestTender.held(undefined, 'REWORKED', 'END', { sheet: change })
    expect(await foundIn(tender)).toBe(expected)
  })

  it('names a score of an unnamed bid in the public cut as well', async () => {
    let seen = 0
    const moved: Alter = (type, body) => {
      if (type !== 'evaluation/scored' || ++seen < 2) return body
      const copy = structuredClone(body)
      ;(copy.technical as JsonObject[])[1]!.score = '39.99'
      return copy
    }
    expect(await lied(moved, 'REWORKED', 'PUBLIC')).toBe('rework chain a-score-that-the-approval-does-not-open')
  })
})

describe('The audit of an evaluation that a fault made void', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    expect(named(await verdictOf(await TestTender.held(undefined, 'VOIDED'), cut))).toBe('proved')
  })

  it.each(LIES_OF_VOID)('%s', async (_, alter, expected) => {
    expect(await lied(alter(), 'VOIDED')).toBe(expected)
  })

  it('names a sheet in a round of the void attempt', async () => {
    const tender = await TestTender.held(undefined, 'VOIDED', 'END', { anew: 1 })
    expect(await foundIn(tender)).toBe('faults chain a-sheet-in-the-rounds-of-another-attempt')
  })

  it('names the scores of the void attempt in the public cut as well', async () => {
    const [, former] = LIES_OF_VOID.find(([name]) => name === 'the scores of the void attempt')!
    expect(await lied(former(), 'VOIDED', 'PUBLIC')).toBe('scores chain not-the-seed-committed-to')
  })
})

describe('The audit of the evaluation time', () => {
  it.each<Cut>(['PUBLIC', 'PARTY', 'SUPERVISOR'])('cut %s', async (cut) => {
    const verdict = await verdictOf(await TestTender.held(undefined, 'MORE_TIME'), cut)
    expect(named(verdict)).toBe('proved')
    expect(verdict.attested.includes('more-time')).toBe(cut !== 'SUPERVISOR')
  })

  it.each(LIES_OF_TIME)('%s', async (_, alter, expected) => {
    expect(await foundIn(await TestTender.lying(alter, 'MORE_TIME'))).toBe(expected)
  })

  it('counts the requests in the public cut as well', async () => {
    const quiet = LIES_OF_TIME.find(([name]) => name === 'a request kept quiet')![1]
    const tender = await TestTender.lying(quiet, 'MORE_TIME')
    expect(named(await verdictOf(tender, 'PUBLIC'))).toBe('evaluation-time chain not-the-requests-that-waited')
  })
})

describe('The audit of reasons that members owe', () => {
  it.each(SHEET_LIES_OF_REASONS)('%s', async (_, change, expected) => {
    const tender = await TestTender.held(undefined, 'CONTRACT', 'END', { sheet: change })
    expect(await foundIn(tender)).toBe(expected)
  })
})

describe('The audit of a panel that scores once more', () => {
  it('breaks where nothing called for it', async () => {
    const tender = await TestTender.held(undefined, 'CONTRACT', 'END', { again: true })
    expect(await foundIn(tender)).toBe('scores chain a-further-round-without-a-cause')
  })

  it('proves it where a total lay far from the others', async () => {
    const far = SHEET_LIES_OF_REASONS.find(([name]) => name === 'a total far from the others without a word')![1]
    const tender = await TestTender.held(undefined, 'CONTRACT', 'END', { again: true, sheet: far })
    expect(await foundIn(tender)).toBe('proved')
  })
})

describe('The audit of grounds that members found while scoring', () => {
  it.each(SHEET_LIES_OF_DEFECTS)('%s', async (_, ending, change, expected) => {
    const tender = await TestTender.held(undefined, ending, 'END', { sheet: change })
    expect(await foundIn(tender)).toBe(expected)
  })
})

describe('A platform that lies under its own signatures is caught', () => {
  it.each(LIES)('%s', async (_, alter, expected) => {
    expect(await lied(alter)).toBe(expected)
  })

  it('in the public cut as well', async () => {
    const winner = lie('award/decided', (body) => void (body.winner = null))
    expect(await lied(winner, 'CONTRACT', 'PUBLIC')).toBe('award chain not-whom-a-majority-of-the-committee-chose')
  })
})

describe('The audit of a lot whose key set was replaced', () => {
  it.each(['SUPERVISOR', 'PUBLIC', 'PARTY'] as const)('proves the cut %s', async (cut) => {
    expect(named(await verdictOf(await TestTender.held(undefined, 'REPLACED'), cut))).toBe('proved')
  })

  it.each(['SUPERVISOR', 'PUBLIC', 'PARTY'] as const)('proves a moved deadline, cut %s', async (cut) => {
    const tender = await TestTender.held(undefined, 'REPLACED', 'END', { told: { movesTo: MOVED } })
    expect(named(await verdictOf(tender, cut))).toBe('proved')
  })

  it.each(LIES_OF_SUCCESSION)('breaks on %s', async (_, told, alter, found) => {
    const tender = await TestTender.held(alter, 'REPLACED', 'END', { told })
    expect(await foundIn(tender)).toBe(found)
  })
})
