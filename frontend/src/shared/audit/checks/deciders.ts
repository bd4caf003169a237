import { demand } from '../broken'
import { usccOf } from '@/shared/trust/certificates'
import { type Dossier, type Entry } from '../dossier'

/** A decision over an opening: type of its doc, code of another type, and what everybody signed alike. */
export interface Decision {
  type: string
  foreign: string
  fields: string[]
}

/** Who signed: all the very same, one of them not of the tenderer's side, and the procuring entity where it decides too. */
export function checkDeciders(
  dossier: Dossier,
  entry: Entry,
  { type, foreign, fields }: Decision,
  withEntity: boolean,
  otherwise: string,
): void {
  const body = dossier.body(entry)
  const statements = body.get('statements').items
  const wanted = withEntity ? 1 : 0
  demand(statements.length === wanted + 1, entry.object, otherwise, statements.length)
  const party = (name: string) => dossier.publication.get(name).get('uscc').said
  const signers = statements.map((statement) => {
    const doc = statement.get('doc')
    doc.get('type').equals(type, foreign)
    doc.get('lot').equalsField(dossier.lot, 'a-decision-in-another-lot')
    for (const id of fields) doc.get(id).equalsField(body.get(id), 'another-decision-than-was-signed')
    return usccOf(dossier.signerOf(statement, entry))
  })
  const entities = signers.filter((uscc) => uscc === party('procuringEntity')).length
  const isDecided = entities === wanted && !signers.includes(party('agency'))
  demand(isDecided, entry.object, otherwise, signers.join(' '))
}
