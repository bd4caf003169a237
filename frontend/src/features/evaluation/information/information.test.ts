// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages } from '../messages'
import InformationAnswerPage from './InformationAnswerPage.vue'
import InformationDesk from './InformationDesk.vue'
import InformationGate from './InformationGate.vue'
import type { Information } from './information'

vi.mock('@/shared/session/session', () => ({
  useSession: () => ({ signInTender: async (_: string, doc: object) => ({ doc, sig: '' }) }),
}))
vi.mock('@/shared/clock/serverClock', async () => {
  const { ref } = await import('vue')
  return { useServerClock: () => ({ now: ref(Date.parse('2026-12-02T02:05:00Z')), known: ref(true) }) }
})
const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: messages as never })

const ASKED: Information = {
  number: 1,
  label: 'M01',
  mine: true,
  place: '第二章 投标人须知',
  question: '暂列金额是否计入评标总价？',
  minutes: 30,
  state: 'AT_GATE',
  names: false,
}
const RELEASED = { releasedAt: '2026-12-02T02:00:00Z', deadline: '2026-12-02T02:30:00Z' }
const ANSWERED = { ...RELEASED, answer: '计入，见第3.2款。', answeredAt: '2026-12-02T02:10:00Z' }

let list: Information[]
let sent: { path: string; doc: Record<string, unknown> }[]

const show = (component: object, props: object) =>
  mount(component as never, { props: props as never, global: { plugins: [i18n] } })

async function desk(one: Partial<Information>, stage = 'SCORING') {
  list = [{ ...ASKED, ...one }]
  const shown = show(InformationDesk, { session: 's', tender: 't', stage })
  await flushPromises()
  return shown
}

async function gate(one: Partial<Information>) {
  list = [{ ...ASKED, ...one }]
  const shown = show(InformationGate, { session: 's', tender: 't' })
  await flushPromises()
  return shown
}

describe('Questions to the procuring entity on the page 信息征询', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    sent = []
    vi.stubGlobal('fetch', async (path: string, init: { method?: string; body?: string } = {}) => {
      const body = init.body ? (JSON.parse(init.body) as Record<string, unknown>) : undefined
      if (body?.doc) sent.push({ path, doc: body.doc as Record<string, unknown> })
      const found = path.endsWith('to-sign')
        ? { type: 'x', ...body }
        : path.startsWith('/api/evaluation/information/')
          ? { tender: 't', lot: 'l', name: '示例大道改造工程', information: list[0] }
          : list
      return new Response(JSON.stringify(found), { headers: { 'Content-Type': 'application/json' } })
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('a member asks about a place in the tender document, and is told what to leave out', async () => {
    const shown = await desk({})
    expect(shown.text()).toContain('不得写明任何投标人')
    expect(shown.find('[data-act=ask]').attributes('disabled')).toBeDefined()
    await shown.find('form input').setValue(' 第三章 ')
    await shown.find('textarea').setValue('检测频次以哪一版规范为准？')
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(sent).toEqual([
      {
        path: '/api/evaluation/sessions/s/information',
        doc: { type: 'x', place: '第三章', question: '检测频次以哪一版规范为准？' },
      },
    ])
    shown.unmount()
  })

  it('shows the answer once it was delivered, the time while it runs, and nothing to ask behind the scores', async () => {
    const waiting = await desk({ ...RELEASED, state: 'RELEASED' })
    expect(waiting.find('[role=timer]').text()).toContain('25:00')
    const told = await desk({ ...ANSWERED, state: 'DELIVERED', mine: false }, 'REPORTING')
    expect(told.text()).toContain('计入，见第3.2款。')
    expect(told.text()).toContain('M01')
    expect(told.find('form').exists()).toBe(false)
    const withheld = await desk({ ...RELEASED, state: 'WITHHELD' })
    expect(withheld.text()).toContain('不予送达评标委员会')
    for (const each of [waiting, told, withheld]) each.unmount()
  })

  it('the supervisor releases a question, or stops it with a reason', async () => {
    const shown = await gate({})
    expect(shown.find('[data-act=stop]').attributes('disabled')).toBeDefined()
    await shown.find('[data-act=pass]').trigger('click')
    await flushPromises()
    await shown.find('input').setValue('涉及具体投标')
    await shown.find('[data-act=stop]').trigger('click')
    await flushPromises()
    expect(sent.map(({ path, doc }) => [path, doc.released, doc.reason])).toEqual([
      ['/api/evaluation/sessions/s/information/1/gate', true, ''],
      ['/api/evaluation/sessions/s/information/1/gate', false, '涉及具体投标'],
    ])
    shown.unmount()
  })

  it('the supervisor delivers an answer or withholds it, and can only withhold one that names a bidder', async () => {
    const shown = await gate({ ...ANSWERED, state: 'ANSWERED' })
    await shown.find('[data-act=pass]').trigger('click')
    await flushPromises()
    expect(sent[0]).toMatchObject({
      path: '/api/evaluation/sessions/s/information/1/passage',
      doc: { delivered: true },
    })
    const named = await gate({ ...ANSWERED, state: 'ANSWERED', names: true })
    expect(named.text()).toContain('只能不予送达')
    expect(named.find('[data-act=pass]').attributes('disabled')).toBeDefined()
    for (const each of [shown, named]) each.unmount()
  })

  it('procuring entity and agency answer while the time runs, and read why an answer was withheld', async () => {
    list = [{ ...ASKED, ...RELEASED, state: 'RELEASED', label: null }]
    const open = show(InformationAnswerPage, { session: 's', number: '1' })
    await flushPromises()
    expect(open.text()).toContain('不得明示或者暗示')
    expect(open.text()).not.toContain('M01')
    await open.find('textarea').setValue(' 计入。 ')
    await open.find('form').trigger('submit')
    await flushPromises()
    expect(sent).toEqual([{ path: '/api/evaluation/information/s/1/answer', doc: { type: 'x', text: '计入。' } }])
    list = [{ ...ASKED, ...ANSWERED, state: 'WITHHELD', withheldFor: '暗示倾向' }]
    const over = show(InformationAnswerPage, { session: 's', number: '1' })
    await flushPromises()
    expect(over.text()).toContain('暗示倾向')
    expect(over.find('form').exists()).toBe(false)
    for (const each of [open, over]) each.unmount()
  })
})
