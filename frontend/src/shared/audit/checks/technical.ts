import { demand } from '../broken'
import { equal, meanOf, show, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import { withoutTechnicalPoints } from './blindFiles'
import { checkAgainstOthers, checkOwnReasons } from './owedReasons'
import { checkFoundDefects } from './foundDefects'
import { checkFurtherRounds } from './furtherRounds'
import { stands } from './namedMembers'
import { membersBefore } from './panel'
import { checkPassed } from './passed'
import { revealed, revealerOf, sheetPoints } from './sheets'

/** Technical scores: the mean of the members' sheets. Returns whether this cut shows them. */
export function checkTechnical(dossier: Dossier, scored: Entry): boolean {
  const without = withoutTechnicalPoints(dossier, scored.n)
  for (const line of dossier.body(scored).get('technical').items) {
    const score = line.get('score')
    const taken = without.includes(line.get('bidId').said)
    demand(!taken || score.decimal().units === 0n, line.path, 'points-that-a-breach-took', score.value)
  }
  const reveals = dossier.all('evaluation/revealed')
  if (reveals.length === 0 || reveals.some((reveal) => !reveal.body)) return false
  const commits = new Map<string, Entry>()
  for (const commit of dossier.all('evaluation/committed')) {
    demand(commit.body !== undefined, commit.object, 'withheld-although-the-sheets-are-shown')
    commits.set(`${dossier.signerId(commit)} ${dossier.doc(commit).get('version').count}`, commit)
  }
  const sums = new Map<string, Decimal[]>()
  const counting: Entry[] = []
  for (const reveal of reveals) {
    checkAfterAll(dossier, reveal, [...commits.values()])
    const points = sheetPoints(dossier, reveal, commits, scored)
    checkOwnReasons(dossier, reveal)
    if (!counts(dossier, reveal, reveals)) continue
    counting.push(reveal)
    for (const [bidId, sum] of points) sums.set(bidId, [...(sums.get(bidId) ?? []), sum])
  }
  checkFurtherRounds(dossier, scored)
  checkPassed(dossier, scored, counting)
  checkAgainstOthers(dossier, scored, counting)
  checkFoundDefects(dossier, scored, counting)
  for (const line of dossier.body(scored).get('technical').items) {
    const points = sums.get(line.get('bidId').said)
    demand(points !== undefined, line.path, 'no-sheet-scores-it')
    const mean = meanOf(points)
    if (without.includes(line.get('bidId').said)) continue
    demand(equal(mean, line.get('score').decimal()), line.path, 'another-mean', line.get('score').value, show(mean))
  }
  return true
}

/** No sheet is open before every member who then sits on the panel has committed to one. */
export function checkAfterAll(dossier: Dossier, reveal: Entry, commits: Entry[]): void {
  const version = revealed(dossier, reveal).get('version')
  const committed = commits
    .filter((commit) => commit.n < reveal.n && dossier.doc(commit).get('version').is(version))
    .map((commit) => dossier.signerId(commit))
  const isTechnical = reveal.type === 'evaluation/revealed'
  const all = membersBefore(dossier, reveal.n).every(
    (member) => committed.includes(member) || (isTechnical && stands(dossier, member, reveal.n)),
  )
  demand(all, reveal.object, 'revealed-before-every-member-had-committed')
}

/** Whether a sheet counts: the member stands in the last panel, and has no later sheet. */
function counts(dossier: Dossier, reveal: Entry, reveals: Entry[]): boolean {
  const member = revealerOf(dossier, reveal)
  const version = revealed(dossier, reveal).get('version').count
  const later = reveals.some(
    (other) => revealed(dossier, other).get('version').count > version && revealerOf(dossier, other) === member,
  )
  const seated = membersBefore(dossier, Infinity)
  const shown = dossier.all('evaluation/panel').some((panel) => panel.body)
  return !later && (!shown || seated.includes(member))
}
