import { base64, fromBase64, fromHex, fromUuid, type Bytes } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { certificateOf } from '@/shared/trust/certificates'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import type { Signer } from '@/shared/trust/statement'

/** A lot with its key set and one bidder; the private keys are worth nothing outside the run. */
export interface Group {
  lotId: Bytes
  set: KeySet
  trusteeKeys: Bytes[]
  bidder: Signer
  selfKey: Bytes
}

/** One envelope as one language hands it to the other. */
export interface SealedCase {
  group: number
  publicationHash: Bytes
  docVersion: number
  header: Bytes
  signature: Bytes
  files: { plain: Bytes; stored: Bytes }[]
}

/** Reads a group. */
export function groupOf(json: JsonObject): Group {
  const bidder = json.bidder as JsonObject
  return {
    lotId: fromUuid(json.lot),
    set: keySetOf(json.set as JsonObject),
    trusteeKeys: (json.trusteeKeys as string[]).map((key) => fromHex(key, 32)),
    bidder: {
      signKey: fromHex(bidder.signKey, 32),
      certificate: certificateOf(fromBase64(bidder.certificate)),
      chain: [],
    },
    selfKey: fromHex(bidder.encryptionKey, 32),
  }
}

/** Reads a case. */
export function caseOf(json: JsonObject): SealedCase {
  return {
    group: json.group as number,
    publicationHash: fromBase64(json.publicationHash),
    docVersion: json.docVersion as number,
    header: fromBase64(json.header),
    signature: fromBase64(json.signature),
    files: (json.files as JsonObject[]).map((file) => ({
      plain: fromBase64(file.plain),
      stored: fromBase64(file.stored),
    })),
  }
}

/** Writes a case as one line. */
export function lineOf(each: SealedCase): string {
  return JSON.stringify({
    ...each,
    publicationHash: base64(each.publicationHash),
    header: base64(each.header),
    signature: base64(each.signature),
    files: each.files.map((file) => ({ plain: base64(file.plain), stored: base64(file.stored) })),
  })
}
