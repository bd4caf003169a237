import { describe, expect, it } from 'vitest'
import { dueTime, remaining } from './time'

const WORDS = { today: '今日', tomorrow: '明日' }
const UNITS = { day: '天', hour: '小时', minute: '分', second: '秒' }
const NOW = Date.parse('2026-11-23T02:00:00Z')

describe('Times of the platform', () => {
  it('say when something is due in the days of Shanghai', () => {
    expect(dueTime('2026-11-23T09:00:00Z', NOW, WORDS)).toBe('今日 17:00')
    expect(dueTime('2026-11-23T16:00:00Z', NOW, WORDS)).toBe('今日 24:00')
    expect(dueTime('2026-11-24T01:30:00Z', NOW, WORDS)).toBe('明日 09:30')
    expect(dueTime('2026-12-21T01:30:00Z', NOW, WORDS)).toBe('12-21 09:30')
  })

  it('say what remains in the two largest units', () => {
    expect(remaining(47 * 3_600_000, UNITS)).toBe('1 天 23 小时')
    expect(remaining(35 * 60_000 + 24_000, UNITS)).toBe('35 分 24 秒')
  })
})
