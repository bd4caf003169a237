import 'fake-indexeddb/auto'
import { effectScope, nextTick } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultDraft } from './defaults'
import type { OwnTender } from './tender'
import { useDraft } from './useDraft'

const draft = defaultDraft(Date.parse('2026-11-22T08:00:00Z'), '澜湖路改造工程', '')
const tender = { id: 'eb1d', stage: 'DRAFT', projectName: '澜湖路改造工程', draft } as OwnTender
const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status })

async function opened() {
  const scope = effectScope()
  const form = scope.run(() =>
    useDraft(
      () => tender,
      () => undefined,
    ),
  )!
  await vi.waitFor(() => expect(form.ready.value).toBe(true))
  return { form, scope }
}

describe('A draft that is not saved yet', () => {
  beforeEach(() => {
    vi.stubGlobal('window', globalThis)
    vi.stubGlobal('fetch', async () => answer(503, { code: 'platform/fault' }))
  })

  it('is there again after a reload, and is gone when the platform has saved it', async () => {
    const first = await opened()
    first.form.change('quality', '优良')
    first.scope.stop()
    await nextTick()

    const second = await opened()
    await vi.waitFor(() => expect(second.form.restoredAt.value).toBeDefined())
    expect(second.form.values.value.quality).toBe('优良')
    await second.form.save()
    expect(second.form.problem.value?.code).toBe('platform/fault')

    vi.stubGlobal('fetch', async () => answer(200, tender))
    await second.form.save()
    expect(second.form.checked.value).toBe(true)
    second.scope.stop()

    const third = await opened()
    expect(third.form.restoredAt.value).toBeUndefined()
    third.scope.stop()
  })
})
