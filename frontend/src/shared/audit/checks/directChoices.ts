import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import type { DrawSteps } from './drawSteps'

/** Whether a direct choice was approved; demands both signatures, and that nobody was left to be drawn. */
export function isApproved(dossier: Dossier, entry: Entry, steps: DrawSteps): boolean {
  const { object } = entry
  const body = dossier.body(entry)
  const isEmpty = steps.rulesBefore(entry.n).get('draw').isNull
  demand(isEmpty, object, 'a-direct-choice-before-the-pool-was-empty')
  const [request, decision] = [body.get('request'), body.get('decision')]
  const [asked, decided] = [request.get('doc'), decision.get('doc')]
  asked.get('type').equals('direct-choice', 'not-a-direct-choice')
  decided.get('type').equals('direct-choice-decision', 'not-a-direct-choice')
  for (const doc of [asked, decided]) doc.get('session').equalsField(body.get('session'), 'not-a-direct-choice')
  decided.get('request').equals(request.hexHash(), 'not-the-choice-that-was-decided')
  const codes = body.get('codes')
  demand(asked.get('experts').items.length === codes.items.length, codes.path, 'not-the-experts-who-were-chosen')
  const bySides = ofHost(dossier, request, entry) && !ofHost(dossier, decision, entry)
  demand(bySides, object, 'not-decided-by-the-other-side')
  return decided.get('approved').value === true
}

/** Numbers of those whom the request names. */
export const numbersOf = (dossier: Dossier, entry: Entry): string[] =>
  dossier
    .body(entry)
    .get('request')
    .get('doc')
    .get('experts')
    .items.map((expert) => expert.get('number').said)

/** Whether the procuring entity or its agency signed. */
export function ofHost(dossier: Dossier, statement: Field, entry: Entry): boolean {
  const uscc = usccOf(dossier.signerOf(statement, entry))
  return ['procuringEntity', 'agency'].some((party) => dossier.publication.get(party).get('uscc').said === uscc)
}
