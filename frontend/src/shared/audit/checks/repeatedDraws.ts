import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'

const SAME = ['purpose', 'pool', 'picks', 'set']

/** Id of the draw that was asked for first: of this one, or of that which it repeats. */
export function askedDraw(dossier: Dossier, id: string): string {
  const draw = dossier
    .all('draw/opened')
    .map((entry) => dossier.body(entry))
    .find((body) => body.get('drawId').said === id && !body.get('repeats').isMissing)
  const former = draw?.get('repeats').said
  return former === undefined || former === id ? id : askedDraw(dossier, former)
}

/** Draws that came to nothing (作废重抽): each is repeated once, the same draw among all others. */
export function checkRepetitions(dossier: Dossier): void {
  const repeated = new Set<string>()
  for (const draw of dossier.all('draw/opened')) {
    const repeats = dossier.body(draw).get('repeats')
    if (repeats.isMissing) continue
    demand(!repeated.has(repeats.said), draw.object, 'a-void-draw-repeated-twice')
    repeated.add(repeats.said)
    checkRepetition(dossier, draw, repeats.said)
  }
  for (const end of dossier.all('draw/void')) {
    const id = dossier.body(end).get('drawId').said
    const others = (partiesOf(dossier, openedBefore(dossier, id, end.n))?.length ?? 0) > 1
    demand(!others || repeated.has(id), end.object, 'a-void-draw-that-was-not-repeated')
  }
}

function checkRepetition(dossier: Dossier, draw: Entry, former: string): void {
  const end = dossier
    .all('draw/void')
    .find((entry) => entry.n < draw.n && dossier.body(entry).get('drawId').said === former)
  const first = end && openedBefore(dossier, former, end.n)
  demand(end !== undefined && first !== undefined, draw.object, 'a-repetition-of-no-void-draw')
  const [body, before] = [dossier.body(draw), dossier.body(first)]
  const same = SAME.every((name) => before.get(name).is(body.get(name)))
  const party = dossier.body(end).get('party').said
  const others = (partiesOf(dossier, first) ?? []).filter((id) => id !== party)
  const fits = same && others.join() === (partiesOf(dossier, draw) ?? []).join()
  demand(fits, draw.object, 'a-repetition-of-another-draw')
}

const openedBefore = (dossier: Dossier, id: string, n: number): Entry | undefined =>
  dossier.all('draw/opened').find((entry) => entry.n < n && dossier.body(entry).get('drawId').said === id)

const partiesOf = (dossier: Dossier, draw: Entry | undefined): string[] | undefined =>
  draw &&
  dossier
    .body(draw)
    .get('parties')
    .items.map((party) => party.said)
    .sort()
