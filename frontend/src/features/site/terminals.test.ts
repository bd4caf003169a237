// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import PresenceCard from './PresenceCard.vue'
import SeatTerminal from './SeatTerminal.vue'
import { CLOCK_MARKS } from '@/shared/terminal/clockMark'
import { offsetText, SEAT_EVENTS, type Presences, type Terminal } from './terminals'
import { textsInChinese } from './texts.zh'
import { textsInEnglish } from './texts.en'

let terminals: Terminal[]
let watched: Presences
const asked: string[] = []
const TERMINAL = { seat: 'YP/301/05', device: 'ab'.repeat(32), boundAt: '2026-12-02T01:00:00Z', boundBy: '张三' }

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  asked.length = 0
  terminals = []
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (path: string, init: { method: string }) => {
    asked.push(`${init.method} ${path}`)
    const code = { code: 'K7QM-3F9T-XW2P-8CDR', expiresAt: '2026-12-02T01:10:00Z' }
    const body = path.endsWith('/activation') ? code : path.endsWith('/presences') ? watched : terminals
    return new Response(JSON.stringify(body))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function seat(keeps: boolean) {
  const props = { site: 'YP', room: '301', seat: '05', keeps }
  const wrapper = mount(SeatTerminal, { props, global: { plugins: [i18n] } })
  await flushPromises()
  return wrapper
}

describe('The terminal of a seat before its staff', () => {
  it('is given a code that is shown until it has served', async () => {
    const wrapper = await seat(true)
    expect(wrapper.text()).toContain('未绑定')
    await wrapper.get('[data-act=issue]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-code]').text()).toBe('K7QM-3F9T-XW2P-8CDR')
    terminals = [TERMINAL]
    await vi.advanceTimersByTimeAsync(5_000)
    await flushPromises()
    expect(wrapper.find('[data-code]').exists()).toBe(false)
    expect(wrapper.text()).toContain('2026-12-02 09:00')
    expect(wrapper.text()).toContain('张三')
  })

  it('is only shown to whoever does not answer for the seat', async () => {
    terminals = [TERMINAL]
    const wrapper = await seat(false)
    expect(wrapper.text()).toContain('已绑定')
    expect(wrapper.findAll('button')).toHaveLength(0)
  })
})

describe('The watch over the seats', () => {
  it('shows every clock and what happened, and counts who is in trouble', async () => {
    const line = { number: 'E0001', seat: 'YP/301/05', since: TERMINAL.boundAt, beatAt: TERMINAL.boundAt, works: true }
    watched = {
      seats: [
        { ...line, mark: 'IN_TIME', offsetMs: 4, roundTripMs: 20 },
        { ...line, number: 'E0002', mark: 'BLOCKED', offsetMs: -3400, roundTripMs: 20 },
        { ...line, number: 'E0003', mark: 'SILENT', offsetMs: null, roundTripMs: null, works: false },
      ],
      events: [{ at: line.since, number: '#03', kind: 'ELSEWHERE', seat: '', address: '10.0.0.7', offsetMs: 0 }],
      alarmMs: 200,
      blockMs: 2000,
    }
    const wrapper = mount(PresenceCard, { props: { session: 's' }, global: { plugins: [i18n] } })
    await flushPromises()
    expect(wrapper.text()).toContain('1 席异常')
    expect(wrapper.text()).toContain('-3.4 s')
    expect(wrapper.text()).toContain('异处登录被拒')
    expect(wrapper.text()).toContain('10.0.0.7')
  })
})

it('says offsets in milliseconds below a second', () => {
  expect([0, 12, -999, 1000, -3449].map(offsetText)).toEqual(['0 ms', '+12 ms', '-999 ms', '+1.0 s', '-3.4 s'])
})

it('names every mark and event in both languages', () => {
  for (const { site } of [textsInChinese, textsInEnglish]) {
    for (const mark of CLOCK_MARKS) expect(site.marks[mark]).toBeTruthy()
    for (const kind of SEAT_EVENTS) expect(site.events[kind]).toBeTruthy()
  }
})
