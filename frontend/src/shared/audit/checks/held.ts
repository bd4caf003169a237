import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { heldLines } from '../lines'
import { checkDeciders } from './deciders'

const DECISION = {
  type: 'held-decision',
  foreign: 'not-a-decision-over-held-bids',
  fields: ['bidList', 'reason', 'decisions'],
}

/**
 * The held bids: all of them decided once, alike by procuring entity and supervisor, behind the list and before names
 * and count (trust.md 5).
 */
export async function checkHeld(dossier: Dossier): Promise<number> {
  const [decided, ...again] = dossier.all('lot/held-decided')
  const held = heldLines(dossier)
  const names = dossier.first('lot/names')
  if (!decided) {
    demand(!names || held.length === 0, names?.object ?? '', 'named-before-held-bids-were-decided', held.length)
    return 0
  }
  demand(again.length === 0, again.at(-1)?.object ?? '', 'held-bids-decided-twice')
  demand(held.length > 0, decided.object, 'a-decision-where-no-bid-is-held')
  const list = dossier.first('lot/bid-list')!
  demand(list.n < decided.n, decided.object, 'decided-before-the-list')
  dossier.demandHeadBetween(list, decided)
  demand(!names || decided.n < names.n, decided.object, 'decided-behind-the-names')
  const body = dossier.body(decided).exactly('bidList', 'reason', 'decisions', 'statements')
  body.get('bidList').equals(list.contentHash, 'a-decision-over-another-bid-list')
  body.get('reason').text()
  checkLines(decided, body.get('decisions').items, held)
  checkDeciders(dossier, decided, DECISION, true, 'not-decided-by-procuring-entity-and-supervisor')
  return held.length
}

/** Exactly the held bids, in order. */
function checkLines(decided: Entry, lines: Field[], held: Field[]): void {
  demand(lines.length === held.length, decided.object, 'not-exactly-the-held-bids', lines.length, held.length)
  lines.forEach((line, i) => {
    line.exactly('bidId', 'headerHash', 'admitted')
    for (const id of ['bidId', 'headerHash']) line.get(id).equalsField(held[i]!.get(id), 'not-exactly-the-held-bids')
    demand(typeof line.get('admitted').value === 'boolean', line.path, 'neither-admitted-nor-refused')
  })
}
