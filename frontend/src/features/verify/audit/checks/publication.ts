import { hex } from '@/shared/trust/bytes'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { Oid } from '@/shared/trust/oids'
import { demand, within } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'

/** Publication: signed by the tenderer's side, to a key set that no side controls. */
export async function checkPublication(dossier: Dossier): Promise<number> {
  const entry = dossier.entries[0]!
  const statement = dossier.body(entry).get('statement')
  const doc = statement.get('doc')
  doc.get('type').equals('tender-publication')
  doc.get('tender').equals(dossier.manifest.get('tender').value!, 'foreign-tender')
  doc.get('lot').get('id').equals(dossier.manifest.get('lot').value!, 'foreign-tender')
  const uscc = dossier.signerOf(statement, entry).names[Oid.ORGANIZATION_IDENTIFIER] ?? ''
  const parties = ['agency', 'procuringEntity'].map((party) => doc.get(party).get('uscc').text())
  demand(parties.includes(uscc), statement.get('sig').path, 'not-the-tenderer', uscc, parties.join(' / '))
  const set = trustedSet(dossier, entry, dossier.body(entry).get('keySet'))
  doc.get('trusteeSet').equals(hex(set.id), 'another-key-set')
  for (const shown of dossier.all('lot/key-shown')) {
    const body = dossier.body(shown)
    const ids = set.members.map((member) => hex(member.id))
    if (body.get('set').value === hex(set.id))
      demand(ids.includes(body.get('member').text()), body.get('member').path, 'not-a-trustee')
  }
  for (const opened of dossier.all('evaluation/opened')) trustedSet(dossier, opened, dossier.body(opened).get('keySet'))
  return set.members.length
}

/** A key set of an entry, its members' certificates trusted. */
export function trustedSet(dossier: Dossier, entry: Entry, field: Field): KeySet {
  const set = within(field.path, () => keySetOf(field.object()))
  for (const { certificate } of set.members) dossier.demandTrusted(certificate, [], field.path, entry.at)
  return set
}
