import { describe, expect, it } from 'vitest'
import { isUscc } from './uscc'

const BODY = '91330100MA2QF0001'
const codes = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((digit) => BODY + digit)

describe('A unified social credit code', () => {
  it('has exactly one right check digit', () => {
    expect(codes.filter(isUscc)).toHaveLength(1)
  })

  it('is refused with other letters, another length, or two digits changed about', () => {
    const right = codes.find(isUscc)!
    expect(isUscc(right.replace('MA', 'IO'))).toBe(false)
    expect(isUscc(right.slice(1))).toBe(false)
    expect(isUscc(right.replace('91', '19'))).toBe(false)
  })
})
