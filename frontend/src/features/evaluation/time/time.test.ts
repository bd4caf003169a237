import { describe, expect, it } from 'vitest'
import { proposed, standing, type EvaluationTime } from './time'

const NOW = Date.parse('2026-12-02T02:03:00.000Z')
const time = (until: string | null) => ({ until }) as EvaluationTime

describe('Evaluation time 评标时间', () => {
  it('is unset, runs, and is over at its end', () => {
    expect(standing(time(null), NOW)).toBe('unset')
    expect(standing(time('2026-12-02T02:03:01.000Z'), NOW)).toBe('running')
    expect(standing(time('2026-12-02T02:03:00.000Z'), NOW)).toBe('over')
  })

  it('proposes two hours behind now, or behind the end that still stands', () => {
    expect(proposed(time(null), NOW)).toBe('2026-12-02T04:10:00.000Z')
    expect(proposed(time('2026-12-02T03:00:00.000Z'), NOW)).toBe('2026-12-02T05:00:00.000Z')
    expect(proposed(time('2026-12-02T01:00:00.000Z'), NOW)).toBe('2026-12-02T04:10:00.000Z')
  })
})
