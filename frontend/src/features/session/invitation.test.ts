import { describe, expect, it } from 'vitest'
import { acceptanceDoc, halfHash } from './invitation'

describe('Invitation', () => {
  it('hashes a half alike however it is typed', () => {
    const hash = halfHash('4KD01-9ZQ2M-AAAAA-00011')
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(halfHash('4kdoi 9zq2m aaaaa oo0l1')).toBe(hash)
    expect(halfHash('4KD01-9ZQ2M-AAAAA-00012')).not.toBe(hash)
  })

  it('signs over account and code, never over the code itself', () => {
    const doc = acceptanceDoc({ account: 'zhang.san', first: '4KD01-9ZQ2M-AAAAA-00011', second: 'x' })
    expect(JSON.stringify(doc)).not.toContain('9ZQ2M')
    expect(doc).toMatchObject({ type: 'invitation-acceptance', account: 'zhang.san' })
  })
})
