// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import { useSession } from '@/shared/session/session'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { hashOf } from '@/shared/trust/sm3File'
import HandoversPage from './HandoversPage.vue'
import type { Handover, Item } from './handover'

const BOOKING = '3f2a19c4-0000-4000-8000-000000000001'
const item = (number: number, matter: Item['matter']): Item => ({
  number,
  kind: 'PAPER',
  matter,
  sheets: 2,
  sm3: `${number}a`.repeat(32),
  length: 2048,
  delivery: 'UPLOADED',
})
const ITEMS = [item(1, 'SIGN_IN'), item(2, 'DEVICE_LOCK')]
const handed = (rulings: Handover['submissions'][0]['rulings'] = []) => [
  { number: 1, at: '2026-12-22T02:00:00Z', items: ITEMS, receivedOn: rulings.length ? '2026-12-22' : null, rulings },
]
const handover = (more: Partial<Handover>): Handover => ({
  booking: BOOKING,
  site: 'DY',
  siteName: '东屿市公共资源交易中心',
  from: '2026-12-21T01:30:00Z',
  to: '2026-12-21T05:30:00Z',
  name: '',
  endedOn: '2026-12-21',
  until: '2026-12-28T16:00:00Z',
  provisional: false,
  state: 'DUE',
  late: false,
  overdue: false,
  submissions: [],
  files: [{ sm3: ITEMS[0]!.sm3, name: '签到表.pdf', length: 2048, received: 2048, whole: true }],
  ...more,
})

let handovers: Handover[]
let posted: { path: string; body: JsonObject }[]

async function answer(path: string, body: JsonObject | undefined): Promise<unknown> {
  if (path.endsWith('/limits')) return { days: 5, fileBytesMax: 2 ** 31, bytesMax: 2 ** 33, partBytesMax: 2 ** 23 }
  if (path.endsWith('/files')) return { ...body, received: body!.length }
  if (path.endsWith('/to-sign')) return { type: 'handover', tender: 't' }
  return path === '/api/evaluation/handovers' ? handovers.map((each) => ({ ...each, files: [] })) : handovers[0]
}

/** The page as somebody with a role sees it, with the one handover opened. */
async function opened(role: string, act: string) {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const person = { id: 'p', name: 'n', roles: [role] }
  sessionStorage.setItem('qifeng.session', JSON.stringify({ token: 't', expiresAt, person }))
  const pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  const sign = async (doc: JsonObject) => ({ doc, sig: '' })
  Object.assign(session, { sign, signInTender: (_: string, doc: JsonObject) => sign(doc) })
  const wrapper = mount(HandoversPage, { global: { plugins: [i18n, pinia] } })
  await flushPromises()
  const button = wrapper.get(`[data-handover="${BOOKING}"] .line button`)
  expect(button.text()).toBe(act)
  await button.trigger('click')
  await flushPromises()
  return wrapper
}

const signed = (end: string) => posted.find(({ path }) => path.endsWith(end))!.body.doc as JsonObject

describe('Handovers on their page', () => {
  beforeEach(() => {
    i18n.global.locale.value = 'zh-CN'
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    posted = []
    vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: string }) => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as JsonObject) : undefined
      if (init.method === 'POST') posted.push({ path, body: body! })
      return new Response(JSON.stringify(await answer(path, body)))
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    sessionStorage.clear()
  })

  it('take the sub-site through its list: nothing is signed before every item has its file', async () => {
    handovers = [handover({})]
    const page = await opened('sub-site', '办理移交')
    const sign = () => page.get('[data-act="hand-over"]')
    expect(sign().attributes('disabled')).toBeDefined()
    expect(page.text()).toContain('每项资料都要选择文件')
    const file = new File(['扫描件'], '签到表.pdf')
    const input = page.get('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    await vi.waitFor(() => expect(sign().attributes('disabled')).toBeUndefined())
    expect(page.get('fieldset').text()).toContain('已上传')
    await page.get('form').trigger('submit')
    await flushPromises()
    const sm3 = await hashOf(file)
    expect(signed('/submissions').items).toMatchObject([{ number: 1, matter: 'SIGN_IN', sm3, length: file.size }])
  })

  it('show the sub-site what came back with its reason, and keep what was received shut', async () => {
    const rulings = [
      { number: 1, accepted: true, reason: '' },
      { number: 2, accepted: false, reason: '缺签名' },
    ]
    handovers = [handover({ state: 'RETURNED', submissions: handed(rulings) })]
    const page = await opened('sub-site', '办理移交')
    const [first, second] = page.findAll('fieldset')
    expect(first!.attributes('disabled')).toBeDefined()
    expect(first!.text()).toContain('签到表.pdf')
    expect(second!.text()).toContain('退回理由：缺签名')
    expect(second!.attributes('disabled')).toBeUndefined()
  })

  it('ask the main site only for what is new in a second list, and end at 24:00', async () => {
    const rulings = [
      { number: 1, accepted: true, reason: '' },
      { number: 2, accepted: false, reason: '缺签名' },
    ]
    handovers = [handover({ state: 'SUBMITTED', submissions: [...handed(rulings), ...handed()] })]
    const page = await opened('centre', '逐项核收')
    expect(page.text()).toContain('还有 1 项没有核收意见')
    expect(page.text()).toContain('移交期限 2026-12-28 24:00')
  })

  it('have the main site rule on each item by its name, with a reason for what goes back', async () => {
    handovers = [handover({ state: 'SUBMITTED', submissions: handed(), name: '一标段' })]
    const page = await opened('centre', '逐项核收')
    const rulings = page.findAll('[data-ruling]')
    expect(rulings.map((each) => each.get('legend').text())).toEqual(['1 签到与席位单', '2 通讯设备封存登记'])
    const act = () => page.get('[data-act="receive"]')
    expect(act().attributes('disabled')).toBeDefined()
    expect(page.text()).toContain('还有 2 项没有核收意见')
    for (const each of rulings) await each.get('input[type=radio]').setValue()
    expect(act().text()).toBe('签名接收全部 2 项')
    await rulings[1]!.findAll('input[type=radio]')[1]!.setValue()
    expect(act().text()).toBe('签名答复：接收 1 项，退回 1 项')
    await rulings[1]!.get('input[maxlength]').setValue(' 缺签名 ')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(signed('/receipt').rulings).toEqual([
      { number: 1, accepted: true, reason: '' },
      { number: 2, accepted: false, reason: '缺签名' },
    ])
  })
})
