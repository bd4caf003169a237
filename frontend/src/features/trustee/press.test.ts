import { describe, expect, it } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { sealFrame } from '@/shared/trust/bes1/frames'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from '@/shared/trust/bes1/sealer'
import { releaseShares } from '@/shared/trust/bes1/release'
import { base64, fromUuid, hex, random, utf8 } from '@/shared/trust/bytes'
import { canonicalHash } from '@/shared/trust/canonicalJson'
import { keySetOf } from '@/shared/trust/keySet'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement } from '@/shared/trust/statement'
import { pressDoc } from './press'
import type { PressToDo } from './trustee'

const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const authority = new TestAuthority()
const { doc, people } = trustees(authority, LOT)
const set = keySetOf(doc)
const me = people[0]!
const bidder = authority.person('甲公司')

function envelope(mode: 'TRUSTEES' | 'BIDDERS' = 'TRUSTEES') {
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
  const header = finishSeal(attempt, files, mode)
  const { der } = signHeader(header, bidder)
  return { bidId: hex(bidId), sealed: header, header: base64(der), headerHash: hex(sm3(der)) }
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

/** Mode BIDDERS: all but the last of these envelopes are released. */
function releasedToDo(envelopes: ReturnType<typeof envelope>[]): PressToDo {
  const work = toDo(envelopes)
  const releases = envelopes.map(({ bidId, headerHash, sealed }, i) => {
    const shares = releaseShares(sealed, set, bidder.encryptionKey)
    const statement = signStatement(bidder, { type: 'bid-release', bidId, headerHash, bidList: work.bidList, shares })
    const isReleased = i < envelopes.length - 1
    return {
      bidId,
      outcome: isReleased ? 'RELEASED' : 'REVOKED',
      release: isReleased ? hex(canonicalHash(statement.doc)) : null,
      statement: isReleased ? statement : null,
    }
  })
  return { ...work, bids: work.bids.slice(0, -1), releaseList: '22'.repeat(32), releases }
}

describe('Press of a trustee in mode BIDDERS 启封已放行的封套', () => {
  const three = [envelope('BIDDERS'), envelope('BIDDERS'), envelope('BIDDERS')]
  const press = (work: PressToDo) => pressDoc(work, me.certificate.id, hex(set.id), me.encryptionKey)

  it('gives shares of what was released, over the release list, and of nothing else', () => {
    const doc = press(releasedToDo(three))
    const shares = doc.shares as { bidId: string; share?: string }[]
    expect(doc.releaseList).toBe('22'.repeat(32))
    expect(shares.map((each) => each.bidId)).toEqual(three.slice(0, 2).map((each) => each.bidId))
    expect(shares.every((each) => /^[0-9a-f]{32}$/.test(each.share ?? ''))).toBe(true)
  })

  it('refuses a bid that the release list does not call released', () => {
    const work = releasedToDo(three)
    work.bids = toDo(three).bids
    expect(() => press(work)).toThrowError(/trustee\/foreign-list/)
  })

  it('refuses a release list without one of the live bids', () => {
    const work = releasedToDo(three)
    work.releases!.pop()
    expect(() => press(work)).toThrowError(/trustee\/foreign-list/)
  })

  it('refuses a release that is not the one of the list, or not signed', () => {
    const other = releasedToDo(three)
    other.releases![0]!.statement = other.releases![1]!.statement
    expect(() => press(other)).toThrowError(/trustee\/foreign-list/)
    const forged = releasedToDo(three)
    const [line] = forged.releases!
    line!.statement = { ...line!.statement!, doc: { ...line!.statement!.doc, v: 2 } }
    line!.release = hex(canonicalHash(line!.statement.doc))
    expect(() => press(forged)).toThrowError(/trust\/bad-signature/)
  })
})

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
