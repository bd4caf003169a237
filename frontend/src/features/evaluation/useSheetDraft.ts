import { computed, ref, watch } from 'vue'
import { Refusal } from '@/shared/api/http'
import { keep, kept } from '@/shared/storage/kept'
import type { Criterion, Defect, Sheet } from './evaluation'
import { lacking, type Extremes } from './owed'
import { hundredthsOf, isWithin, points } from './points'

/** Points and reason of one item while it is being written. */
export interface DraftItem {
  score: string
  reason: string
  /** In the preliminary review: where in the bid what is not passed stands, and on what that rests. */
  page?: string
  basis?: string
}

/** A sheet while it is being written: by label, by item. */
export interface SheetDraft {
  reason: string
  bids: Record<string, Record<string, DraftItem>>
  /** Grounds of rejection found while scoring, by label. */
  defects?: Record<string, Defect>
}

/** A draft with how often it was kept; the greater number is the newer draft. */
interface Kept extends SheetDraft {
  n?: number
}

/** Where else the draft is kept, sealed: what is there, and how to put a newer one in its place. */
export interface DraftElsewhere {
  /** Number of the draft there, 0 for none. */
  newest: () => Promise<number>
  /** Whether the key is open, without which nothing goes there. */
  open: () => boolean
  take: () => Promise<SheetDraft & { n: number }>
  put: (n: number, draft: SheetDraft) => Promise<void>
}

const PAUSE_MS = 1500

/** Where the draft of a member's sheet is kept in this browser. */
export const draftKey = (session: string, member: string, round: number) => `sheet-draft/${session}/${member}/${round}`

/** A sheet in work, as its page sees it. */
export type SheetInWork = ReturnType<typeof useSheetDraft>

/** A sheet in work: kept in this browser after every change, and sealed elsewhere soon after. */
export function useSheetDraft(
  key: string,
  labels: string[],
  criteria: Criterion[],
  again: boolean,
  extremes: Extremes,
  elsewhere?: DraftElsewhere,
  roundBefore?: () => Promise<Sheet | undefined>,
  alsoOwed: (draft: SheetDraft) => { label: string; item: string }[] = () => [],
) {
  const draft = ref<SheetDraft>(empty(labels, criteria))
  const savedAt = ref<number>()
  const awayAt = ref<number>()
  const newerElsewhere = ref(false)
  const pending = ref(false)
  let n = 0
  let sent = 0
  let taking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const filled = (label: string) =>
    criteria.filter((each) => isWithin(draft.value.bids[label]![each.item]!.score, each.max)).length
  const done = computed(() => labels.reduce((sum, label) => sum + filled(label), 0))
  const size = labels.length * criteria.length
  const reasonMissing = computed(() => again && draft.value.reason.trim() === '')
  const owed = computed(() => {
    const lacks = labels.flatMap((label) =>
      lacking(draft.value.bids[label]!, criteria, extremes).map((item) => ({ label, item })),
    )
    const known = new Set(lacks.map(({ label, item }) => `${label}/${item}`))
    return [...lacks, ...alsoOwed(draft.value).filter(({ label, item }) => !known.has(`${label}/${item}`))]
  })
  const halfFound = computed(() =>
    Object.values(draft.value.defects ?? {}).some(({ reason, page }) => !reason.trim() || !page.trim()),
  )
  const complete = computed(
    () => size > 0 && done.value === size && !reasonMissing.value && owed.value.length === 0 && !halfFound.value,
  )

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
        ...foundIn(label),
      })),
    }
  }

  function foundIn(label: string): { rejection: Defect } | object {
    const found = draft.value.defects?.[label]
    return found ? { rejection: { code: found.code, reason: found.reason.trim(), page: found.page.trim() } } : {}
  }

  function take(former: Kept) {
    const blank = empty(labels, criteria)
    for (const label of labels) Object.assign(blank.bids[label]!, former.bids[label] ?? {})
    n = former.n ?? 0
    draft.value = { reason: former.reason, bids: blank.bids, defects: former.defects ?? {} }
  }

  async function load() {
    const former = await kept<Kept>(key)
    if (former) take(former)
    else if (again) takeRound(await roundBefore?.())
    if (!elsewhere) return
    const there = await elsewhere.newest().catch(() => 0)
    sent = there
    if (there <= n) return
    if (elsewhere.open()) await takeNewer().catch(() => (newerElsewhere.value = true))
    else newerElsewhere.value = true
  }

  /** A new round begins with what the member gave in the last, without its reason. */
  function takeRound(before: Sheet | undefined) {
    if (!before) return
    const bids = before.bids.map(({ label, items }) => [
      label,
      Object.fromEntries(items.map(({ item, score, reason }) => [item, { score, reason }])),
    ])
    const defects = before.bids.flatMap((bid) => ('rejection' in bid ? [[bid.label, { ...bid.rejection }]] : []))
    take({
      reason: '',
      bids: Object.fromEntries(bids) as SheetDraft['bids'],
      defects: Object.fromEntries(defects) as SheetDraft['defects'],
    })
  }

  /** Takes the newer draft that another machine kept, in place of what stands here. */
  async function takeNewer() {
    const newer = await elsewhere!.take()
    taking = true
    take(newer)
    sent = newer.n
    newerElsewhere.value = false
    await store()
    taking = false
  }

  async function store() {
    await keep(key, JSON.parse(JSON.stringify({ ...draft.value, n })))
    savedAt.value = Date.now()
  }

  /** Keeps the draft here now, and elsewhere as far as its key is open. */
  async function save() {
    clearTimeout(timer)
    await store()
    await send()
    pending.value = false
  }

  async function send() {
    if (!elsewhere?.open() || newerElsewhere.value || n <= sent) return
    const number = n
    try {
      await elsewhere.put(number, draft.value)
      sent = Math.max(sent, number)
      awayAt.value = Date.now()
    } catch (thrown) {
      // a broken line is no loss, the draft is here; the next change tries again
      newerElsewhere.value = thrown instanceof Refusal && thrown.problem.code === 'scoring/draft-overtaken'
    }
  }

  function changed() {
    if (taking) return
    n++
    pending.value = true
    clearTimeout(timer)
    timer = setTimeout(() => void save(), PAUSE_MS)
    return store()
  }

  const ready = load().then(() => watch(draft, changed, { deep: true }))
  return {
    draft,
    savedAt,
    awayAt,
    newerElsewhere,
    pending,
    filled,
    done,
    size,
    reasonMissing,
    owed,
    complete,
    total,
    sheet,
    ready,
    save,
    takeNewer,
  }
}

function empty(labels: string[], criteria: Criterion[]): SheetDraft {
  const bids = Object.fromEntries(
    labels.map((label) => [
      label,
      Object.fromEntries(criteria.map(({ item }) => [item, { score: '', reason: '' } as DraftItem])),
    ]),
  )
  return { reason: '', bids, defects: {} }
}
