// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { i18n } from '@/app/i18n'
import HeldCard from './HeldCard.vue'
import { standingBids, type HallEvent, type HeldBids, type ListedBid, type Opening } from './opening'
import type { useHallPart } from './part'

const line = (bidId: string, seq: number, state: ListedBid['state']): ListedBid => ({
  bidId,
  headerHash: `${bidId}${seq}`,
  seq,
  receiptHash: `r${bidId}${seq}`,
  state,
  because: null,
})
const decided = (admitted: boolean): HallEvent => ({
  n: 9,
  type: 'lot/held-decided',
  at: '2026-12-22T01:40:00.000Z',
  body: { decisions: [{ bidId: 'a', headerHash: 'a2', admitted }] },
})

const HELD: HeldBids = {
  decided: false,
  bids: [{ bidId: 'ab'.repeat(16), headerHash: 'a2', seq: 2, stamp: '2026-12-22T01:30:00.400Z', boundMs: 600 }],
}
const LISTED = { state: 'LISTED', deadline: '2026-12-22T01:30:00.000Z' } as Extract<Opening, { state: 'LISTED' }>

function card(who: { isProcuringEntity?: boolean; isSupervisor?: boolean }, held: HeldBids = HELD) {
  const decideHeld = vi.fn(async () => true)
  const part = {
    isProcuringEntity: ref(who.isProcuringEntity ?? false),
    isSupervisor: ref(who.isSupervisor ?? false),
    busy: ref(false),
    decideHeld,
  } as unknown as ReturnType<typeof useHallPart>
  const wrapper = mount(HeldCard, { props: { opening: LISTED, held, part }, global: { plugins: [i18n] } })
  return { wrapper, decideHeld }
}

describe('Held bids in the hall', () => {
  it('stand once they are admitted, in the place of the former one, and not before', () => {
    const bids = [line('a', 1, 'LIVE'), line('a', 2, 'HELD'), line('b', 1, 'LIVE'), line('c', 1, 'WITHDRAWN')]
    const standing = (events: HallEvent[]) => standingBids(bids, events).map(({ headerHash }) => headerHash)
    expect(standing([])).toEqual(['a1', 'b1'])
    expect(standing([decided(false)])).toEqual(['a1', 'b1'])
    expect(standing([decided(true)])).toEqual(['a2', 'b1'])
  })

  it('show times and causes to everybody, and nothing to sign', () => {
    const { wrapper } = card({})
    expect(wrapper.text()).toContain('相差 400 毫秒，时钟误差 ±600 毫秒')
    expect(wrapper.find('button').exists()).toBe(false)
  })

  it('are decided by the procuring entity, which says why', async () => {
    const { wrapper, decideHeld } = card({ isProcuringEntity: true })
    expect(wrapper.find('button').attributes('disabled')).toBeDefined()
    await wrapper.findAll('input[type=radio]')[0]!.setValue(true)
    await wrapper.find('textarea').setValue('平台时钟误差')
    await wrapper.find('form').trigger('submit')
    const { bidId, headerHash } = HELD.bids[0]!
    expect(decideHeld).toHaveBeenCalledWith([{ bidId, headerHash, admitted: true }], '平台时钟误差')
  })

  it('ask the supervisor to sign what the procuring entity has signed', async () => {
    const asked = { by: 'PROCURING_ENTITY' as const, reason: '平台时钟误差', admitted: [] }
    const { wrapper, decideHeld } = card({ isSupervisor: true }, { ...HELD, asked })
    expect(wrapper.text()).toContain('招标人已签名')
    await wrapper.find('form').trigger('submit')
    const { bidId, headerHash } = HELD.bids[0]!
    expect(decideHeld).toHaveBeenCalledWith([{ bidId, headerHash, admitted: false }], '平台时钟误差')
  })
})
