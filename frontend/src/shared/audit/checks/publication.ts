import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier } from '../dossier'
import { checkKeySet } from './keySet'
import { checkKeySets } from './keySets'

/** Publication: signed by the tenderer's side, to a key set that no side controls; and every later set. */
export async function checkPublication(dossier: Dossier): Promise<number> {
  const entry = dossier.entries[0]!
  const body = dossier.body(entry)
  const doc = dossier.doc(entry)
  const signer = dossier.signerOf(body.get('statement'), entry)
  demand(doc.get('type').value === 'tender-publication', entry.object, 'not-a-publication')
  demand(doc.get('tender').value === entry.tender, entry.object, 'a-publication-of-another-tender')
  const set = body.get('keySet')
  const own = set.get('purpose').value === 'LOT' && set.get('owner').is(doc.get('lot').get('id'))
  demand(own, set.path, 'a-key-set-of-another-lot')
  const parties = ['agency', 'procuringEntity'].map((party) => doc.get(party).get('uscc').said)
  const uscc = usccOf(signer)
  demand(
    parties.includes(uscc),
    body.get('statement').get('sig').path,
    'signed-by-neither-agency-nor-procuring-entity',
    uscc,
    parties.join(' / '),
  )
  const members = checkKeySet(dossier, set, doc.get('trusteeSet').said, entry)
  return 1 + members + checkKeySets(dossier)
}
