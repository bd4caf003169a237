import { describe, expect, it } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { sealFrame } from '@/shared/trust/bes1/frames'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from '@/shared/trust/bes1/sealer'
import { base64, fromUuid, hex, random, utf8 } from '@/shared/trust/bytes'
import { keySetOf } from '@/shared/trust/keySet'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import { pressDoc } from './press'
import type { PressToDo } from './trustee'

const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const authority = new TestAuthority()
const { doc, people } = trustees(authority, LOT)
const set = keySetOf(doc)
const me = people[0]!
const bidder = authority.person('甲公司')

function envelope() {
  const bidId = random(16)
  const attempt = beginSeal({
    publicationHash: sm3('publication'),
    lotId: fromUuid(LOT),
    docVersion: 1,
    set,
    bidder: bidder.certificate.id,
    bidId,
    seq: 1,
    selfPublicKey: publicKeyOf(bidder.encryptionKey),
  })
  const files = [utf8('{}'), utf8('{}')].map((file, i) => ({
    length: file.length,
    frameHashes: [sm3(sealFrame(attemptFileKey(attempt, i + 1), attempt.core, { n: i + 1, i: 0, last: true }, file))],
  }))
  const { der } = signHeader(finishSeal(attempt, files), bidder)
  return { bidId: hex(bidId), header: base64(der), headerHash: hex(sm3(der)) }
}

function toDo(envelopes: ReturnType<typeof envelope>[]): PressToDo {
  return {
    tender: LOT,
    lot: LOT,
    bidList: '11'.repeat(32),
    list: {
      deadline: '',
      frozenAt: '',
      bids: envelopes.map(({ bidId, headerHash }) => ({ bidId, headerHash, state: 'LIVE' })),
    },
    coefficient: '0.970',
    x: 1,
    trustee: hex(me.certificate.id),
    pressed: false,
    bids: envelopes.map(({ bidId, header }) => ({ bidId, header })),
  }
}

describe('Press of a trustee 启封', () => {
  const three = [envelope(), envelope(), envelope()]
  const press = (work: PressToDo, key = me.encryptionKey) =>
    pressDoc(work, me.certificate.id, hex(set.id), key).shares as { bidId: string; share?: string; badWrap?: boolean }[]

  it('answers every live bid of the list with the own share', () => {
    const shares = press(toDo(three))
    expect(shares.map((each) => each.bidId)).toEqual(three.map((each) => each.bidId))
    expect(shares.every((each) => /^[0-9a-f]{32}$/.test(each.share ?? ''))).toBe(true)
  })

  it('says that a wrap is bad when it does not open', () => {
    expect(press(toDo(three), people[1]!.encryptionKey).every((each) => each.badWrap)).toBe(true)
  })

  it('refuses an envelope that is not the one of the list', () => {
    const work = toDo(three)
    work.bids[1]!.header = three[0]!.header
    expect(() => press(work)).toThrowError(/trustee\/foreign-list/)
  })

  it('refuses a list with more or fewer envelopes', () => {
    const work = toDo(three)
    work.bids.pop()
    expect(() => press(work)).toThrowError(/trustee\/foreign-list/)
  })
})
