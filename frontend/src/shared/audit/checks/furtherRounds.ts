import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { compareSheets } from './comparedSheets'
import { isReviewed } from './findings'
import { membersBefore } from './panel'
import { approvals } from './reviews'
import { isScreenedBehind, lastPanel } from './screening'
import { revealed, revealerOf } from './sheets'

const COMMITTED = 'evaluation/committed'
const REVEALED = 'evaluation/revealed'

/**
 * That every further round of technical sheets had a cause (docs/evidence.md section 10): points of fact that differ, in a
 * first round a total far from the mean without a word, a preliminary review that a new panel decided anew, or an approved
 * re-review. Without one a platform could have let its panel write once more what did not please.
 */
export function checkFurtherRounds(dossier: Dossier, scored: Entry): void {
  const rounds = roundsOf(dossier)
  let first = true
  for (const [i, round] of rounds.entries()) {
    const former = rounds[i - 1]
    if (!former) continue
    const [last, begin] = [former.at(-1)!.n, round[0]!.n]
    const anew = isScreenedAnew(dossier, last, begin)
    const cause = anew || isApproved(dossier, last, begin) || differ(dossier, scored, former, begin, first)
    demand(cause, round[0]!.object, 'a-further-round-without-a-cause')
    first = anew
  }
}

/** Commitments and sheets of each version, in the order of the chain. */
function roundsOf(dossier: Dossier): Entry[][] {
  const rounds = new Map<number, Entry[]>()
  for (const entry of dossier.entries) {
    if (entry.type !== COMMITTED && entry.type !== REVEALED) continue
    const said = entry.type === COMMITTED ? dossier.doc(entry) : revealed(dossier, entry)
    const version = said.get('version').count
    rounds.set(version, [...(rounds.get(version) ?? []), entry])
  }
  return [...rounds].sort(([a], [b]) => a - b).map(([, round]) => round)
}

/** A member left, and the new panel decided the preliminary review anew; where it comes behind the sheets, none follows it. */
const isScreenedAnew = (dossier: Dossier, last: number, begin: number) =>
  !isScreenedBehind(dossier) &&
  dossier.all('evaluation/screened').some(({ n }) => n < begin && lastPanel(dossier, n) > last)

const isApproved = (dossier: Dossier, last: number, begin: number) =>
  approvals(dossier).some(({ n }) => n > last && n < begin)

/** Everybody who then sat had revealed, and the sheets do not stand beside each other. */
function differ(dossier: Dossier, scored: Entry, round: Entry[], begin: number, first: boolean): boolean {
  const reveals = round.filter(({ type, n }) => type === REVEALED && n < begin)
  if (reveals.length === 0) return false
  const members = membersBefore(dossier, reveals.at(-1)!.n)
  const counting = reveals.filter((reveal) => members.length === 0 || members.includes(revealerOf(dossier, reveal)))
  const seen = counting.map((reveal) => revealerOf(dossier, reveal))
  const { fact, far } = compareSheets(dossier, scored, counting)
  const isFar = first && !isReviewed(dossier) && far !== undefined
  return members.every((member) => seen.includes(member)) && (isFar || fact !== undefined)
}
