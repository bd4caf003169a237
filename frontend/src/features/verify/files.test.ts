// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import { Field } from '@/shared/audit/field'
import { Dossier, type Entry } from '@/shared/audit/dossier'
import type { Archive } from '@/shared/audit/archive'
import { listedOf, type Listed } from '@/shared/audit/listed'
import { hex, utf8 } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import ListedFiles from './ListedFiles.vue'

const CARDS = '签到与席位单'
const [UNSIGNED, SIGNED] = ['登记', '登记，已签名']
const MEDIA = ['头十秒', '再十秒'].map((text) => utf8(text))

const item = (number: number, matter: string, text: string) => ({
  number,
  kind: 'PAPER',
  matter,
  sheets: 1,
  sm3: hex(sm3(utf8(text))),
  length: utf8(text).length,
  delivery: 'UPLOADED',
})
const act = (second: string, reason: string) => ({
  statement: { doc: { items: [item(1, 'SIGN_IN', CARDS), item(2, 'DEVICE_LOCK', second)] } },
  receipt: {
    doc: {
      rulings: [
        { number: 1, accepted: true, reason: '' },
        { number: 2, accepted: reason === '', reason },
      ],
    },
  },
})
const pieces = MEDIA.map((bytes, i) => ({
  kind: 'SEGMENT',
  track: 'M01',
  file: 'M01/001-video-1.mjr',
  offset: i === 0 ? 0 : MEDIA[0]!.length,
  length: bytes.length,
  hash: hex(sm3(bytes)),
}))

/** The lists of a package, in which both kinds of entries stand, or are withheld. */
function listed(isOpen: boolean): Listed {
  const dossier = new Dossier({} as Archive, new Field('package.json', {}), undefined)
  const add = (type: string, body: JsonObject) =>
    dossier.entries.push({ type, ...(isOpen && { body: new Field(type, body) }) } as Entry)
  add('evaluation/recording-head', { items: [{ kind: 'OPENED' }, ...pieces] })
  add('evaluation/handover', { booking: 'b1', site: 'DY', steps: [act(UNSIGNED, '缺签名'), act(SIGNED, '')] })
  return listedOf(dossier)
}

async function chosen(files: File[]) {
  const wrapper = mount(ListedFiles, { props: { listed: listed(true) }, global: { plugins: [i18n] } })
  const input = wrapper.get('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: files })
  await input.trigger('change')
  await vi.waitFor(() => expect(wrapper.findAll('tbody .mark.blue')).toHaveLength(0))
  await flushPromises()
  return wrapper
}

beforeEach(() => void (i18n.global.locale.value = 'zh-CN'))

describe('Files of the reader before the lists of a package', () => {
  it('are found by their SM3 alone: received, sent back, recorded piece by piece, or in no list', async () => {
    const wrapper = await chosen([
      new File([SIGNED], '任意名称.pdf'),
      new File([UNSIGNED], '登记.pdf'),
      new File(MEDIA, 'x.mjr'),
      new File(['登记，已签字'], '登记.pdf'),
    ])
    expect(wrapper.findAll('tbody tr').map((row) => row.get('.mark').text())).toEqual([
      '相符，主场已接收',
      '在清单中，但被退回：缺签名',
      '相符，录像 M01：M01/001-video-1.mjr',
      '不在任何清单中',
    ])
    expect(wrapper.get('tbody tr small').text()).toBe('DY · 预定 b1 · 第 2 次移交第 2 项 · 通讯设备封存登记')
    expect(wrapper.get('[data-without]').text()).toContain('第 2 次移交第 1 项 · 签到与席位单')
  })

  it('are not recorded when a piece differs, or when the file is longer than its chain', async () => {
    const wrapper = await chosen([
      new File([MEDIA[0]!, utf8('又十秒')], 'x.mjr'),
      new File([...MEDIA, utf8('尾')], 'y.mjr'),
    ])
    expect(wrapper.findAll('tbody .mark.red')).toHaveLength(2)
  })

  it('have no list where entries are withheld', () => {
    expect(listed(false)).toEqual({ handed: [], recorded: [] })
  })
})
