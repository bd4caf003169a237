import { describe, expect, it } from 'vitest'
import { capitals, fenOf, yuan } from './money'

describe('Money 金额', () => {
  it('shows yuan with separators and two decimals', () => {
    expect(yuan(978640000)).toBe('¥9,786,400.00')
    expect(yuan(5)).toBe('¥0.05')
    expect(yuan(undefined)).toBe('—')
  })

  it('reads yuan with at most two decimals', () => {
    expect(fenOf('77,950,420.06')).toBe(7795042006)
    expect(fenOf('1.5')).toBe(150)
    expect(fenOf('1.234')).toBeUndefined()
    expect(fenOf('-1')).toBeUndefined()
  })

  it('writes capitals as contracts do', () => {
    expect(capitals(978640000)).toBe('玖佰柒拾捌万陆仟肆佰元整')
    expect(capitals(7795042006)).toBe('柒仟柒佰玖拾伍万零肆佰贰拾元零陆分')
    expect(capitals(8280233900)).toBe('捌仟贰佰捌拾万贰仟叁佰叁拾玖元整')
    expect(capitals(50)).toBe('伍角')
    expect(capitals(0)).toBe('零元整')
    expect(capitals(10000000000)).toBe('壹亿元整')
  })
})
