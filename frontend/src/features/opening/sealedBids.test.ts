// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { i18n } from '@/app/i18n'
import type { Opening } from './opening'
import SealedBids from './SealedBids.vue'

const BID = { bidId: 'ab'.repeat(16), headerHash: '01', receiptHash: '02', state: 'LIVE' }

/** Mode BIDDERS behind the names; the release list is sealed where there is a hash of it. */
const hall = (state: 'RELEASING' | 'RELEASED', hash?: string) =>
  ({
    state,
    openingMode: 'BIDDERS',
    events: [],
    bidList: { list: { bids: [BID] } },
    names: [{ bidId: BID.bidId, name: '云浦砺石市政工程有限公司' }],
    release: { opensAt: '', closesAt: '', paused: false, hash, bids: [{ bidId: BID.bidId, releasedAt: 'x' }] },
  }) as unknown as Opening

const textOf = (opening: Opening) =>
  mount(SealedBids, { props: { opening, own: [] }, global: { plugins: [i18n] } }).text()

describe('The sealed bids of the hall', () => {
  it('ask bidders to release while the window is open, and for nothing once the release list is sealed', () => {
    expect(textOf(hall('RELEASING'))).toContain('请在解密时限内登录本页放行本单位的封套')
    const closed = textOf(hall('RELEASED', 'cd'.repeat(32)))
    expect(closed).toContain('放行清单已经封存，无需再操作')
    expect(closed).not.toContain('请在解密时限内')
  })
})
