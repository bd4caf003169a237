import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { Criterion } from './evaluation'
import { lacking } from './owed'
import { hundredthsOf, isWithin, points } from './points'
import { draftSealKey, openDraft, sealDraft } from './draftSeal'
import { draftKey, useSheetDraft, type DraftElsewhere, type SheetDraft } from './useSheetDraft'
import { Refusal } from '@/shared/api/http'

const USUAL = { low: '0.40', high: '0.95' }
const criteria: Criterion[] = [
  { item: '2.1', name: '施工部署', max: '8', kind: 'SUBJECTIVE' },
  { item: '2.2', name: '业绩', max: '2.5', kind: 'OBJECTIVE' },
]

describe('A score sheet in work', () => {
  it('is complete when every item of every label has points within its maximum', () => {
    const sheet = useSheetDraft(draftKey('s', '0001', 1), ['A', 'B'], criteria, false, USUAL)
    const { bids } = sheet.draft.value
    bids.A!['2.1']!.score = '8'
    bids.A!['2.1']!.reason = '逐段量化'
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

  it('carries a ground of rejection that was found, once it is whole', () => {
    const sheet = useSheetDraft(draftKey('s', '0001', 1), ['A', 'B'], criteria.slice(0, 1), false, USUAL)
    for (const label of ['A', 'B']) sheet.draft.value.bids[label]!['2.1']!.score = '5'
    sheet.draft.value.defects = { B: { code: 'RJ6', reason: '工期不响应', page: ' ' } }
    expect(sheet.complete.value).toBe(false)
    sheet.draft.value.defects.B!.page = '第3页 '
    expect(sheet.complete.value).toBe(true)
    const [first, second] = sheet.sheet().bids
    expect(first).not.toHaveProperty('rejection')
    expect(second).toMatchObject({ label: 'B', rejection: { code: 'RJ6', reason: '工期不响应', page: '第3页' } })
  })

  it('needs a reason from the second round on', () => {
    const sheet = useSheetDraft(draftKey('s', '0001', 2), ['A'], criteria.slice(0, 1), true, USUAL)
    sheet.draft.value.bids.A!['2.1']!.score = '5'
    expect(sheet.complete.value).toBe(false)
    sheet.draft.value.reason = '业绩数额更正'
    expect(sheet.complete.value).toBe(true)
  })

  it('survives a reload of the page', async () => {
    const key = draftKey('s', '0002', 1)
    const before = useSheetDraft(key, ['A'], criteria, false, USUAL)
    await before.ready
    before.draft.value.bids.A!['2.1']!.score = '6.5'
    await nextTick()
    await before.save()
    const after = useSheetDraft(key, ['A'], criteria, false, USUAL)
    await after.ready
    expect(after.draft.value.bids.A!['2.1']!.score).toBe('6.5')
    expect(after.draft.value.bids.A!['2.2']!.score).toBe('')
  })

  /** The platform, which keeps what it is given when that is newer. */
  function platform(open = true) {
    const kept: { n: number; draft?: SheetDraft } = { n: 0 }
    const place: DraftElsewhere = {
      newest: () => Promise.resolve(kept.n),
      open: () => open,
      take: () => Promise.resolve({ ...kept.draft!, n: kept.n }),
      put: (n, draft) => {
        if (n <= kept.n) return Promise.reject(new Refusal({ code: 'scoring/draft-overtaken', status: 409 }))
        Object.assign(kept, { n, draft: JSON.parse(JSON.stringify(draft)) as SheetDraft })
        return Promise.resolve()
      },
    }
    return { kept, place }
  }

  async function write(sheet: ReturnType<typeof useSheetDraft>, score: string) {
    sheet.draft.value.bids.A!['2.1']!.score = score
    await nextTick()
    await sheet.save()
  }

  it('goes on at another machine after this one died', async () => {
    const { kept, place } = platform()
    const here = useSheetDraft(draftKey('s', '0003', 1), ['A'], criteria, false, USUAL, place)
    await here.ready
    await write(here, '6')
    await write(here, '6.5')
    expect([kept.n, here.pending.value, here.awayAt.value !== undefined]).toEqual([2, false, true])
    const there = useSheetDraft('another machine', ['A'], criteria, false, USUAL, place)
    await there.ready
    expect(there.draft.value.bids.A!['2.1']!.score).toBe('6.5')
    await write(there, '7')
    expect(kept.n).toBe(3)
  })

  it('does not overwrite what another machine kept meanwhile, and takes it when asked', async () => {
    const { kept, place } = platform()
    const [one, two] = ['one', 'two'].map((key) => useSheetDraft(key, ['A'], criteria, false, USUAL, place))
    await Promise.all([one!.ready, two!.ready])
    await write(one!, '3')
    await write(one!, '4')
    await write(two!, '8')
    expect([two!.newerElsewhere.value, kept.draft!.bids.A!['2.1']!.score]).toEqual([true, '4'])
    await two!.takeNewer()
    expect([two!.newerElsewhere.value, two!.draft.value.bids.A!['2.1']!.score]).toEqual([false, '4'])
    await write(two!, '5')
    expect([kept.n, kept.draft!.bids.A!['2.1']!.score]).toEqual([3, '5'])
  })

  it('stays on this machine while the key is shut', async () => {
    const { kept, place } = platform(false)
    const sheet = useSheetDraft('shut', ['A'], criteria, false, USUAL, place)
    await sheet.ready
    await write(sheet, '3')
    expect([kept.n, sheet.savedAt.value !== undefined]).toEqual([0, true])
  })

  it('opens elsewhere with the member’s own key only, and its length tells nothing', () => {
    const owner = { session: '0b0c47f2-8f0e-4a53-9d5c-5b9e2ad0c001', member: '0001', round: 1 }
    const key = draftSealKey(new Uint8Array(32).fill(7), owner)
    const sealed = sealDraft(key, owner, { score: '7.5' })
    expect(openDraft(key, owner, sealed)).toEqual({ score: '7.5' })
    expect(sealDraft(key, owner, { score: '10', reason: '理由'.repeat(200) })).toHaveLength(sealed.length)
    expect(() => openDraft(draftSealKey(new Uint8Array(32).fill(8), owner), owner, sealed)).toThrow('trust/forged')
    expect(() => openDraft(key, { ...owner, round: 2 }, sealed)).toThrow('trust/forged')
  })

  it('owes a reason for extreme points on judgement, at an extreme total or for none at all', () => {
    const three: Criterion[] = [
      { item: 'T1', name: '施工组织', max: '20', kind: 'SUBJECTIVE' },
      { item: 'T2', name: '安全文明', max: '20', kind: 'SUBJECTIVE' },
      { item: 'T3', name: '业绩', max: '10', kind: 'OBJECTIVE' },
    ]
    const owed = (...scores: string[]) =>
      lacking(Object.fromEntries(scores.map((score, i) => [`T${i + 1}`, { score, reason: '' }])), three, USUAL)
    expect([owed('20', '7', '0'), owed('19', '19', '9.5'), owed('8', '8', '4')]).toEqual([[], [], []])
    expect([owed('19.5', '18.5', '10'), owed('7.99', '8', '3')]).toEqual([['T1'], ['T1']])
    expect([owed('9', '10', '0'), owed('20', '0', '10')]).toEqual([[], ['T2']])
    expect([owed('1', '', ''), owed('0', '', '')]).toEqual([[], ['T1']])
  })

  it('begins a new round with what was given in the last, and asks for the reason of the round', async () => {
    const rejection = { code: 'RJ6' as const, reason: '工期不响应', page: '第3页' }
    const items = [{ item: '2.1', score: '6.50', reason: '可行' }]
    const before = { reason: '首轮', bids: [{ label: 'A', items, rejection }] }
    const sheet = useSheetDraft('round 2', ['A'], criteria.slice(0, 1), true, USUAL, undefined, () =>
      Promise.resolve(before),
    )
    await sheet.ready
    expect(sheet.draft.value).toEqual({
      reason: '',
      bids: { A: { '2.1': { score: '6.50', reason: '可行' } } },
      defects: { A: rejection },
    })
    expect(sheet.complete.value).toBe(false)
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
