// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createPinia } from 'pinia'
import { i18n } from '@/app/i18n'
import ClearingPage from './ClearingPage.vue'
import { filterOf, percentOf, queryOf, type Clearing, type ClearingState, type Finding } from './clearing'

const KINDS: Clearing['kinds'] = [
  { kind: 'LINE_AMOUNT', group: 'ARITHMETIC', severity: 'NOTABLE', source: '施工招标投标办法 §53' },
  { kind: 'OMITTED', group: 'TENDER_BILL', severity: 'SEVERE', source: 'GB 50500 6.1.4' },
  { kind: 'UNBALANCED', group: 'PRICE', severity: 'NOTABLE', source: '1117号' },
]

const LINE: Finding = {
  bid: 'A',
  kind: 'LINE_AMOUNT',
  severity: 'NOTABLE',
  tender: false,
  sheet: '表-08',
  row: 418,
  column: 'H',
  code: '041001001001',
  name: '拆除路面',
  seen: '42518.63',
  expected: '42518.64',
  percent: '-0.1',
}

function clearing(state: ClearingState, names = true): Clearing {
  const bid = (label: string, name: string) => ({
    bid: label,
    name: names ? name : null,
    priceFen: names ? 100 : null,
    read: true,
    facts: {},
    rows: 620,
    counts: {},
  })
  return {
    state,
    lotName: '示例标段',
    startedBy: state === 'NONE' ? null : 'E0001',
    startedAt: state === 'NONE' ? null : '2026-12-22T02:00:00Z',
    bidsDone: state === 'DONE' ? 3 : 1,
    bidsTotal: 3,
    rowsDone: 620,
    rowsTotal: 1860,
    thresholds:
      state === 'NONE'
        ? null
        : {
            deviationPercent: '30',
            unbalancedPercent: '15',
            weightPercent: '0.5',
            bidsMin: 3,
            roundingYuan: '0.01',
          },
    kinds: KINDS,
    bids: [
      { ...bid('A', '甲公司'), counts: { LINE_AMOUNT: 2, OMITTED: 1 } },
      {
        ...bid('B', '乙公司'),
        refusal: 'clearing/bill-unreadable',
        facts: { seen: 'not a ZIP file', expected: 'xl/workbook.xml' },
      },
      { ...bid('C', '丙公司'), read: false },
    ],
  }
}

const asked: { method: string; path: string }[] = []
let told: Clearing

function answer(path: string): unknown {
  if (path.includes('/findings')) return { total: 1, page: 1, size: 50, findings: [LINE] }
  if (path.includes('/rows')) {
    const lines = [{ row: 418, cells: ['414', '041001001001', '拆除路面', '', 'm2', '2463.42', '17.26', '42518.63'] }]
    return { bid: { sheet: '表-08', row: 418, headings: ['序号', '项目编码'], lines }, tender: null }
  }
  return told
}

async function page(state: ClearingState, query = '', names = true) {
  told = clearing(state, names)
  const routes = [{ path: '/evaluation/:id/:rest?', component: { template: '<i />' } }]
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(`/evaluation/s/clearing${query}`)
  const wrapper = mount(ClearingPage, {
    props: { id: 's' },
    global: { plugins: [i18n, router, createPinia()] },
    attachTo: document.body,
  })
  await flushPromises()
  return { wrapper, router }
}

const last = (part: string) => asked.filter((request) => request.path.includes(part)).at(-1)

beforeEach(() => {
  i18n.global.locale.value = 'zh-CN'
  asked.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ method: init.method ?? 'GET', path })
    return new Response(JSON.stringify(answer(path)))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.innerHTML = ''
})

describe('the clearing page 清标', () => {
  it('says what a clearing is, and starts one', async () => {
    const { wrapper } = await page('NONE')
    expect(wrapper.text()).toContain('不构成否决')
    expect(wrapper.find('[data-act="export"]').exists()).toBe(false)

    await wrapper.find('[data-act="start"]').trigger('click')
    await flushPromises()

    expect(asked).toContainEqual({ method: 'POST', path: '/api/evaluation/sessions/s/clearing' })
  })

  it('shows how many bills and rows are read while it runs', async () => {
    const { wrapper } = await page('RUNNING')

    expect(wrapper.find('[role="status"]').text()).toContain('已读 1 / 3 份，620 / 1,860 行')
    expect(wrapper.find('[role="progressbar"]').attributes('aria-valuenow')).toBe('33')
    expect(wrapper.find('[data-bid="C"]').text()).toContain('未读')
  })

  it('names a bill that could not be read, what was seen and what was expected', async () => {
    const { wrapper } = await page('DONE')

    expect(wrapper.find('[data-bid="B"]').text()).toContain('不是可读取的 .xlsx 文件')
    expect(wrapper.find('[data-bid="B"]').text()).toContain('不是 ZIP 格式')
  })

  it('narrows the list by a number of the overview, and the address with it', async () => {
    const { wrapper, router } = await page('DONE')
    const counts = wrapper.findAll('[data-bid="A"] button')
    expect(counts.map((count) => count.text())).toEqual(['3', '2', '1'])

    await counts[2]!.trigger('click')
    await flushPromises()

    expect(last('/findings')?.path).toContain('bid=A&kind=OMITTED')
    expect(router.currentRoute.value.query).toEqual({ bid: 'A', kind: 'OMITTED' })
  })

  it('filters by bid, kind, severity and words', async () => {
    vi.useFakeTimers()
    const { wrapper } = await page('DONE', '?severity=SEVERE')
    expect(last('/findings')?.path).toContain('severity=SEVERE')

    await wrapper.find('[data-filter="bid"]').setValue('C')
    await wrapper.find('[data-filter="kind"]').setValue('LINE_AMOUNT')
    await wrapper.find('[data-filter="q"]').setValue('路面')
    await vi.advanceTimersByTimeAsync(400)
    vi.useRealTimers()

    const query = new URLSearchParams(last('/findings')!.path.split('?')[1])
    expect(Object.fromEntries(query)).toEqual({
      bid: 'C',
      kind: 'LINE_AMOUNT',
      severity: 'SEVERE',
      q: '路面',
      size: '50',
    })
  })

  it('opens the rows around a finding and marks its cell', async () => {
    const { wrapper } = await page('DONE')

    await wrapper.find('.place button').trigger('click')
    await flushPromises()

    expect(last('/rows')?.path).toContain('row=418')
    expect(wrapper.find('dialog .cell').text()).toBe('42518.63')
  })

  it('shows a supervisor numbers only', async () => {
    const { wrapper } = await page('DONE', '', false)

    expect(wrapper.text()).not.toContain('公司')
    expect(wrapper.text()).not.toContain('唱标价')
  })
})

describe('filters in the address', () => {
  it('keep only what narrows', () => {
    const filter = { bid: '', kind: 'OMITTED', severity: '', q: ' 路 ', page: 2 }
    expect(queryOf(filter)).toEqual({ kind: 'OMITTED', q: '路', page: '2' })
    expect(filterOf({ kind: 'OMITTED', page: 'x' })).toEqual({ bid: '', kind: 'OMITTED', severity: '', q: '', page: 1 })
  })

  it('write percentages with their sign', () => {
    expect(percentOf({ ...LINE, percent: '36.6' })).toBe('+36.6%')
    expect(percentOf(LINE)).toBe('-0.1%')
    expect(percentOf({ ...LINE, percent: null })).toBe('—')
  })
})
