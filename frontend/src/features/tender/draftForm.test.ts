import { describe, expect, it } from 'vitest'
import { adjustmentsRead, emptyRow } from './adjustments'
import { defaultDraft } from './defaults'
import { chosen, draftOf, namedBy, valuesOf } from './draftForm'

const NOW = Date.parse('2026-11-22T08:00:00Z')
const DAY = 86_400_000
const draft = defaultDraft(NOW, '澜湖路改造工程', '青岚建设')

describe('Form of a tender 招标文件编制', () => {
  it('says the same draft after it was shown', () => {
    const rounded = { ...draft, schedule: { ...draft.schedule, issuedAt: '2026-11-22T08:00:00.000Z' } }
    expect(draftOf(valuesOf(rounded))).toEqual(rounded)
  })

  it('keeps no trim rule when its number of bids is empty', () => {
    expect(draftOf({ ...valuesOf(draft), 'trim.bidsMin': '' }).method.trim).toEqual([])
  })

  it('keeps a trim rule by share, and the fields of the chosen method alone', () => {
    const share = { bidsMin: 7, dropHigh: 0, dropLow: 0, dropHighPercent: '20', dropLowPercent: '20' }
    const method = { ...draft.method, code: 'M-D' as const, delta: ['0.12', '0.14'], trim: [share] }
    const values = valuesOf({ ...draft, method })
    expect(draftOf(values).method).toEqual(method)
    expect(draftOf({ ...values, 'method.code': 'M-B' }).method.delta).toEqual([])
  })

  it('keeps rules for blind files, and none where files are not blind', () => {
    const blind = {
      pagesMax: 80,
      fonts: ['宋体'],
      sizesPt: ['14', '10.5'],
      linesPt: ['26'],
      marginMm: 25,
      breach: 'REJECT' as const,
    }
    const values = valuesOf({ ...draft, method: { ...draft.method, blind } })
    expect(draftOf(values).method.blind).toEqual(blind)
    expect(draftOf({ ...values, 'method.blind.use': 'NO' }).method.blind).toBeNull()
    expect(namedBy('method.blind.fonts')).toBe('method.blind.fonts')
  })

  it('offers what is usual in another method, and keeps what was written by hand', () => {
    const values = valuesOf(draft)
    expect(chosen(values, 'M-B')['method.k']).toBe('0.02\n0.03\n0.04\n0.05')
    expect(chosen({ ...values, 'method.k': '0.97' }, 'M-D')).toMatchObject({ 'method.k': '0.97' })
    expect(draftOf(chosen(values, 'M-C')).method).toMatchObject({ code: 'M-C', k1: '0.96', k2: '0.92', delta: [] })
  })

  it('reviews prices with items to pass and adjustments that say what they come to, and scores nothing', () => {
    const values = chosen(valuesOf(draft), 'M-E')
    const written = draftOf(values)
    expect(written.method).toMatchObject({
      code: 'M-E',
      fullScore: '0',
      k: ['1'],
      trim: [],
      technicalFull: '5',
      correction: { ceiling: 'SUNG', score: 'CORRECTED' },
    })
    expect(written.criteria.map(({ max }) => max)).toEqual(['1', '1', '1', '1', '1'])
    expect(written.method.adjustments!.map(({ code, kind }) => [code, kind])).toEqual([
      ['L1', 'OMISSION'],
      ['L2', 'DEVIATION'],
    ])
    expect(draftOf(valuesOf(written))).toEqual(written)
    expect(namedBy('method.adjustments[1].amountFen')).toBe('method.adjustments')
    expect(draftOf(chosen(values, 'M-A')).method.adjustments).toBeUndefined()
  })

  it('reads amounts of either sign and leaves out numbers of another kind', () => {
    const row = { ...emptyRow(), name: '工期', basis: '开标记录', amount: '-20,000.5', baseDays: '300', later: '1000' }
    const rows = [
      { ...row, kind: 'DEVIATION' },
      { ...row, kind: 'DURATION' },
      { ...row, kind: 'SHARE', percent: '−0.5' },
    ]
    expect(adjustmentsRead(JSON.stringify(rows))).toEqual([
      { code: 'L1', name: '工期', basis: '开标记录', kind: 'DEVIATION', amountFen: -2_000_050 },
      {
        code: 'L2',
        name: '工期',
        basis: '开标记录',
        kind: 'DURATION',
        baseDays: 300,
        laterFen: 100_000,
        earlierFen: 0,
      },
      { code: 'L3', name: '工期', basis: '开标记录', kind: 'SHARE', percent: '-0.5' },
    ])
  })

  it('reads a criterion per line with its full points', () => {
    expect(draftOf({ ...valuesOf(draft), criteria: '施工组织设计 30\n业绩 10 客观' }).criteria).toEqual([
      { item: 'T1', name: '施工组织设计', max: '30', kind: 'SUBJECTIVE' },
      { item: 'T2', name: '业绩', max: '10', kind: 'OBJECTIVE' },
    ])
  })

  it('has no committee where candidates are ranked', () => {
    const ranked = draftOf({ ...valuesOf(draft), 'award.mode': 'RANKED', 'award.stateControlled': true })
    expect(ranked.award).toEqual({
      mode: 'RANKED',
      stateControlled: true,
      finalistsMax: 3,
      publicityDays: 3,
      committeeSize: 0,
      roundsMax: 0,
    })
  })

  it('reads money in yuan', () => {
    expect(draftOf({ ...valuesOf(draft), ceilingFen: '10,860,000.50' }).ceilingFen).toBe(1086000050)
  })

  it('finds the field that a refusal names', () => {
    expect(namedBy('schedule.bidDeadline')).toBe('schedule.bidDeadline')
    expect(namedBy('criteria[2].max')).toBe('criteria')
    expect(namedBy('award.pilotBasis')).toBe('award.pilotBasis.documentNo')
    expect(namedBy('minimumFen')).toBeUndefined()
  })

  it('begins with lawful periods', () => {
    const at = (name: keyof typeof draft.schedule) => Date.parse(draft.schedule[name])
    expect(at('bidDeadline') - at('issuedAt')).toBeGreaterThan(20 * DAY)
    expect(at('bidDeadline') - at('clarificationDeadline')).toBeGreaterThan(15 * DAY)
    expect(at('questionDeadline')).toBeLessThanOrEqual(at('clarificationDeadline'))
    expect(at('bidDeadline') - at('objectionDeadline')).toBeLessThan(10 * DAY)
  })
})
