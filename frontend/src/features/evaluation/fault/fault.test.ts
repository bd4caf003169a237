import { describe, expect, it } from 'vitest'
import { isClearable, isPending, lasting, type Fault } from './fault'

const fault = (change: Partial<Fault>): Fault => ({
  number: 1,
  site: 'S',
  phase: 'DURING',
  state: 'OPEN',
  from: '2026-12-02T01:00:00Z',
  until: '2026-12-02T05:00:00Z',
  plannedStart: '2026-12-02T01:00:00Z',
  limitMinutes: 240,
  policy: true,
  reported: { at: '2026-12-02T01:00:00Z', role: 'centre', reason: '断网', seats: [] },
  choices: [],
  ...change,
})

describe('Faults of a remote evaluation', () => {
  it('last hours and minutes', () => {
    expect(lasting(0, (3 * 60 + 59) * 60_000 + 59_999)).toBe('3:59')
    expect(lasting(0, 4 * 3_600_000 + 60_000)).toBe('4:01')
    expect(lasting(1, 0)).toBe('0:00')
  })

  it('are cleared once, and late ones wait for a decision', () => {
    expect(isClearable(fault({}))).toBe(true)
    const late = fault({ state: 'DUE', cleared: fault({}).reported })
    expect([isClearable(late), isPending(late)]).toEqual([false, true])
    expect(isPending(fault({ state: 'DISSOLVED' }))).toBe(false)
  })
})
