import { describe, expect, it } from 'vitest'
import type { IndexLine } from '../evaluation'
import { citedFor, nextCited, pagesOf } from './cited'
import { actOf } from './keys'

const line = (item: string, from: number, to = from): IndexLine => ({ item, role: 'TECHNICAL', from, to })
const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  actOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

describe('Pages that a bid names for an item', () => {
  const lines = [line('T1', 1, 3), line('T2', 12), line('T2', 15, 16)]

  it('are gone through one after the other, round at both ends', () => {
    const cited = citedFor(lines, 'T2')
    expect(nextCited(cited, undefined, 1)).toBe(lines[1])
    expect(nextCited(cited, lines[1], 1)).toBe(lines[2])
    expect(nextCited(cited, lines[2], 1)).toBe(lines[1])
    expect(nextCited(cited, undefined, -1)).toBe(lines[2])
    expect(nextCited(cited, lines[0], 1)).toBe(lines[1])
    expect(nextCited([], undefined, 1)).toBeUndefined()
  })

  it('read as people write them', () => {
    expect(lines.map(pagesOf)).toEqual(['1—3', '12', '15—16'])
  })
})

describe('Keys at the work place', () => {
  it('score, go on, go to the cited page, quote and search', () => {
    expect(pressed('8')).toEqual({ does: 'points', digit: '8' })
    expect(pressed('Enter')).toEqual({ does: 'item', by: 1 })
    expect([pressed('n'), pressed('B')]).toEqual([
      { does: 'cited', by: 1 },
      { does: 'cited', by: -1 },
    ])
    expect([pressed('q'), pressed('/')]).toEqual([{ does: 'quote' }, { does: 'find' }])
    expect([pressed('['), pressed(']')]).toEqual([
      { does: 'bid', by: -1 },
      { does: 'bid', by: 1 },
    ])
  })

  it('leave the keys of the browser alone', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const) expect(pressed('n', { [held]: true })).toBeUndefined()
    for (const key of ['Tab', 'Escape', 'PageDown', 'F5', 'x']) expect(pressed(key)).toBeUndefined()
  })
})
