import { describe, expect, it } from 'vitest'
import { hashOf } from '@/shared/trust/sm3File'
import { draftOf, sizeOf, type Item } from './handover'

const item = (number: number): Item => ({
  number,
  kind: 'PAPER',
  matter: 'SIGN_IN',
  sheets: 5,
  sm3: 'ab'.repeat(32),
  length: 7,
  delivery: 'UPLOADED',
})

describe('Handovers 资料移交', () => {
  it('begin empty, and go on with what was received and what was sent back', () => {
    expect(draftOf({ submissions: [] })).toEqual([])
    const rulings = [
      { number: 1, accepted: true, reason: '' },
      { number: 2, accepted: false, reason: '缺页' },
    ]
    const draft = draftOf({ submissions: [{ number: 1, at: '', items: [item(1), item(2)], receivedOn: '', rulings }] })
    expect(draft.map(({ kept, why }) => [kept, why])).toEqual([
      [true, ''],
      [false, '缺页'],
    ])
  })

  it('are listed by the hash of their files', async () => {
    const shares: number[] = []
    const abc = await hashOf(new Blob(['abc']), (share) => shares.push(share))
    expect(abc).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(shares).toEqual([1])
    expect([10, 3 * 1_048_576, 2 ** 31].map(sizeOf)).toEqual(['1 KiB', '3.0 MiB', '2 GiB'])
  })
})
