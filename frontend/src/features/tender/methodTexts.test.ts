import { describe, expect, it } from 'vitest'
import { chinese, english } from './methodTexts'

const METHODS = ['M-A', 'M-B', 'M-C', 'M-D', 'M-E'] as const

describe('Texts of the price methods 计价办法文字', () => {
  it.each(METHODS)('say how prices are compared by %s, in both languages', (method) => {
    expect(chinese.ruleIn[method].method.code).toContain('价')
    expect(english.ruleIn[method].method.code).toContain('price')
  })
})
