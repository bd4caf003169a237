import { computed, ref, watch } from 'vue'
import { keep, kept } from '@/shared/storage/kept'
import type { Criterion, Sheet } from './evaluation'
import { hundredthsOf, isWithin, points } from './points'

/** Points and reason of one item while it is being written. */
export interface DraftItem {
  score: string
  reason: string
}

/** A sheet while it is being written: by label, by item. */
export interface SheetDraft {
  reason: string
  bids: Record<string, Record<string, DraftItem>>
}

/** Where the draft of a member's sheet is kept in this browser. */
export const draftKey = (session: string, member: string, round: number) => `sheet-draft/${session}/${member}/${round}`

/** A sheet in work: kept in this browser after every change, so that it survives a reload. */
export function useSheetDraft(key: string, labels: string[], criteria: Criterion[], round: number) {
  const draft = ref<SheetDraft>(empty(labels, criteria))
  const savedAt = ref<number>()

  const filled = (label: string) =>
    criteria.filter((each) => isWithin(draft.value.bids[label]![each.item]!.score, each.max)).length
  const done = computed(() => labels.reduce((sum, label) => sum + filled(label), 0))
  const size = labels.length * criteria.length
  const reasonMissing = computed(() => round > 1 && draft.value.reason.trim() === '')
  const complete = computed(() => size > 0 && done.value === size && !reasonMissing.value)

  function total(label: string): string {
    const items = Object.values(draft.value.bids[label]!)
    return points(items.reduce((sum, item) => sum + (hundredthsOf(item.score) ?? 0), 0))
  }

  /** The sheet as it is committed to: labels and items in the order of the view, points with two decimals. */
  function sheet(): Sheet {
    return {
      reason: draft.value.reason.trim(),
      bids: labels.map((label) => ({
        label,
        items: criteria.map(({ item }) => {
          const written = draft.value.bids[label]![item]!
          return { item, score: points(hundredthsOf(written.score)!), reason: written.reason.trim() }
        }),
      })),
    }
  }

  async function load() {
    const former = await kept<SheetDraft>(key)
    if (!former) return
    const blank = empty(labels, criteria)
    for (const label of labels) Object.assign(blank.bids[label]!, former.bids[label] ?? {})
    draft.value = { reason: former.reason, bids: blank.bids }
  }

  async function save() {
    await keep(key, JSON.parse(JSON.stringify(draft.value)))
    savedAt.value = Date.now()
  }

  const ready = load().then(() => watch(draft, save, { deep: true }))
  return { draft, savedAt, filled, done, size, reasonMissing, complete, total, sheet, ready, save }
}

function empty(labels: string[], criteria: Criterion[]): SheetDraft {
  const bids = Object.fromEntries(
    labels.map((label) => [
      label,
      Object.fromEntries(criteria.map(({ item }) => [item, { score: '', reason: '' } as DraftItem])),
    ]),
  )
  return { reason: '', bids }
}
