import { describe, expect, it } from 'vitest'
import type { MemberView } from '../evaluation'
import { formerSheet, isLocked, unreasoned } from './reworkScope'

const points = (score: string, reason = '') => [
  { item: 'T1', score, reason },
  { item: 'T2', score: '5.00', reason: '' },
]
const REWORK: NonNullable<MemberView['rework']> = {
  number: 1,
  ground: 'EXTREME_POINTS',
  law: '87号令 §64（四）',
  reason: '异议成立',
  evidence: '异议函',
  decision: '属实',
  places: [{ label: 'B', items: ['T1'] }],
  former: [
    { label: 'A', items: points('9.00') },
    { label: 'B', items: points('8.00') },
  ],
}
const CRITERIA = ['T1', 'T2'].map((item) => ({ item, name: item, max: '10', kind: 'SUBJECTIVE' as const }))
const draft = (score: string, reason: string) => ({
  reason: '',
  bids: {
    A: { T1: { score: '9', reason: '' }, T2: { score: '5', reason: '' } },
    B: { T1: { score, reason }, T2: { score: '5.00', reason: '' } },
  },
})

describe('What a re-review opens 复评范围', () => {
  it('locks every item that was not approved, and none without a re-review', () => {
    expect(isLocked(REWORK, 'B', 'T1')).toBe(false)
    expect(isLocked(REWORK, 'B', 'T2')).toBe(true)
    expect(isLocked(REWORK, 'A', 'T1')).toBe(true)
    expect(isLocked(null, 'A', 'T1')).toBe(false)
  })

  it('locks nothing for who sits in the place of a member who left', () => {
    const newcomer = { ...REWORK, former: [] }
    expect(isLocked(newcomer, 'A', 'T1')).toBe(false)
    expect(formerSheet(newcomer)).toBeUndefined()
  })

  it('owes a reason for changed points alone, however they are written', () => {
    expect(unreasoned(REWORK, draft('8', ''), CRITERIA)).toEqual([])
    expect(unreasoned(REWORK, draft('7.5', ' '), CRITERIA)).toEqual([{ label: 'B', item: 'T1' }])
    expect(unreasoned(REWORK, draft('7.5', '偏高'), CRITERIA)).toEqual([])
  })
})
