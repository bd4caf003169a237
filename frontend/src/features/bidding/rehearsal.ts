import { decodeHeader } from '@/shared/trust/bes1/header'
import { checkWithKey, unwrapSelf } from '@/shared/trust/bes1/opener'
import { releaseShares } from '@/shared/trust/bes1/release'
import { fromBase64, fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import { Refused, require } from '@/shared/trust/refused'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import type { KeptReceipt } from './keptReceipts'
import type { SealableTender } from './tender'

/** What a rehearsal showed: files that the own key opens, and trustees for whom a release can be made (mode BIDDERS). */
export interface Rehearsed {
  files: number
  trustees: number
}

/**
 * Rehearsal (演练) of the own bid: the key of this machine, or of the key file, opens the envelope that was sealed, every
 * commitment and wrap follows from it, and in mode BIDDERS the release for the published trustees can be made. Nothing is
 * sent and nothing is kept.
 *
 * @param tender the publication, verified by this client
 * @param keyFile encryption key of the key file, if it has one
 */
export function rehearse(
  { tender, set: current, sets }: SealableTender,
  kept: KeptReceipt,
  keyFile: Bytes | undefined,
): Rehearsed {
  const der = fromBase64(kept.header)
  const { headerHash } = kept.receipt.doc
  require(hex(sm3(der)) === headerHash, 'sealing/other-envelope', 'headerHash', hex(sm3(der)), headerHash)
  const header = decodeHeader(der)
  const set = sets.find(({ id }) => same(id, header.trusteeSet)) ?? current
  const [sealedTo, published] = [hex(header.trusteeSet), hex(set.id)]
  require(sealedTo === published, 'sealing/other-trustees', 'trusteeSet', sealedTo, published)
  const own = kept.ownKey ? fromHex(kept.ownKey, 32) : keyFile
  if (!own || !same(publicKeyOf(own), header.self.publicKey))
    throw new Refused('sealing/own-key-elsewhere', {
      field: 'key',
      seen: own ? 'another key' : 'no key',
      expected: hex(header.self.publicKey),
    })
  const files = header.files.length
  if (tender.terms.openingMode === 'BIDDERS') return { files, trustees: releaseShares(header, set, own).length }
  const finding = checkWithKey(header, unwrapSelf(header, own), set)
  if (finding)
    throw new Refused(finding, { field: 'header', seen: 'another value', expected: 'what the own key gives' })
  return { files, trustees: 0 }
}
