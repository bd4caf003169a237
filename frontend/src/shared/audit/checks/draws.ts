import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { currentSet } from '../lotSets'
import { isByBidders } from './releases'
import { drawnId, isVoid, replay, said } from './drawReplay'
import { checkRepetitions } from './repeatedDraws'

const PURPOSES = ['COEFFICIENT', 'EXPERTS', 'LABELS', 'SEATS']
const STEPS = ['draw/committed', 'draw/sealed', 'draw/left-out', 'draw/shared', 'draw/revealed', 'draw/result']

/** Draws: committed before sealed, sealed before revealed, each step under a published head, and replayed. */
export async function checkDraws(dossier: Dossier): Promise<number> {
  const opened = dossier.all('draw/opened')
  const ids = new Set<string>()
  for (const draw of opened) {
    const id = drawnId(dossier, draw)
    demand(!ids.has(id), draw.object, 'a-draw-twice')
    ids.add(id)
    const purpose = dossier.body(draw).get('purpose').said
    demand(PURPOSES.includes(purpose), draw.object, 'an-unknown-purpose', purpose)
    if (purpose === 'COEFFICIENT') checkCoefficient(dossier, draw, opened)
    replay(dossier, draw, id)
  }
  checkRepetitions(dossier)
  for (const type of STEPS)
    for (const step of dossier.all(type))
      demand(ids.has(said(dossier, step).get('drawId').said), step.object, 'a-step-of-no-draw')
  return opened.length
}

/** Whether the chain has the result of a draw of the coefficient. */
export function isCoefficientDrawn(dossier: Dossier): boolean {
  const ids = dossier
    .all('draw/opened')
    .filter((draw) => dossier.body(draw).get('purpose').value === 'COEFFICIENT')
    .map((draw) => dossier.body(draw).get('drawId').said)
  return dossier.all('draw/result').some((result) => ids.includes(dossier.body(result).get('drawId').said))
}

function checkCoefficient(dossier: Dossier, draw: Entry, opened: Entry[]): void {
  for (const other of opened) {
    const second = other !== draw && dossier.body(other).get('purpose').value === 'COEFFICIENT'
    const counts = second && !isVoid(dossier, other) && !isVoid(dossier, draw)
    demand(!counts, other.n > draw.n ? other.object : draw.object, 'a-second-draw-of-the-coefficient')
  }
  const list = dossier.first('lot/bid-list')
  demand(list !== undefined, draw.object, 'drawn-before-the-bid-list')
  dossier.demandHeadBetween(list, draw)
  if (isByBidders(dossier)) {
    const releases = dossier.first('lot/release-list')
    demand(releases !== undefined, draw.object, 'drawn-before-the-release-list')
    dossier.demandHeadBetween(releases, draw)
  }
  const body = dossier.body(draw)
  body.get('set').equals(currentSet(dossier).id, 'a-draw-of-another-key-set')
  body.get('pool').equalsField(dossier.publication.get('method').get('k'), 'not-the-pool-that-was-published')
  demand(body.get('picks').value === 1, body.get('picks').path, 'not-one-coefficient')
}
