import { base64, hex } from '@/shared/trust/bytes'
import { canonical, type JsonObject } from '@/shared/trust/canonicalJson'
import { signQs1 } from '@/shared/trust/qs1'
import { publicKeyOf } from '@/shared/trust/sm2'
import type { TestAuthority } from './people'

/** A key set of three trustees with threshold two, and the people behind it. */
export function trustees(authority: TestAuthority, owner: string, purpose = 'LOT') {
  const people = (['SUPERVISION', 'NOTARY', 'CENTRE'] as const).map((side) => ({
    side,
    ...authority.person(`保管人 ${side}`),
  }))
  const members = people.map((person, i) => {
    const encryptionKey = hex(publicKeyOf(person.encryptionKey))
    const offer = { type: 'key-offer', v: 1, purpose, owner, encryptionKey }
    return {
      x: i + 1,
      name: person.side,
      side: person.side,
      certificate: base64(person.certificate.der),
      encryptionKey,
      sig: base64(signQs1(person.signKey, person.certificate, [], canonical(offer))),
    }
  })
  const doc: JsonObject = { type: 'key-set', v: 1, purpose, owner, threshold: 2, members }
  return { doc, people }
}
