import { seal, type SealedWork } from '@/shared/sealed/sealedWork'
import { kept } from '@/shared/storage/kept'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { sheetCommitment } from '@/shared/trust/commitments'
import type { Sheet } from './evaluation'

/** Where the sealed sheet of a member is kept in this browser until it is revealed. */
export const sealedKey = (session: string, member: string, round: number) => `sheet/${session}/${member}/${round}`

/** Commits to the sheet and seals it to the session's key set. */
export function sealSheet<T extends JsonObject>(
  session: string,
  paper: { doc: { version: number }; keySet: JsonObject; member: string },
  sheet: T,
): SealedWork<T> {
  return seal({
    keySet: paper.keySet,
    owner: session,
    content: sheet,
    commitment: (nonce) => sheetCommitment(session, paper.member, paper.doc.version, nonce, sheet),
    note: (nonce) => ({ nonce, sheet }),
  })
}

/** The sheet that this browser sealed in a round, or nothing when it was another browser. */
export const keptSheet = <T extends JsonObject = Sheet>(session: string, member: string, round: number) =>
  kept<SealedWork<T>>(sealedKey(session, member, round))
