// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages } from '../messages'
import VoidedNote from './VoidedNote.vue'

const voided = [
  { fault: 2, at: '2026-12-02T02:01:00Z', reason: '逾四小时未排除' },
  { fault: 3, at: '2026-12-02T08:01:00Z', reason: '断电' },
]

describe('An evaluation that is done again', () => {
  it.each([
    ['zh-CN', '第 3 次评审', '第 1 次评审于 2026-12-02 10:01:00 因故障 2 作废：逾四小时未排除'],
    ['en', 'This is attempt 3', 'Attempt 2 became void at 2026-12-02 16:01:00 by fault 3: 断电'],
  ])('tells in %s what is void and why', (locale, which, why) => {
    const i18n = createI18n({ legacy: false, locale, messages: messages as never })
    const text = mount(VoidedNote, { props: { voided }, global: { plugins: [i18n] } }).text()
    expect(text).toContain(which)
    expect(text).toContain(why)
  })
})
