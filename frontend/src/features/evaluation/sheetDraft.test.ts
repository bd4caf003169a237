import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { Criterion } from './evaluation'
import { hundredthsOf, isWithin, points } from './points'
import { draftKey, useSheetDraft } from './useSheetDraft'

const criteria: Criterion[] = [
  { item: '2.1', name: '施工部署', max: '8', kind: 'SUBJECTIVE' },
  { item: '2.2', name: '业绩', max: '2.5', kind: 'OBJECTIVE' },
]

describe('A score sheet in work', () => {
  it('is complete when every item of every label has points within its maximum', () => {
    const sheet = useSheetDraft(draftKey('s', '0001', 1), ['A', 'B'], criteria, 1)
    const { bids } = sheet.draft.value
    bids.A!['2.1']!.score = '8'
    bids.A!['2.2']!.score = '2.5'
    bids.B!['2.1']!.score = '8.01'
    bids.B!['2.2']!.score = '0'
    expect([sheet.done.value, sheet.size, sheet.complete.value]).toEqual([3, 4, false])
    bids.B!['2.1']!.score = '7.9'
    expect(sheet.complete.value).toBe(true)
    expect(sheet.total('A')).toBe('10.50')
    expect(sheet.sheet().bids[1]).toEqual({
      label: 'B',
      items: [
        { item: '2.1', score: '7.90', reason: '' },
        { item: '2.2', score: '0.00', reason: '' },
      ],
    })
  })

  it('needs a reason from the second round on', () => {
    const sheet = useSheetDraft(draftKey('s', '0001', 2), ['A'], criteria.slice(0, 1), 2)
    sheet.draft.value.bids.A!['2.1']!.score = '5'
    expect(sheet.complete.value).toBe(false)
    sheet.draft.value.reason = '业绩数额更正'
    expect(sheet.complete.value).toBe(true)
  })

  it('survives a reload of the page', async () => {
    const key = draftKey('s', '0002', 1)
    const before = useSheetDraft(key, ['A'], criteria, 1)
    await before.ready
    before.draft.value.bids.A!['2.1']!.score = '6.5'
    await nextTick()
    await before.save()
    const after = useSheetDraft(key, ['A'], criteria, 1)
    await after.ready
    expect(after.draft.value.bids.A!['2.1']!.score).toBe('6.5')
    expect(after.draft.value.bids.A!['2.2']!.score).toBe('')
  })

  it('counts points in hundredths, never in fractions', () => {
    expect([hundredthsOf('0.1'), hundredthsOf('8.5'), hundredthsOf('1.234'), hundredthsOf('-1')]).toEqual([
      10,
      850,
      undefined,
      undefined,
    ])
    expect(points(805)).toBe('8.05')
    expect([isWithin('8', '8'), isWithin('8.01', '8'), isWithin('', '8')]).toEqual([true, false, false])
  })
})
