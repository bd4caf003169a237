import { concat, fromHex, fromUuid, u32, type Bytes } from './bytes'
import { canonicalHash, type JsonObject } from './canonicalJson'
import { sm3 } from './sm3'

/** Bytes of a nonce. */
export const NONCE_BYTES = 32

function commit(
  label: string,
  owner: string,
  member: string,
  number: number,
  nonce: Uint8Array,
  content: JsonObject,
): Bytes {
  return sm3(concat(label, fromUuid(owner), fromHex(member, 32), u32(number), nonce, canonicalHash(content)))
}

/** Commitment of a member (certificate id) to a score sheet (评分表) of a round, end of evidence.md section 9. */
export function sheetCommitment(
  session: string,
  member: string,
  version: number,
  nonce: Uint8Array,
  sheet: JsonObject,
): Bytes {
  return commit('QC1 sheet', session, member, version, nonce, sheet)
}

/** Commitment of a member of the award committee to its ballot (定标票) of a round. */
export function ballotCommitment(
  lot: string,
  member: string,
  round: number,
  nonce: Uint8Array,
  ballot: { choice: string; reason: string },
): Bytes {
  return commit('QC1 ballot', lot, member, round, nonce, { choice: ballot.choice, reason: ballot.reason })
}

/** Context of the note that holds a sheet or ballot until it is revealed. */
export function commitmentContext(commitment: Uint8Array): Bytes {
  return sm3(concat('QC1 note', commitment))
}
