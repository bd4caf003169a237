import type { Criterion } from './evaluation'
import { hundredthsOf, isWithin } from './points'
import type { DraftItem } from './useSheetDraft'

/** Parts of the full points below and above which points are extreme. */
export interface Extremes {
  low: string
  high: string
}

/** In hundredths of hundredths, so that no fraction is rounded. */
const of = (part: string, full: number) => (hundredthsOf(part) ?? 0) * full

/**
 * Items of one bid for which a reason is owed and none is written: as the platform's rule has it, for no points on an
 * item of judgement, and at an extreme total for what is extreme in the same direction. A bid half written has no total.
 */
export function lacking(items: Record<string, DraftItem>, criteria: Criterion[], { low, high }: Extremes): string[] {
  const points = (each: Criterion) => hundredthsOf(items[each.item]!.score) ?? 0
  const given = criteria.filter((each) => isWithin(items[each.item]!.score, each.max))
  const whole = given.length === criteria.length
  const total = criteria.reduce((sum, each) => sum + points(each), 0) * 100
  const full = criteria.reduce((sum, each) => sum + (hundredthsOf(each.max) ?? 0), 0)
  const poor = whole && total < of(low, full)
  const rich = whole && total > of(high, full)
  return given
    .filter((each) => each.kind === 'SUBJECTIVE' && items[each.item]!.reason.trim() === '')
    .filter((each) => {
      const [own, max] = [points(each) * 100, hundredthsOf(each.max) ?? 0]
      return own === 0 || (poor && own < of(low, max)) || (rich && own > of(high, max))
    })
    .map(({ item }) => item)
}
