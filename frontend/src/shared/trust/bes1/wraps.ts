import type { Bytes } from '../bytes'
import type { KeySet } from '../keySet'
import { shareOf } from '../shamir'
import { wrap } from '../sm2wrap'
import { sm3 } from '../sm3'
import type { BidHeader, TrusteeWrap } from './header'
import { coefficientsOf, scalarFor, shareCommitOf, wrapPlain } from './keys'

/** The wrap of the CEK to the bidder's own encryption key. */
export function selfWrap(prk: Uint8Array, cek: Uint8Array, core: Uint8Array, publicKey: Bytes): BidHeader['self'] {
  const recipient = sm3(publicKey)
  return {
    publicKey,
    wrap: wrap(publicKey, wrapPlain(cek, core, recipient, 'self'), scalarFor(prk, 'self', recipient, core)),
  }
}

/** The wraps of the shares to the members of a key set, in the order of x. */
export function trusteeWraps(prk: Uint8Array, cek: Uint8Array, core: Uint8Array, set: KeySet): TrusteeWrap[] {
  const coefficients = coefficientsOf(prk, set.threshold)
  return set.members.map((member) => {
    const share = shareOf(cek, coefficients, member.x)
    const plain = wrapPlain(share, core, member.id, 'trustee')
    return {
      trusteeId: member.id,
      shareCommit: shareCommitOf(core, member.id, share),
      wrap: wrap(member.encryptionKey, plain, scalarFor(prk, 'trustee', member.id, core)),
    }
  })
}
