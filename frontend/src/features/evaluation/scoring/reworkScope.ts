import type { Criterion, MemberView, Sheet } from '../evaluation'
import { hundredthsOf } from '../points'
import type { SheetDraft } from '../useSheetDraft'

type Rework = NonNullable<MemberView['rework']>

/** Whether points stay as they were given: outside of what the supervisor approved (复评范围). */
export function isLocked(rework: Rework | null | undefined, label: string, item: string): boolean {
  if (!rework || rework.former.length === 0) return false
  return !rework.places.some((place) => place.label === label && place.items.includes(item))
}

/** The sheet that the member handed in before; nothing for who sits in somebody's place. */
export const formerSheet = (rework: Rework): Sheet | undefined =>
  rework.former.length === 0 ? undefined : { reason: '', bids: rework.former }

/** Places whose points were changed without a reason beside them. */
export function unreasoned(rework: Rework | null | undefined, draft: SheetDraft, criteria: Criterion[]) {
  return (rework?.former ?? []).flatMap(({ label, items }) =>
    items
      .filter(({ item }) => criteria.some((each) => each.item === item))
      .filter(({ item, score }) => {
        const now = draft.bids[label]![item]!
        const changed = hundredthsOf(now.score) !== undefined && hundredthsOf(now.score) !== hundredthsOf(score)
        return changed && now.reason.trim() === ''
      })
      .map(({ item }) => ({ label, item })),
  )
}
