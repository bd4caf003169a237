// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import { Refusal } from '@/shared/api/http'
import SeatAlarm from './SeatAlarm.vue'
import SeatLine from './SeatLine.vue'
import type { Beat, Stamps } from './beats'
import { useBarred } from './useBarred'

const SESSION = '11111111-2222-4333-8444-555555555555'
const sent: (Stamps | null)[] = []
let beat: Partial<Beat>
let refused: string | undefined

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  sent.length = 0
  refused = undefined
  beat = { mark: 'IN_TIME', offsetMs: 12, roundTripMs: 30, intrusions: [] }
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (path: string, init: { body: string }) => {
    if (path.endsWith('/challenge')) return new Response(JSON.stringify({ nonce: null, seated: false }))
    sent.push((JSON.parse(init.body) as { former: Stamps | null }).former)
    if (refused) return new Response(JSON.stringify({ code: refused }), { status: 403 })
    const now = Date.now()
    const whole = { nonce: 'n', heard: now + 5, answered: now + 6, alarmMs: 200, blockMs: 2000, everyMs: 10_000 }
    return new Response(JSON.stringify({ ...whole, ...beat }))
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function line() {
  const wrapper = mount(SeatLine, { props: { session: SESSION, place: '301-05' }, global: { plugins: [i18n] } })
  await flushPromises()
  await vi.advanceTimersByTimeAsync(0)
  await flushPromises()
  return wrapper
}

describe('The line of a member at its seat', () => {
  it('beats twice at once, so that the clock is known, and then as often as it is told', async () => {
    const wrapper = await line()
    expect(sent).toHaveLength(2)
    expect(sent[0]).toBeNull()
    expect(sent[1]).toMatchObject({ heard: expect.any(Number), answered: expect.any(Number) })
    expect(wrapper.text()).toContain('301-05')
    expect(wrapper.text()).toContain('+12 毫秒')
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(2)
    expect(sent).toHaveLength(3)
    wrapper.unmount()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(3)
  })

  it('warns of a clock that is off, and says when nothing is committed to', async () => {
    beat = { ...beat, mark: 'OFF', offsetMs: -350 }
    expect((await line()).get('[role=alert]').text()).toContain('-350')
    beat = { ...beat, mark: 'BLOCKED', offsetMs: 2100 }
    expect((await line()).get('[role=alert]').text()).toContain('已停止提交')
  })

  it('tells of somebody who came under the same log in elsewhere', async () => {
    beat = { ...beat, intrusions: [{ at: '2026-12-02T01:00:00Z', kind: 'ELSEWHERE' }] }
    expect((await line()).get('[data-intruded]').text()).toContain('2026-12-02 09:00')
  })

  it('stops for good where it is refused as being elsewhere', async () => {
    refused = 'terminal/elsewhere'
    const wrapper = await line()
    expect(sent).toHaveLength(1)
    expect(wrapper.get('[role=alert]').text()).toContain('心跳中断')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
  })
})

describe('The desk of whoever watches', () => {
  it('counts the terminals in trouble, of those who still work', async () => {
    const seats = ['IN_TIME', 'OFF', 'SILENT'].map((mark) => ({ mark, works: true }))
    const gone = { mark: 'SILENT', works: false }
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ seats: [...seats, gone] })))
    const global = { plugins: [i18n], stubs: { RouterLink: true } }
    const wrapper = mount(SeatAlarm, { props: { session: SESSION }, global })
    await flushPromises()
    expect(wrapper.get('[role=alert]').text()).toContain('2 个席位终端异常')
  })
})

describe('A page of somebody who is elsewhere', () => {
  it('asks once and then no more', async () => {
    const read = vi.fn(async () => {
      throw new Refusal({ code: 'terminal/elsewhere', status: 403 })
    })
    const { unlessBarred } = useBarred(read)
    await expect(unlessBarred()).rejects.toThrow('terminal/elsewhere')
    await expect(unlessBarred()).rejects.toThrow('terminal/elsewhere')
    expect(read).toHaveBeenCalledTimes(1)
  })
})
