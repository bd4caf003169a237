import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { attemptBegin, VOIDED } from './attempts'
import { DECIDING } from './hall'
import { reviewBegin } from './reviews'
import { SCREENING_COMMITTED, SCREENING_REVEALED } from './screening'
import { revealed } from './sheets'

const HASH = 32
const DECIDED = 'evaluation/fault-decided'
const SHEETS = ['evaluation/committed', 'evaluation/revealed', SCREENING_COMMITTED, SCREENING_REVEALED]
const BETWEEN = [...DECIDING, 'evaluation/fault', 'evaluation/fault-cleared', 'evaluation/left']

/**
 * Void attempts (评审作废): each stands directly behind the decision that made it so, before its report is signed; its sheets
 * are in rounds before, and those of what is done again in rounds behind, under labels that nobody knows.
 */
export function checkVoided(dossier: Dossier): void {
  let decided: Entry | undefined
  for (const entry of dossier.entries) {
    if (entry.type === VOIDED) {
      checkEntry(dossier, entry, decided)
      decided = undefined
    } else if (entry.type === DECIDED || BETWEEN.includes(entry.type)) {
      const isOwed = decided?.body !== undefined && isVoid(dossier, decided)
      demand(!isOwed, entry.object, 'void-by-a-decision-and-not-on-record')
      decided = entry.type === DECIDED ? entry : undefined
    }
  }
}

function isVoid(dossier: Dossier, decision: Entry): boolean {
  const body = dossier.body(decision)
  return body.get('outcome').value === 'VOID' && body.get('anew').value === true
}

function checkEntry(dossier: Dossier, entry: Entry, decided: Entry | undefined): void {
  const { object, n } = entry
  demand(decided !== undefined && (!decided.body || isVoid(dossier, decided)), object, 'void-though-nobody-decided-so')
  const body = dossier.body(entry).exactly('session', 'fault', 'version', 'labelCommit')
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined && opened.n < n, object, 'void-though-nothing-had-begun')
  body.get('session').equalsField(dossier.body(opened).get('session'), 'void-in-another-session')
  if (decided.body) body.get('fault').equalsField(decided.body.get('number'), 'void-by-another-fault')
  const begin = attemptBegin(dossier, entry)
  const signed = dossier.all('evaluation/report').some((report) => report.n > begin && report.n < n)
  demand(!signed, object, 'void-behind-its-signed-report')
  checkLabels(dossier, entry, opened)
  checkRounds(dossier, entry)
}

/** New ones, that nobody knows; those of a re-review are known already. */
function checkLabels(dossier: Dossier, entry: Entry, opened: Entry): void {
  const labels = dossier.body(entry).get('labelCommit')
  if (reviewBegin(dossier, entry.n) > 0) {
    demand(labels.isNull, labels.path, 'new-labels-in-a-re-review')
    return
  }
  labels.bytes(HASH)
  const former = [opened, ...dossier.all(VOIDED).filter(({ n }) => n < entry.n)]
  const known = former.some((each) => dossier.body(each).get('labelCommit').is(labels))
  demand(!known, labels.path, 'the-labels-of-a-void-attempt-once-more')
}

function checkRounds(dossier: Dossier, entry: Entry): void {
  const version = dossier.body(entry).get('version').number()
  for (const sheet of dossier.entries) {
    if (!SHEETS.includes(sheet.type) || !sheet.body) continue
    const round = revealed(dossier, sheet).get('version').count
    const own = sheet.n < entry.n ? round < version : round >= version
    demand(own, sheet.object, 'a-sheet-in-the-rounds-of-another-attempt', round, version)
  }
}
