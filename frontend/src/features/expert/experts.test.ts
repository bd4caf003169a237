import { describe, expect, it } from 'vitest'
import { factText } from '@/shared/format/facts'
import { addressOf, faultsOf, KINDS, PAGE_SIZE, STATES } from './experts'
import { textsInChinese } from './texts.zh'
import { textsInEnglish } from './texts.en'

describe('the pool of experts', () => {
  it('asks only for what is looked for', () => {
    expect(addressOf({ text: '', specialty: '', region: '', state: '' }, 0)).toBe(
      `/api/evaluation/experts?page=0&size=${PAGE_SIZE}`,
    )
    expect(addressOf({ text: '张 三&', specialty: 'A07', region: '', state: 'ACTIVE' }, 2)).toBe(
      `/api/evaluation/experts?page=2&size=${PAGE_SIZE}&text=%E5%BC%A0+%E4%B8%89%26&specialty=A07&state=ACTIVE`,
    )
  })

  it('reads the cells at fault out of a refusal', () => {
    const fault = { sheet: '专家', cell: 'D2', column: '出生日期', seen: '1981-02-31', expected: 'a day, 2026-12-01' }
    expect(faultsOf({ code: 'expert/sheet', status: 422, faults: JSON.stringify([fault]), count: '1' })).toEqual([
      fault,
    ])
  })

  it('names every kind and state in both languages', () => {
    for (const { expert } of [textsInChinese, textsInEnglish]) {
      for (const kind of KINDS) expect(expert.kinds[kind]).toBeTruthy()
      for (const state of STATES) expect(expert.states[state]).toBeTruthy()
    }
  })

  it.each([
    ['a day, 2026-12-01', '日期，如 2026-12-01'],
    ['a whole number from 0 to 100', '0 至 100 的整数'],
    ['other than in A2', '不与 A2 重复'],
    ['18 characters with a check digit, GB 11643', '18 位，校验位正确（GB 11643）'],
    ['a sheet named 专家', '名为“专家”的工作表'],
  ])('says %s in Chinese', (said, shown) => {
    expect(factText(undefined, said, true)).toBe(shown)
  })
})
