// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { ref } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import type { Suspension } from './opening'
import OwnReceipt from './OwnReceipt.vue'
import SuspensionCard from './SuspensionCard.vue'

const SUSPENSION: Suspension = {
  cause: 'RECEIPT_MISSING',
  since: '2026-12-22T01:20:00.000Z',
  at: '2026-12-22T01:35:00.000Z',
  entry: 'ab'.repeat(32),
  decided: false,
}
const NOW = '2026-12-22T01:36:00.000Z'

vi.mock('@/shared/clock/serverClock', () => ({ useServerClock: () => ({ now: ref(Date.parse(NOW)) }) }))

const decideSuspension = vi.fn(async () => true)

const card = (suspension: Suspension, isSupervisor: boolean, isProcuringEntity = false) =>
  mount(SuspensionCard, {
    props: {
      suspension,
      part: {
        isSupervisor: ref(isSupervisor),
        isProcuringEntity: ref(isProcuringEntity),
        busy: ref(false),
        decideSuspension,
      } as never,
    },
    global: { plugins: [i18n] },
  })

beforeEach(() => {
  setActivePinia(createPinia())
  decideSuspension.mockClear()
})

describe('A suspended opening 开标中止', () => {
  it('is decided over by the supervisor alone when trustees are missing', async () => {
    const waiting = { ...SUSPENSION, cause: 'TRUSTEES_MISSING' as const }
    expect(card(waiting, false, true).text()).toContain('由行政监督部门决定继续或者终止')
    const page = card(waiting, true)
    await page.find('textarea').setValue('保管人已在途')
    await page.find('form').trigger('submit')
    expect(decideSuspension).toHaveBeenCalledWith(SUSPENSION.entry, '2026-12-22T03:36:00.000Z', '保管人已在途')
  })

  it('ends the lot when the supervisor says so', async () => {
    const page = card({ ...SUSPENSION, cause: 'WITNESSES_MISSING' }, true)
    await page.findAll('input[type=radio]')[1]!.setValue()
    await page.find('textarea').setValue('见证人失联')
    expect(page.text()).toContain('签名决定终止')
    await page.find('form').trigger('submit')
    expect(decideSuspension).toHaveBeenCalledWith(SUSPENSION.entry, null, '见证人失联')
  })

  it('over a missing receipt lets the other side sign the very same', async () => {
    const asked = { ...SUSPENSION, by: 'SUPERVISOR' as const, until: NOW, reason: '回执有误' }
    expect(card(asked, true).text()).not.toContain('签署相同的决定（')
    const page = card(asked, false, true)
    expect(page.text()).toContain('行政监督部门已签名决定继续开标')
    await page.find('button[type=button]').trigger('click')
    expect(decideSuspension).toHaveBeenCalledWith(SUSPENSION.entry, NOW, '回执有误')
  })
})

describe('An own receipt that the list does not hold 清单中没有的回执', () => {
  const own = [{ bidId: 'aa', receiptHash: 'cd'.repeat(32) }]
  const shown = (canBring: boolean) => mount(OwnReceipt, { props: { own, canBring }, global: { plugins: [i18n] } })

  it('is brought while bidders look for theirs, and not later', async () => {
    const page = shown(true)
    await page.find('button.btn').trigger('click')
    expect(page.emitted('bring')).toEqual([['cd'.repeat(32)]])
    expect(shown(false).find('button.btn').exists()).toBe(false)
  })
})
