import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import { compare, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'

const CAUSES = ['ABANDONED', 'FORCE_MAJEURE', 'NO_PERFORMANCE_SECURITY', 'UNLAWFUL']
const OWN = ['award/determined', 'award/passed']
const CANDIDATES_MAX = 3

/** Whether the tender document asks for ranked candidates (中标候选人). */
export const isRanked = (dossier: Dossier): boolean => dossier.publication.get('award').get('mode').value === 'RANKED'

/** Whether an entry belongs to an award among ranked candidates and to no other. */
export const ofRanked = (entry: Entry): boolean => OWN.includes(entry.type)

/** The candidates are the first of the valid bids by rank: as many as the document lets be, at most three. */
export function checkRank(dossier: Dossier, entry: Entry, scored: Entry, candidates: string[]): void {
  const most = dossier.publication.get('award').get('finalistsMax').count
  const first = order(dossier, scored).slice(0, Math.max(0, Math.min(most, CANDIDATES_MAX)))
  const path = dossier.body(entry).get('finalists').path
  demand(first.join(' ') === candidates.join(' '), path, 'not-in-the-order-of-their-rank')
}

/** All valid bids, the best first: total, price score, lower price, technical score, bid id. */
function order(dossier: Dossier, scored: Entry): string[] {
  const body = dossier.body(scored)
  if (!body.get('reviewed').isMissing)
    return [...body.get('reviewed').items]
      .sort((a, b) => a.get('rank').count - b.get('rank').count)
      .map((line) => line.get('bidId').said)
  const scores = (list: string) =>
    new Map(body.get(list).items.map((line) => [line.get('bidId').said, line.get('score').decimal()]))
  const [totals, prices, technical] = [scores('totals'), scores('prices'), scores('technical')]
  const fen = new Map(
    body
      .get('input')
      .get('prices')
      .items.map((line) => [line.get('bidId').said, line.get('priceFen').count]),
  )
  const more = (of: Map<string, Decimal>, a: string, b: string) => compare(of.get(b) ?? ZERO, of.get(a) ?? ZERO)
  return [...totals.keys()].sort(
    (a, b) =>
      more(totals, a, b) ||
      more(prices, a, b) ||
      (fen.get(a) ?? 0) - (fen.get(b) ?? 0) ||
      more(technical, a, b) ||
      (a < b ? -1 : 1),
  )
}

const ZERO: Decimal = { units: 0n, scale: 0 }

/** Award among ranked candidates: the winner in its turn, and nobody passed over without a cause; counts the acts. */
export function checkRankedAward(dossier: Dossier, candidates: string[]): number {
  let eligible = candidates
  let winner: string | undefined
  let acts = 0
  for (const entry of dossier.entries.filter(ofRanked)) {
    acts++
    demand(eligible.length > 0, entry.object, 'nobody-is-left-who-could-win')
    checkSigned(dossier, entry)
    if (entry.type === 'award/passed') {
      eligible = checkPassed(dossier, entry, eligible, winner ?? eligible[0]!)
      winner = undefined
    } else {
      demand(winner === undefined, entry.object, 'decided-twice')
      winner = checkDetermined(dossier, entry, eligible)
    }
  }
  return acts
}

function checkSigned(dossier: Dossier, entry: Entry): void {
  const [body, doc] = [dossier.body(entry), dossier.doc(entry)]
  const passed = entry.type === 'award/passed'
  doc.get('type').equals(passed ? 'award-passing' : 'award-determination', 'not-the-doc-of-this-act')
  for (const field of passed ? ['bidId', 'cause', 'reason'] : ['winner', 'reason'])
    doc.get(field).equalsField(body.get(field), 'signed-for-something-else')
  const statement = body.get('statement')
  const signer = usccOf(dossier.signerOf(statement, entry))
  const entity = dossier.publication.get('procuringEntity').get('uscc').said
  demand(signer === entity, statement.get('sig').path, 'not-signed-by-the-procuring-entity', signer)
  const finalists = dossier.first('award/finalists')
  demand(finalists !== undefined, entry.object, 'a-winner-without-candidates')
  const over = dossier.body(finalists).get('publicity').get('to').moment()
  demand(entry.at >= over, entry.object, 'before-the-publicity-of-the-candidates-was-over')
}

function checkPassed(dossier: Dossier, entry: Entry, eligible: string[], turn: string): string[] {
  const body = dossier.body(entry)
  body.get('bidId').equals(turn, 'passed-over-out-of-turn')
  const cause = body.get('cause')
  demand(CAUSES.includes(cause.said), cause.path, 'an-unknown-cause', cause.value)
  demand(body.get('reason').said.trim() !== '', body.get('reason').path, 'without-a-reason')
  const left = eligible.filter((bidId) => bidId !== turn)
  body.get('left').equals(left.length, 'not-how-many-are-left')
  return left
}

function checkDetermined(dossier: Dossier, entry: Entry, eligible: string[]): string {
  const body = dossier.body(entry)
  const winner = body.get('winner')
  demand(eligible.includes(winner.said), winner.path, 'not-one-of-those-who-could-win', winner.value)
  const first = winner.said === eligible[0]
  const only = dossier.publication.get('award').get('stateControlled').value !== false
  demand(first || !only, winner.path, 'not-the-first-candidate', winner.value, eligible[0])
  demand(first || body.get('reason').said.trim() !== '', body.get('reason').path, 'without-a-reason')
  return winner.said
}

/** The act that fixed the winner who stands before an entry, if there is one. */
export function standing(dossier: Dossier, before: Entry): Entry | undefined {
  const last = dossier.entries
    .filter((entry) => entry.n < before.n && (ofRanked(entry) || entry.type === 'award/withdrawn'))
    .at(-1)
  return last?.type === 'award/determined' ? last : undefined
}
