// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages } from '../messages'
import type { Hall, HallText } from './hall'
import HallNotices from './HallNotices.vue'
import HallTexts from './HallTexts.vue'
import { troubleOf } from './ownMedia'
import { SharedHall } from './useHall'
import WitnessDesk from './WitnessDesk.vue'

vi.stubGlobal('MediaStream', class {})
const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: messages as never })

const VIEW: Hall = {
  label: 'M01',
  watches: false,
  hall: 'MESH',
  open: true,
  records: true,
  frozen: null,
  warnings: [],
  members: [
    { label: 'M01', leads: true, here: true, recorded: true },
    { label: 'M02', leads: false, here: false, recorded: false },
  ],
  watching: [],
  texts: 0,
  events: [],
}
const WARNING = { number: 1, at: '2026-12-02T02:00:00Z', role: 'notary' as const, all: false, to: ['M01'] }

let asked: { path: string; body: Record<string, string> | undefined }[]
let said: HallText[]
let down: boolean

function answer(path: string, body: Record<string, string> | undefined): unknown {
  if (path.includes('/hall/texts?behind=')) return said.slice(Number(path.split('=')[1]))
  if (path.endsWith('/hall/texts')) {
    if (!said.some(({ text }) => text === body!.text))
      said.push({ number: said.length + 1, label: 'M01', at: '2026-12-02T02:00:00Z', text: body!.text! })
    return said.at(-1)
  }
  return { ...VIEW, frozen: path.endsWith('/freeze') ? { ...WARNING, reason: body!.reason } : null }
}

function hallWith(view: Partial<Hall>) {
  const hall = new SharedHall('s', () => {})
  hall.took({ ...VIEW, ...view })
  return hall
}
const show = (component: object, props: object) =>
  mount(component as never, { props: props as never, global: { plugins: [i18n] } })

describe('The hall on the page', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    asked = []
    said = []
    down = false
    sessionStorage.clear()
    vi.stubGlobal('fetch', async (path: string, init: { body?: string }) => {
      if (down) throw new TypeError('offline')
      const body = init.body ? (JSON.parse(init.body) as Record<string, string>) : undefined
      asked.push({ path, body })
      return new Response(JSON.stringify(answer(path, body)), { status: 200 })
    })
  })
  afterEach(() => vi.useRealTimers())

  it('shows a freeze with its reason, and a warning until it is acknowledged', async () => {
    const frozen = { number: 1, at: WARNING.at, role: 'supervisor' as const, reason: '核查来客' }
    const warnings = [{ ...WARNING, text: '请将手机交柜', awaits: true, waiting: ['M01'] }]
    const page = show(HallNotices, { session: 's', hall: hallWith({ frozen, warnings }) })
    expect(page.get('[data-frozen]').text()).toContain('核查来客')
    expect(page.get('[data-warning]').text()).toContain('公证人提醒本席')
    await page.get('[data-act="acknowledge"]').trigger('click')
    await flushPromises()
    expect(asked.at(-1)!.path).toBe('/api/evaluation/sessions/s/warnings/1/acknowledgement')
    expect(page.find('[data-warning]').exists()).toBe(false)
  })

  it('keeps what is being written through a new page and a broken line, and sends it once', async () => {
    const hall = hallWith({})
    const first = show(HallTexts, { session: 's', hall, mayWrite: true })
    await first.get('textarea').setValue('请看第 12 页')
    first.unmount()
    const page = show(HallTexts, { session: 's', hall, mayWrite: true })
    expect((page.get('textarea').element as HTMLTextAreaElement).value).toBe('请看第 12 页')
    down = true
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('恢复后自动重发')
    down = false
    await vi.advanceTimersByTimeAsync(3000)
    await flushPromises()
    await flushPromises()
    expect(page.findAll('[data-text]').map((one) => one.text())).toHaveLength(1)
    expect((page.get('textarea').element as HTMLTextAreaElement).value).toBe('')
    page.unmount()
  })

  it('sends a message that was on its way when the page went again under its key', async () => {
    down = true
    const hall = hallWith({})
    const first = show(HallTexts, { session: 's', hall, mayWrite: true })
    await first.get('textarea').setValue('同意')
    await first.get('form').trigger('submit')
    await flushPromises()
    first.unmount()
    const key = (JSON.parse(sessionStorage.getItem('hall-text/s')!) as { key: string }).key
    down = false
    const page = show(HallTexts, { session: 's', hall, mayWrite: true })
    await flushPromises()
    expect(asked.find(({ path }) => path.endsWith('/hall/texts'))!.body).toEqual({ key, text: '同意' })
    page.unmount()
  })

  it('lets a watcher warn one seat and freeze for a reason', async () => {
    const hall = hallWith({ watches: true, label: 'watch-0a1b' })
    const page = show(WitnessDesk, { session: 's', hall, view: hall.view.value })
    await page.get('[data-field="to"]').setValue('M02')
    await page.get('[data-field="warning"]').setValue(' 请勿离席 ')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(asked.at(-1)).toEqual({
      path: '/api/evaluation/sessions/s/warnings',
      body: { text: '请勿离席', to: 'M02' },
    })
    await page.get('[data-field="reason"]').setValue('设备故障')
    await page.findAll('form')[1]!.trigger('submit')
    await flushPromises()
    expect(asked.at(-1)).toEqual({ path: '/api/evaluation/sessions/s/freeze', body: { reason: '设备故障' } })
    expect(hall.view.value!.frozen!.reason).toBe('设备故障')
  })

  it('knows what a device that does not open means', () => {
    const named = (name: string) => troubleOf(Object.assign(new Error(), { name }))
    expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'].map(named)).toEqual([
      'denied',
      'none',
      'busy',
      'other',
    ])
  })
})
