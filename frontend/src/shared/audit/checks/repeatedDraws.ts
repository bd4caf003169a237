import { repeatedDraw } from '@/shared/trust/draw'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'

const SAME = ['purpose', 'pool', 'picks', 'set']

/** One party alone would choose what is drawn. */
const OTHERS_MIN = 2

/** Id of the draw that was asked for first: of this one, or of that which it repeats. */
export function askedDraw(dossier: Dossier, id: string): string {
  const former = dossier
    .all('draw/opened')
    .map((entry) => dossier.body(entry))
    .filter((body) => body.get('drawId').said === id && !body.get('repeats').isMissing)
    .map((body) => body.get('repeats'))
    .find((repeats) => repeats.uuid() && repeatedDraw(repeats.said) === id)
  return former === undefined ? id : askedDraw(dossier, former.said)
}

/** Draws that came to nothing (作废重抽): each is repeated once, the same draw among all others, where there are two. */
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
    const first = openedBefore(dossier, id, end.n)
    const others = first !== undefined && othersOf(dossier, first, end).length >= OTHERS_MIN
    demand(!others || repeated.has(id), end.object, 'a-void-draw-that-was-not-repeated')
  }
}

function checkRepetition(dossier: Dossier, draw: Entry, former: string): void {
  const end = dossier
    .all('draw/void')
    .find((entry) => entry.n < draw.n && dossier.body(entry).get('drawId').said === former)
  const first = end && openedBefore(dossier, former, end.n)
  demand(end !== undefined && first !== undefined, draw.object, 'a-repetition-of-no-void-draw')
  const others = othersOf(dossier, first, end)
  demand(others.length >= OTHERS_MIN, draw.object, 'a-repetition-among-too-few', others.length, OTHERS_MIN)
  const [body, before] = [dossier.body(draw), dossier.body(first)]
  body.get('repeats').uuid()
  const same = SAME.every((name) => before.get(name).is(body.get(name)))
  const own = body.get('drawId').said === repeatedDraw(former)
  const fits = same && own && others.join() === partiesOf(dossier, draw).join()
  demand(fits, draw.object, 'a-repetition-of-another-draw')
}

const openedBefore = (dossier: Dossier, id: string, n: number): Entry | undefined =>
  dossier.all('draw/opened').find((entry) => entry.n < n && dossier.body(entry).get('drawId').said === id)

const partiesOf = (dossier: Dossier, draw: Entry): string[] =>
  dossier
    .body(draw)
    .get('parties')
    .items.map((party) => party.said)
    .sort()

/** Whoever took part beside the party that broke the draw. */
function othersOf(dossier: Dossier, draw: Entry, end: Entry): string[] {
  const broke = dossier.body(end).get('party').said
  return partiesOf(dossier, draw).filter((party) => party !== broke)
}
