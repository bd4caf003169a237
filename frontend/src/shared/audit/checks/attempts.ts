import type { Dossier, Entry } from '../dossier'
import { reviewBegin } from './reviews'

export const VOIDED = 'evaluation/voided'

/** What a panel does, and what is void with it; who sits, what is said in the hall and how long one has go on. */
const WORK = [
  'committed',
  'revealed',
  'shared',
  'void',
  'names-open',
  'screening-committed',
  'screening-revealed',
  'screened',
  'clarification-proposed',
  'clarification-vote',
  'clarification-gate',
  'clarification-answered',
  'clarification-lapsed',
  'clarification-found',
  'corrected',
  'vote',
  'rejected',
  'blind-ruling',
  'finding-vote',
  'found',
  'scored',
].map((step) => `evaluation/${step}`)

/**
 * The package as it stood at the end of each attempt at an evaluation (评审作废与重新评审), without what the decision on a
 * fault had made void before; the last shows what stands.
 */
export function attemptsOf(dossier: Dossier): Dossier[] {
  const ends = dossier.all(VOIDED)
  return [...ends, undefined].map((end, i) => {
    const former = ends.slice(0, i).map((each) => ({ from: attemptBegin(dossier, each), to: each.n }))
    const isVoid = ({ n, type }: Entry) => WORK.includes(type) && former.some(({ from, to }) => n > from && n < to)
    return dossier.where((entry) => entry.n < (end?.n ?? Infinity) && !isVoid(entry))
  })
}

/** The package without what is void. */
export const standing = (dossier: Dossier): Dossier => attemptsOf(dossier).at(-1)!

type Check = (dossier: Dossier) => Promise<number>

/** A check that holds for each attempt by itself, and counts what it found in the one that stands. */
export function perAttempt(check: Check): Check {
  return async (dossier) => {
    let found = 0
    for (const attempt of attemptsOf(dossier)) found = await check(attempt)
    return found
  }
}

/** Number of the entry behind which the attempt began that this one made void. */
export const attemptBegin = (dossier: Dossier, voided: Entry): number =>
  Math.max(
    reviewBegin(dossier, voided.n),
    ...dossier
      .all(VOIDED)
      .map(({ n }) => n)
      .filter((n) => n < voided.n),
  )

/** How many entries of a type are void before this attempt, whose view shows none of them. */
export function formerCount(attempt: Dossier, type: string): number {
  const begin = attempt.all(VOIDED).at(-1)?.n ?? 0
  const count = (entries: readonly Entry[]) => entries.filter((each) => each.n < begin && each.type === type).length
  return count(attempt.whole) - count(attempt.entries)
}

/** The entry before these scores that commits to their labels: the first, or the last with new ones. */
export function labelledBy(attempt: Dossier, opened: Entry, scored: Entry): Entry {
  const isNew = (entry: Entry) => entry.n < scored.n && !attempt.body(entry).get('labelCommit').isNull
  return attempt.all(VOIDED).findLast(isNew) ?? opened
}
