import type { Problem } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'

/** A published item of the technical evaluation, as the signed publication has it. */
export interface Criterion {
  item: string
  name: string
  /** Whether the tender document wants a page for it, as for an item of the preliminary review. */
  needed?: boolean
}

/** Pages of the technical part that answer an item. */
export interface IndexLine {
  item: string
  from: number
  to: number
}

const PAGES_MAX = 99_999
const BETWEEN = /[、,，;；\s]+/
const RANGE = /^(\d{1,5})(?:[-—–~至](\d{1,5}))?$/

/** Pages as people write them, such as 「12—27、40」; nothing when they cannot be read. */
export function pagesOf(text: string): { from: number; to: number }[] | undefined {
  const parts = text.trim().split(BETWEEN).filter(Boolean)
  const pages = parts.map((part) => {
    const [, first, last] = RANGE.exec(part) ?? []
    return { from: Number(first), to: Number(last ?? first) }
  })
  const good = pages.every(({ from, to }) => from >= 1 && to >= from && to <= PAGES_MAX)
  return good ? pages : undefined
}

/** The index (响应索引) of what was written for each item, in the order of the items. */
export function indexLines(criteria: Criterion[], written: Record<string, string>): IndexLine[] {
  return criteria.flatMap(({ item }) => (pagesOf(written[item] ?? '') ?? []).map((pages) => ({ item, ...pages })))
}

/** What of the index cannot be read as pages, and what the tender document wants a page for. */
export function checkIndex(criteria: Criterion[], written: Record<string, string>): Problem[] {
  const problemOf = (code: string, { item, name }: Criterion): Problem => ({
    code,
    status: 0,
    field: `index.${item}`,
    seen: `${name}：${written[item] ?? ''}`,
    expected: '12—27、40',
  })
  return criteria.flatMap((each) => {
    const pages = pagesOf(written[each.item] ?? '')
    if (pages === undefined) return [problemOf('sealing/index-pages', each)]
    return each.needed && pages.length === 0 ? [problemOf('sealing/index-needed', each)] : []
  })
}

/** The lines as the manifest carries them, for the file with this number. */
export const manifestIndex = (lines: IndexLine[], n: number): JsonObject[] =>
  lines.map(({ item, from, to }) => ({ item, n, from, to }))
