import { demand } from '../broken'
import { usccOf, type Dossier, type Entry } from '../dossier'
import type { Field } from '../field'
import { heldLines } from '../lines'

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
  checkSigned(dossier, decided)
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

/** Two signed the very same; one for the procuring entity, and one who is not of the tenderer's side. */
function checkSigned(dossier: Dossier, decided: Entry): void {
  const body = dossier.body(decided)
  const statements = body.get('statements').items
  const party = (name: string) => dossier.publication.get(name).get('uscc').said
  const signers = statements.map((statement) => {
    const doc = statement.get('doc')
    doc.get('type').equals('held-decision', 'not-a-decision-over-held-bids')
    doc.get('lot').equalsField(dossier.lot, 'a-decision-in-another-lot')
    for (const id of ['bidList', 'reason', 'decisions'])
      doc.get(id).equalsField(body.get(id), 'another-decision-than-was-signed')
    return usccOf(dossier.signerOf(statement, decided))
  })
  const entities = signers.filter((uscc) => uscc === party('procuringEntity')).length
  const isDecided = signers.length === 2 && entities === 1 && !signers.includes(party('agency'))
  demand(isDecided, decided.object, 'not-decided-by-procuring-entity-and-supervisor', signers.join(' '))
}
