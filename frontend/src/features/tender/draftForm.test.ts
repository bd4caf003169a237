import { describe, expect, it } from 'vitest'
import { defaultDraft } from './defaults'
import { draftOf, namedBy, valuesOf } from './draftForm'

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

  it('reads a criterion per line with its full points', () => {
    expect(draftOf({ ...valuesOf(draft), criteria: '施工组织设计 30\n业绩 10 客观' }).criteria).toEqual([
      { item: 'T1', name: '施工组织设计', max: '30', kind: 'SUBJECTIVE' },
      { item: 'T2', name: '业绩', max: '10', kind: 'OBJECTIVE' },
    ])
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
