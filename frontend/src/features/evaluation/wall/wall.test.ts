// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { messages } from '../messages'
import { countsOf, type SeatNow, type Wall, type Watched } from './wall'
import WallPage from './WallPage.vue'

vi.stubGlobal('MediaStream', class {})

const seat = (label: string, more: Partial<SeatNow> = {}): SeatNow => ({
  seat: label.slice(1),
  label,
  leads: label === 'M01',
  mark: 'IN_TIME',
  offsetMs: 12,
  beatAt: '2026-12-01T04:00:00Z',
  here: true,
  recorded: true,
  ...more,
})
const session = (more: Partial<Watched> = {}): Watched => ({
  id: 's',
  name: '一标段施工',
  lotCode: 'A1',
  stage: 'SCORING',
  hall: 'NONE',
  frozen: false,
  fault: false,
  voided: 0,
  recordingDemanded: false,
  size: 5,
  rooms: [
    { site: 'YP', siteName: '甲市交易中心', room: '一号评标室', seats: [seat('M01'), seat('M02')] },
    { site: 'LX', siteName: '乙市交易中心', room: '三号评标室', seats: [seat('M03', { mark: 'SILENT' })] },
  ],
  ...more,
})

let wall: Wall
let down: boolean

async function page() {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', component: { template: '<i />' } }],
  })
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: messages as never })
  const shown = mount(WallPage, { global: { plugins: [i18n, router] } })
  await flushPromises()
  return shown
}

describe('The wall of remote rooms', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    wall = { at: '2026-12-01T04:00:01Z', sessions: [session()] }
    down = false
    vi.stubGlobal('fetch', async (path: string) => {
      if (down) throw new TypeError('offline')
      return new Response(JSON.stringify(path === '/api/evaluation/wall' ? wall : {}), { status: 200 })
    })
  })
  afterEach(() => vi.useRealTimers())

  it('shows every room of every site with all its seats, and marks who has to be looked after', async () => {
    const shown = await page()
    expect(shown.findAll('[data-room]').map((room) => room.attributes('data-room'))).toEqual([
      'YP/一号评标室',
      'LX/三号评标室',
    ])
    expect(shown.get('[data-seat="M03"]').text()).toContain('失联')
    expect(shown.get('[data-seat="M03"]').classes()).toContain('troubled')
    expect(shown.get('[data-seat="M01"]').classes()).not.toContain('troubled')
  })

  it('follows what changes within two seconds, and says when it cannot', async () => {
    const shown = await page()
    wall = { at: '2026-12-01T04:00:03Z', sessions: [session({ frozen: true })] }
    await vi.advanceTimersByTimeAsync(2100)
    await flushPromises()
    expect(shown.text()).toContain('已冻结')
    expect(shown.get('[data-moment]').text()).toContain('各室同步')
    down = true
    await vi.advanceTimersByTimeAsync(2100)
    await flushPromises()
    expect(shown.get('[data-moment]').text()).toContain('连接中断')
    expect(shown.findAll('[data-room]')).toHaveLength(2)
  })

  it('says which attempt it is where what was done before is void', async () => {
    expect((await page()).find('[data-attempt]').exists()).toBe(false)
    wall = { at: '2026-12-01T04:00:01Z', sessions: [session({ voided: 1 })] }
    expect((await page()).get('[data-attempt]').text()).toBe('第 2 次评审')
  })

  it('counts who is not recorded only where recording is demanded', () => {
    const rooms = [{ site: '', siteName: '', room: '', seats: [seat('M01', { mark: null, recorded: false })] }]
    const at = '2026-12-01T04:00:01Z'
    expect(countsOf({ at, sessions: [session({ rooms })] }).troubled).toBe(0)
    expect(countsOf({ at, sessions: [session({ rooms, recordingDemanded: true, fault: true })] })).toEqual({
      sessions: 1,
      rooms: 1,
      seats: 1,
      stopped: 1,
      troubled: 1,
    })
  })
})
