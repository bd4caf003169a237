import { describe, expect, it } from 'vitest'
import { mergeTexts } from './merge'

describe('Texts of several features', () => {
  it('stand together under a common first key', () => {
    const merged = mergeTexts([{ problem: { a: { x: '1' } } }, { problem: { a: { y: '2' }, b: '3' } }])
    expect(merged).toEqual({ problem: { a: { x: '1', y: '2' }, b: '3' } })
  })

  it('leaves the parts as they were', () => {
    const part = { problem: { a: '1' } }
    mergeTexts([part, { problem: { b: '2' } }])
    expect(part).toEqual({ problem: { a: '1' } })
  })
})
