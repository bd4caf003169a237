import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Refusal } from '@/shared/api/http'
import { kept } from '@/shared/storage/kept'
import { fromHex, hex } from '@/shared/trust/bytes'
import { ballotCommitment, commitmentContext, sheetCommitment } from '@/shared/trust/commitments'
import { sendSealed, type SealedWork } from './sealedWork'

const file = new URL('../../../../trust/src/test/resources/vectors/bes1.json', import.meta.url)
const v = JSON.parse(readFileSync(file, 'utf8')).commitments

describe('Commitments to sheets and ballots', () => {
  it('are those of the shared vectors', () => {
    const nonce = fromHex(v.nonce)
    const sheet = sheetCommitment(v.session, v.member, v.version, nonce, v.sheet)
    expect(hex(sheet)).toBe(v.sheetCommit)
    expect(hex(commitmentContext(sheet))).toBe(v.sheetNoteContext)
    expect(hex(ballotCommitment(v.lot, v.member, v.round, nonce, v))).toBe(v.ballotCommit)
  })
})

const work = (nonce: string): SealedWork<{ a: string }> => ({ nonce, content: { a: 'b' }, commit: 'c', note: {} })
const refused = (status: number) => () => Promise.reject(new Refusal({ code: 'scoring/note-differs', status }))

describe('Sealed work', () => {
  it('is kept before it goes out', async () => {
    await sendSealed(
      'kept-first',
      () => work('1'),
      async () => {
        expect(await kept('kept-first')).toEqual(work('1'))
      },
    )
    expect(await kept('kept-first')).toEqual(work('1'))
  })

  it('goes out again unchanged when the line broke', async () => {
    await expect(sendSealed('again', () => work('1'), refused(0))).rejects.toThrow()
    const sent = await sendSealed(
      'again',
      () => work('2'),
      async () => {},
    )
    expect(sent.nonce).toBe('1')
  })

  it('is forgotten when the server refused it the first time, and kept when it may have been taken before', async () => {
    await expect(sendSealed('refused', () => work('1'), refused(422))).rejects.toThrow()
    expect(await kept('refused')).toBeUndefined()
    await expect(sendSealed('maybe', () => work('1'), refused(0))).rejects.toThrow()
    await expect(sendSealed('maybe', () => work('2'), refused(409))).rejects.toThrow()
    expect(await kept('maybe')).toEqual(work('1'))
  })
})
