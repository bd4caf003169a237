import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { membersBefore } from './panel'
import { lastPanel, NAMES_OPEN, SCREENING_COMMITTED } from './screening'
import { revealed, revealerOf } from './sheets'

/**
 * Whether the technical sheet of a member stands before an entry of the first review: the member wrote it blind, or without
 * prices, and knows names or prices by now (暗标揭名、与报价有关的初步评审). Only a re-review opens it again, by what its approval names.
 */
export function stands(dossier: Dossier, member: string, n: number): boolean {
  const report = dossier.first('evaluation/report')?.n ?? Infinity
  const names = dossier.all(NAMES_OPEN).findLast((entry) => entry.n < n)?.n ?? 0
  const blind = (entry: Entry) => entry.n < names && entry.body && revealerOf(dossier, entry) === member
  return n < report && dossier.all('evaluation/revealed').some(blind)
}

/** Every member of the panel has a technical sheet that is open, the last of them of the version that is named. */
function checkOpened(dossier: Dossier, opened: Entry): void {
  const body = dossier.body(opened).exactly('session', 'version')
  const session = dossier.first('evaluation/opened')
  demand(session !== undefined, opened.object, 'screened-without-evaluation-opened')
  body.get('session').equalsField(dossier.body(session).get('session'), 'a-preliminary-review-of-another-session')
  const sheets = dossier.all('evaluation/revealed').filter(({ n }) => n < opened.n)
  if (!sheets.every((sheet) => sheet.body)) return
  const scored = sheets.map((sheet) => revealerOf(dossier, sheet))
  const all = sheets.length > 0 && membersBefore(dossier, opened.n).every((member) => scored.includes(member))
  demand(all, opened.object, 'names-opened-before-every-member-had-scored')
  const version = revealed(dossier, sheets.at(-1)!).get('version')
  body.get('version').equalsField(version, 'names-opened-for-no-blind-sheets')
}

/** Names, or prices, are opened where the preliminary review comes behind the sheets, before anybody judges, and behind each panel once. */
export function checkNames(dossier: Dossier, isBehind: boolean): void {
  const all = dossier.all(NAMES_OPEN)
  const isOfPanel = (one: Entry, other: Entry) => lastPanel(dossier, one.n) === lastPanel(dossier, other.n)
  for (const opened of all) {
    const first = !all.some((each) => each.n < opened.n && isOfPanel(each, opened))
    demand(isBehind && first, opened.object, 'names-opened-for-no-blind-sheets')
    checkOpened(dossier, opened)
  }
  if (!isBehind) return
  for (const judged of dossier.all(SCREENING_COMMITTED)) {
    const named = all.some((each) => each.n < judged.n && isOfPanel(each, judged))
    demand(named, judged.object, 'judged-before-the-names-were-open')
  }
  for (const commit of dossier.all('evaluation/committed')) {
    const anew = commit.body && stands(dossier, dossier.signerId(commit), commit.n)
    demand(!anew, commit.object, 'a-blind-sheet-written-anew-by-who-knows-the-names')
  }
}
