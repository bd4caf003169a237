import { same } from '@/shared/trust/bytes'
import { certificateOf } from '@/shared/trust/certificates'
import { canonical } from '@/shared/trust/canonicalJson'
import { demand, within } from '../broken'
import { signature, type Dossier, type Entry } from '../dossier'
import type { Field } from '../field'

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
