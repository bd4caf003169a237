// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import LogChecks from './LogChecks.vue'

const CHECKS = [
  {
    id: 'b',
    night: null,
    askedBy: 'audit-admin',
    startedAt: '2026-03-02T18:30:00Z',
    endedAt: '2026-03-02T18:31:00Z',
    state: 'DIFFERENT',
    size: 640,
    differences: 1,
    first: [{ kind: 'NODE', place: 'node 6/3', seen: '00', expected: '11' }],
  },
  {
    id: 'a',
    night: '2026-03-02',
    askedBy: '',
    startedAt: '2026-03-01T18:30:00Z',
    endedAt: '2026-03-01T18:31:00Z',
    state: 'SAME',
    size: 576,
    differences: 0,
    first: [],
  },
]

describe('Re-hashes of the log', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('shows where a log differs, and begins one when the auditor asks', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
      asked.push(`${init?.method ?? 'GET'} ${path}`)
      const answer = init?.method === 'POST' ? CHECKS[0] : CHECKS
      return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } }))
    })
    const page = mount(LogChecks, { global: { plugins: [i18n] } })
    await flushPromises()

    expect(page.text()).toContain('不符 1 处')
    expect(page.text()).toContain('node 6/3')
    expect(page.text()).toContain('一致')
    await page.get('button').trigger('click')
    await flushPromises()
    expect(asked).toContain('POST /api/core/log/checks')
    page.unmount()
  })
})
