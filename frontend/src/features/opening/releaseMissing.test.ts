import { describe, expect, it } from 'vitest'
import { isReleaseMissing } from './release'

const STAMP = '2026-12-22T01:35:00.000Z'
const SOON = '2026-12-22T01:35:02.000Z'
const LATER = '2026-12-22T01:40:00.000Z'
const receipt = { doc: { bidId: 'aa', stamp: STAMP } }

describe('A release with a receipt 有回执的放行', () => {
  it('is missing when the sealed release list has another outcome, or no line', () => {
    const listed = (outcome?: 'RELEASED' | 'REVOKED') => ({ hash: 'h', bids: [{ bidId: 'aa', outcome }] })
    expect(isReleaseMissing(listed('REVOKED'), receipt, LATER)).toBe(true)
    expect(isReleaseMissing({ hash: 'h', bids: [] }, receipt, LATER)).toBe(true)
    expect(isReleaseMissing(listed('RELEASED'), receipt, LATER)).toBe(false)
  })

  it('is missing in the open window when the hall does not show it in time', () => {
    const open = { bids: [{ bidId: 'aa' }] }
    expect(isReleaseMissing(open, receipt, SOON)).toBe(false)
    expect(isReleaseMissing(open, receipt, LATER)).toBe(true)
    expect(isReleaseMissing({ bids: [{ bidId: 'aa', releasedAt: STAMP }] }, receipt, LATER)).toBe(false)
  })

  it('is nothing without a receipt', () => {
    expect(isReleaseMissing({ hash: 'h', bids: [] }, undefined, LATER)).toBe(false)
  })
})
