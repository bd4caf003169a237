import { base64, hex } from '../bytes'
import type { JsonObject } from '../canonicalJson'
import type { KeySet } from '../keySet'
import { Refused } from '../refused'
import { encodeSm2Cipher } from '../sm2wrap'
import { coreOf, type BidHeader } from './header'
import { prkOf } from './keys'
import { checkWithKey, unwrapSelf } from './opener'
import { trusteeWraps } from './wraps'

/**
 * What a bidder releases in mode BIDDERS (bid-envelope.md section 10): its CEK's shares, each wrapped to a trustee of
 * the lot and to nobody else. Refuses an envelope that the bidder's own key does not open, or that does not hold.
 */
export function releaseShares(header: BidHeader, set: KeySet, privateKey: Uint8Array): JsonObject[] {
  const cek = unwrapSelf(header, privateKey)
  const finding = checkWithKey(header, cek, set)
  if (finding)
    throw new Refused(finding, { field: 'header', seen: 'another value', expected: 'what the own key gives' })
  return trusteeWraps(prkOf(cek, header.salt), cek, coreOf(header), set).map(({ trusteeId, shareCommit, wrap }) => ({
    member: hex(trusteeId),
    shareCommit: hex(shareCommit),
    wrap: base64(encodeSm2Cipher(wrap)),
  }))
}
