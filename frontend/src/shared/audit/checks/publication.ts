import { hex, same, utf8 } from '@/shared/trust/bytes'
import { usccOf, certificateOf } from '@/shared/trust/certificates'
import { canonical } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { demand, within } from '../broken'
import { signature, type Dossier, type Entry } from '../dossier'
import type { Field } from '../field'

const CANARY = utf8('QK1 canary')

/** Publication: signed by the tenderer's side, to a key set that no side controls. */
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
  checkShown(dossier, entry)
  return 1 + checkKeySet(dossier, set, doc.get('trusteeSet').said, entry)
}

/** Members of the lot's set who showed that their key works did so on a canary. */
function checkShown(dossier: Dossier, publication: Entry): void {
  const members = memberIds(dossier.body(publication).get('keySet'))
  for (const entry of dossier.all('lot/key-shown')) {
    const body = dossier.body(entry)
    body.get('set').equalsField(dossier.doc(publication).get('trusteeSet'), 'of-another-key-set')
    demand(members.includes(body.get('member').said), entry.object, 'no-member-of-the-set')
    const answer = body.get('answer').bytes(32)
    demand(same(answer.slice(0, CANARY.length), CANARY), entry.object, 'not-the-answer-to-a-canary')
  }
}

/** Ids of the members of a key set. */
export function memberIds(set: Field): string[] {
  return set.get('members').items.map((member) => hex(sm3(member.get('certificate').base64())))
}

/** Checks a key set and returns the number of members. */
export function checkKeySet(dossier: Dossier, set: Field, id: string, entry: Entry): number {
  demand(set.hexHash() === id, set.path, 'not-the-key-set-that-is-named')
  const sides = new Map<string, number>()
  const members = set.get('members').items
  members.forEach((member, i) => {
    demand(member.get('x').value === i + 1, set.path, 'members-out-of-order')
    const side = member.get('side').said
    sides.set(side, (sides.get(side) ?? 0) + 1)
    checkOffer(dossier, set, member, entry)
  })
  const threshold = set.get('threshold').count
  const most = Math.max(0, ...sides.values())
  demand(threshold > most && members.length - threshold >= most, set.path, 'one-side-controls-the-set', threshold, most)
  return members.length
}

function checkOffer(dossier: Dossier, set: Field, member: Field, entry: Entry): void {
  const offer = {
    type: 'key-offer',
    v: 1,
    purpose: set.get('purpose').value ?? null,
    owner: set.get('owner').value ?? null,
    encryptionKey: member.get('encryptionKey').value ?? null,
  }
  const signed = signature(member.get('sig').base64(), canonical(offer), set.path)
  dossier.demandTrusted(signed, set.path, entry.at)
  const der = member.get('certificate').base64()
  const { id } = within(set.path, 'an-unreadable-certificate', () => certificateOf(der))
  demand(same(signed.signer.id, id), set.path, 'a-key-offered-by-another-person')
}
