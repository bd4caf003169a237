import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { REASONS } from './reasons'
import { CHECK_NAMES } from '@/shared/audit/audit'

const HERE = fileURLToPath(new URL('../../shared/audit/', import.meta.url))
const JAVA = fileURLToPath(new URL('../../../../auditor/src/main/java/cn/qifeng/auditor/', import.meta.url))

/** Sources of a folder, tests and the mutation engine left out. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|java)$/.test(name) && !/\.test\.ts$|^mutation/.test(name))
    .map((name) => readFileSync(folder + name, 'utf8'))
}

/** Codes that a source can name: words in hyphens, or one of the single words. */
const ours = new Set(
  sources(HERE)
    .flatMap((source) => [...source.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+|missing|unsigned|malformed|unreadable)'/g)])
    .map((match) => match[1]!),
)

/** Every text of the auditor in Java as the code that it would have. */
const theirs = new Set(
  sources(JAVA)
    .flatMap((source) => [...source.matchAll(/"([A-Za-z][^"\\]*)"/g)])
    .map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    ),
)

describe('Codes of broken rules', () => {
  it('are those of the auditor in Java', () => {
    const codes = Object.keys(REASONS)
    expect(codes.length).toBeGreaterThan(240)
    expect(codes.filter((code) => !theirs.has(code))).toEqual([])
  })

  it('have a Chinese text each, and no text is left over', () => {
    const codes = Object.keys(REASONS)
    expect(codes.filter((code) => !ours.has(code))).toEqual([])
    const plain = /^(not|no|a|an|the|another|opened|sealed|signed|drawn|revealed|pressed|failed)-/
    const untold = [...ours].filter((code) => plain.test(code) && !(code in REASONS))
    expect(untold).toEqual([])
  })

  it('belong to the same checks in the same order', () => {
    const order = sources(JAVA)
      .flatMap((source) => [...source.matchAll(/new (\w+)Check\(\)/g)])
      .map((match) => match[1]!.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase())
    expect(order).toEqual(CHECK_NAMES)
  })
})
