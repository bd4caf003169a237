import { describe, expect, it } from 'vitest'
import { chineseNumber, lawText } from './law'

describe('A law as people cite it', () => {
  it('is named in full with its article in Chinese numerals', () => {
    expect(lawText('实施条例 §54')).toBe('《招标投标法实施条例》第五十四条')
    expect(lawText('招标投标法 第二十四条')).toBe('《招标投标法》第二十四条')
    expect(lawText('招标投标法 §57；实施条例 §55')).toBe('《招标投标法》第五十七条；《招标投标法实施条例》第五十五条')
  })

  it('stays as it is when it is a standard', () => {
    expect(lawText('GB 32100-2015')).toBe('GB 32100-2015')
    expect(lawText('建设工程工程量清单计价规范 4.1')).toBe('建设工程工程量清单计价规范 4.1')
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [19, '十九'],
    [20, '二十'],
    [54, '五十四'],
    [105, '一百零五'],
    [110, '一百一十'],
  ])('counts %i as %s', (n, words) => expect(chineseNumber(n)).toBe(words))
})
