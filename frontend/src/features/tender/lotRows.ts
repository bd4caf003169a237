import type { OwnTender, PublicTender, Stage } from './tender'

/** Which lots a list shows: all, those before and at their opening, or those from the evaluation's end on. */
export type View = 'all' | 'openings' | 'awards'

/** One line of a list of lots. */
export interface LotRow {
  id: string
  lot: string
  name: string
  code: string
  entity: string
  stage: Stage
  ceilingFen: number | null
  deadline: string | null
}

const STAGES_OF: Record<Exclude<View, 'all'>, Stage[]> = {
  openings: ['BIDDING', 'DEADLINE_REACHED', 'OPENING', 'OPENED', 'FAILED', 'EVALUATING'],
  awards: ['EVALUATED', 'CANDIDATE_PUBLICITY', 'AWARDING', 'AWARD_PUBLICITY', 'AWARD_NOTICED', 'CONTRACTED', 'CLOSED'],
}

const draftRow = (each: OwnTender): LotRow => ({
  id: each.id,
  lot: each.lot,
  name: each.draft?.lotName ?? each.projectName,
  code: each.lotCode,
  entity: '',
  stage: each.stage,
  ceilingFen: each.draft?.ceilingFen ?? null,
  deadline: each.deadline,
})

const publicRow = (each: PublicTender): LotRow => ({
  id: each.tender,
  lot: each.lot,
  name: each.name,
  code: each.lotCode,
  entity: each.procuringEntity.name,
  stage: each.stage,
  ceilingFen: each.terms.ceilingFen,
  deadline: each.deadline,
})

/** Lines of a list: drafts first, then the deadlines to come soonest first, then the past ones latest first. */
export function rowsOf(view: View, published: PublicTender[], own: OwnTender[], now: number): LotRow[] {
  const drafts = view === 'all' ? own.filter((each) => each.stage === 'DRAFT').map(draftRow) : []
  const shown = published.filter(({ stage }) => view === 'all' || STAGES_OF[view].includes(stage)).map(publicRow)
  const at = (row: LotRow) => Date.parse(row.deadline ?? '')
  const coming = shown.filter((row) => at(row) > now).sort((a, b) => at(a) - at(b))
  const past = shown.filter((row) => at(row) <= now).sort((a, b) => at(b) - at(a))
  return [...drafts, ...coming, ...past]
}
