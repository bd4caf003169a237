import { describe, expect, it } from 'vitest'
import { manifestDocument } from './bid'
import { checkIndex, indexLines, manifestIndex, pagesOf } from './bidIndex'

const criteria = [
  { item: 'T1', name: '施工部署' },
  { item: 'T2', name: '交通组织' },
]

describe('The index of a bid 响应索引', () => {
  it('reads pages as people write them', () => {
    expect(pagesOf('12—27、40')).toEqual([
      { from: 12, to: 27 },
      { from: 40, to: 40 },
    ])
    expect(pagesOf(' 3-5，9 ')).toEqual([
      { from: 3, to: 5 },
      { from: 9, to: 9 },
    ])
    expect(pagesOf('')).toEqual([])
  })

  it('refuses pages that are none, and names the item', () => {
    for (const wrong of ['0', '27-12', '第三章', '1-2-3', '100000']) expect(pagesOf(wrong), wrong).toBeUndefined()
    expect(checkIndex(criteria, { T1: '3', T2: '9-2' })).toEqual([
      { code: 'sealing/index-pages', status: 0, field: 'index.T2', seen: '交通组织：9-2', expected: '12—27、40' },
    ])
  })

  it('goes into the manifest in the order of the items, and a bid that says nothing has no such field', () => {
    const lines = indexLines(criteria, { T2: '44—49', T1: '12' })
    const manifest = manifestDocument([], {}, manifestIndex(lines, 4))
    expect(manifest.index).toEqual([
      { item: 'T1', n: 4, from: 12, to: 12 },
      { item: 'T2', n: 4, from: 44, to: 49 },
    ])
    expect(manifestDocument([], {})).not.toHaveProperty('index')
  })

  it('wants a page where the tender document does', () => {
    const needed = [{ item: 'Q1', name: '资质', needed: true }]
    expect(checkIndex(needed, { Q1: ' ' }).map(({ code, field }) => [code, field])).toEqual([
      ['sealing/index-needed', 'index.Q1'],
    ])
    expect(checkIndex(needed, { Q1: '9' })).toEqual([])
  })
})
