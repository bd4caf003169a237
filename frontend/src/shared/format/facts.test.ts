import { describe, expect, it } from 'vitest'
import { factText } from './facts'

describe('A fact of a refusal', () => {
  it('tells moments in the time of the platform', () => {
    expect(factText('schedule.bidDeadline', 'not before 2026-11-18T01:30:00Z', true)).toBe('不早于 2026-11-18 09:30:00')
    expect(factText('schedule.bidDeadline', '2026-11-18T01:30:00Z', false)).toBe('2026-11-18 09:30:00')
  })

  it('tells amounts in yuan', () => {
    expect(factText('security.amountFen', 'at most 60000000', true)).toBe('不超过 ¥600,000.00')
    expect(factText('security.amountFen', '900000000', true)).toBe('¥9,000,000.00')
  })

  it('says in Chinese what a cell of the bill should hold', () => {
    expect(factText('清单!F418', 'empty: bidders fill in prices', true)).toBe('空白，价格由投标人填写')
    expect(factText('清单!B5', '12 digits, as text', true)).toBe('以文本格式填写的 12 位数字')
  })

  it('stays as it is where nothing is known about it', () => {
    expect(factText('panel.size', '4', true)).toBe('4')
    expect(factText(undefined, 'at least 5', false)).toBe('at least 5')
  })
})
