import { describe, expect, it } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { fromHex, hex, random, utf8 } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { keySetOf } from '@/shared/trust/keySet'
import { noteKey, openNote, sealNote } from '@/shared/trust/sealedNote'
import { sheetSharesDoc, waitingIn } from './sheets'
import type { SealedSheets } from './trustee'

const SESSION = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a12'
const authority = new TestAuthority()
const { doc, people } = trustees(authority, SESSION, 'SESSION')
const set = keySetOf(doc)
const content = utf8('{"nonce":"…","sheet":{}}')
const sealed: SealedSheets = {
  session: SESSION,
  tender: SESSION,
  name: '示例标段',
  version: 1,
  set: hex(set.id),
  keySet: doc,
  sheets: [{ member: 'cc'.repeat(32), given: false, note: sealNote(content, random(32), set) }],
}
const shareOf = (i: number) => {
  const person = people[i]!
  const [share] = sheetSharesDoc(sealed, hex(person.certificate.id), person.encryptionKey).shares as JsonObject[]
  return { x: i + 1, share: fromHex(share!.share, 16) }
}

describe('Sheets that members did not reveal 代为揭示评分', () => {
  it('opens a sealed sheet from the shares of two of three trustees', () => {
    const cek = noteKey([shareOf(0), shareOf(2)])
    expect(openNote(sealed.sheets[0]!.note, cek, set)).toEqual(content)
  })

  it('signs nothing for somebody outside the set, nor for another set than the session names', () => {
    const stranger = authority.person('路人')
    const me = people[0]!
    expect(() => sheetSharesDoc(sealed, hex(stranger.certificate.id), stranger.encryptionKey)).toThrow(/not-of-the-set/)
    const foreign = { ...sealed, set: 'dd'.repeat(32) }
    expect(() => sheetSharesDoc(foreign, hex(me.certificate.id), me.encryptionKey)).toThrow(/not-of-the-set/)
  })

  it('waits for those sheets only of which no share was given', () => {
    expect(waitingIn(sealed)).toHaveLength(1)
    expect(waitingIn({ ...sealed, sheets: [{ ...sealed.sheets[0]!, given: true }] })).toHaveLength(0)
  })
})
