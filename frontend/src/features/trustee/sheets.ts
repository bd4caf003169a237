import { hex, type Bytes } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { keySetOf } from '@/shared/trust/keySet'
import { Refused } from '@/shared/trust/refused'
import { noteShare } from '@/shared/trust/sealedNote'
import type { SealedSheets } from './trustee'

/** Sheets of a session for which this trustee gave no share yet. */
export const waitingIn = (sealed: SealedSheets) => sealed.sheets.filter((sheet) => !sheet.given)

/** The doc with this trustee's shares of the sheets that members did not reveal. */
export function sheetSharesDoc(sealed: SealedSheets, certificate: string, encryptionKey: Bytes): JsonObject {
  const set = keySetOf(sealed.keySet)
  const member = set.members.find((each) => hex(each.id) === certificate)
  if (hex(set.id) !== sealed.set || !member)
    throw new Refused('scoring/not-of-the-set', { field: 'set', seen: certificate, expected: sealed.set })
  return {
    type: 'sheet-shares',
    v: 1,
    tender: sealed.tender,
    session: sealed.session,
    version: sealed.version,
    shares: sealed.sheets.map(({ member: owner, note }) => ({
      member: owner,
      share: hex(noteShare(note, member, encryptionKey)),
    })),
  }
}
