import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { lastPanel, screenedBefore } from './screening'

const PROPOSAL = ['session', 'bidId', 'code', 'reason', 'page', 'basis', 'clarification']
const DECISIONS = ['evaluation/rejected', 'evaluation/blind-ruling']

/** Whether an entry decides on a proposal: to reject a bid, or to find a breach of the rules for blind files. */
export const isDecision = ({ type }: Entry) => DECISIONS.includes(type)

/** What the panel decided on proposals (否决与违规认定). */
export const decisions = (dossier: Dossier): Entry[] =>
  DECISIONS.flatMap((type) => dossier.all(type)).sort((a, b) => a.n - b.n)

/** Whether a decision is about what a doc proposes. */
export const isAbout = (dossier: Dossier, decision: Entry, proposal: Field): boolean =>
  PROPOSAL.every((field) => dossier.body(decision).get(field).is(proposal.get(field)))

/**
 * What the panel decided last about each proposal before an entry. What a former panel decided is void; a member who is
 * replaced in a re-review takes its votes along, so that what stood is decided anew (实施条例 §48).
 */
export function standingDecisions(dossier: Dossier, before: number): Entry[] {
  const panel = lastPanel(dossier, before)
  const all = decisions(dossier).filter(({ n }) => n > panel && n < before)
  return all.filter((one) => !all.some((later) => later.n > one.n && isAbout(dossier, later, dossier.body(one))))
}

/** Whether a decision of a re-review repeats, behind a replacement, one that stood before its approval. */
export function isAnew(dossier: Dossier, approval: Entry, decision: Entry): boolean {
  const replaced = panelBetween(dossier, approval.n, decision.n) !== undefined
  const body = dossier.body(decision)
  return replaced && standingDecisions(dossier, approval.n).some((one) => isAbout(dossier, one, body))
}

/** Demands that behind a replacement in a re-review every proposal of the review before it was voted on anew. */
export function checkDecidedAnew(dossier: Dossier, approval: Entry, report: Entry): void {
  const panel = panelBetween(dossier, approval.n, report.n)
  if (!panel) return
  const judged = screenedBefore(dossier, approval.n)?.n ?? 0
  const behind = decisions(dossier).filter(({ n }) => n > panel.n && n < report.n)
  for (const one of standingDecisions(dossier, panel.n).filter(({ n }) => n > judged)) {
    const anew = behind.some((later) => isAbout(dossier, later, dossier.body(one)))
    demand(anew, one.object, 'a-rejection-on-which-a-member-who-left-had-voted')
  }
}

/** The last panel between two entries. */
const panelBetween = (dossier: Dossier, from: number, to: number): Entry | undefined =>
  dossier.all('evaluation/panel').findLast(({ n }) => n > from && n < to)
