import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mergeTexts, type Texts } from '@/shared/i18n/merge'
import type { Messages } from '@/shared/i18n/messages'
import { appMessages } from './messages'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const MODULES = ['kernel', 'trust', 'service-kit', 'trading-core', 'remote-evaluation', 'guarantee-bond']
/** Spoken between services or on the wire of a witness, never to a page. */
const UNSEEN = /^(panel\/(size|bad-order|too-many-candidates)|trust\/.*|issuer\/.*|witness\/.*)$/

const features = import.meta.glob<Messages>('../features/*/messages.ts', { eager: true, import: 'messages' })
const all = (locale: keyof Messages) =>
  mergeTexts([appMessages, ...Object.values(features)].map((part) => part[locale]))
const chinese = all('zh-CN')
const english = all('en')

function keysOf(texts: Texts, at = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as Texts, `${at}${key}.`) : [`${at}${key}`],
  )
}

function javaBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Every code that the enums of refusals and the mapper of bad requests can send. */
function codesOfTheServices(): string[] {
  const sources = MODULES.flatMap((module) => javaBelow(join(ROOT, module, 'src/main/java')))
  const enums = sources.filter((source) => source.includes('implements RefusalCode'))
  const ofEnums = enums.flatMap((source) =>
    [...source.matchAll(/\("([a-z-]+\/[a-z0-9-]+)"/g)].map((match) => match[1]!),
  )
  const mapper = sources.find((source) => source.includes('class RequestProblems'))!
  const ofMapper = [...mapper.matchAll(/"((?:access|request|platform)\/[a-z-]+)"/g)].map((match) => match[1]!)
  return [...new Set([...ofEnums, ...ofMapper])].sort()
}

const textOf = (texts: Texts, code: string) =>
  `problem/${code}`.split('/').reduce<unknown>((part, name) => (part as Texts | undefined)?.[name], texts)

describe('Texts of the pages', () => {
  it('have the same keys in Chinese and English', () => {
    const english_ = new Set(keysOf(english))
    const chinese_ = new Set(keysOf(chinese))
    expect([...chinese_].filter((key) => !english_.has(key))).toEqual([])
    expect([...english_].filter((key) => !chinese_.has(key))).toEqual([])
  })

  it('say the same facts in both languages', () => {
    const holes = (texts: Texts, key: string) => {
      const text = key.split('.').reduce<unknown>((part, name) => (part as Texts)[name], texts)
      return [...String(text).matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort()
    }
    const different = keysOf(chinese).filter((key) => String(holes(chinese, key)) !== String(holes(english, key)))
    expect(different).toEqual([])
  })

  it('name every refusal of the services in both languages', () => {
    const codes = codesOfTheServices()
    expect(codes.length).toBeGreaterThan(200)
    const seen = codes.filter((code) => !UNSEEN.test(code))
    expect(seen.filter((code) => typeof textOf(chinese, code) !== 'string')).toEqual([])
    expect(seen.filter((code) => typeof textOf(english, code) !== 'string')).toEqual([])
  })

  it('are there for every key that a page names', () => {
    const pages = readdirSync(join(ROOT, 'frontend/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(ROOT, 'frontend/src', name), 'utf8'))
    const asked = pages.flatMap((page) => [...page.matchAll(/\bt\('([\w.-]+)'[,)]/g)].map((match) => match[1]!))
    expect(asked.length).toBeGreaterThan(500)
    const known = new Set(keysOf(chinese))
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([])
  })

  it('keep to the words of the house', () => {
    const text = JSON.stringify(chinese)
    for (const word of ['操作失败', '系统繁忙', '非法操作', '请联系管理员', '哎呀', '！'])
      expect(text.includes(word), word).toBe(false)
  })
})
