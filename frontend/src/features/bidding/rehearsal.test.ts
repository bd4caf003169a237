import { expect, it, describe } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { sealFrame } from '@/shared/trust/bes1/frames'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from '@/shared/trust/bes1/sealer'
import { base64, fromUuid, hex, random, utf8 } from '@/shared/trust/bytes'
import { keySetOf } from '@/shared/trust/keySet'
import { newPrivateKey, publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import type { KeptReceipt } from './keptReceipts'
import { rehearse } from './rehearsal'
import type { SealableTender } from './tender'

const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const authority = new TestAuthority()
const set = keySetOf(trustees(authority, LOT).doc)
const bidder = authority.person('甲公司')
const own = newPrivateKey()

const tenderOf = (openingMode: 'TRUSTEES' | 'BIDDERS', of = set) =>
  ({ set: of, sets: [of], tender: { terms: { openingMode } } }) as unknown as SealableTender

function sealed(mode: 'TRUSTEES' | 'BIDDERS'): KeptReceipt {
  const attempt = beginSeal({
    publicationHash: sm3('publication'),
    lotId: fromUuid(LOT),
    docVersion: 1,
    set,
    bidder: bidder.certificate.id,
    bidId: random(16),
    seq: 1,
    selfPublicKey: publicKeyOf(own),
  })
  const files = [utf8('{}'), utf8('{}')].map((file, i) => ({
    length: file.length,
    frameHashes: [sm3(sealFrame(attemptFileKey(attempt, i + 1), attempt.core, { n: i + 1, i: 0, last: true }, file))],
  }))
  const { der } = signHeader(finishSeal(attempt, files, mode), bidder)
  const receipt = { doc: { headerHash: hex(sm3(der)) }, sig: '' } as unknown as KeptReceipt['receipt']
  return { hash: '', lot: LOT, receipt, header: base64(der), signature: '' }
}

describe('Rehearsal of the own bid 解密演练', () => {
  it('opens with the key that this machine kept, or with that of the key file', () => {
    const kept = { ...sealed('BIDDERS'), ownKey: hex(own) }
    expect(rehearse(tenderOf('BIDDERS'), kept, undefined)).toEqual({ files: 2, trustees: 3 })
    expect(rehearse(tenderOf('TRUSTEES'), sealed('TRUSTEES'), own)).toEqual({ files: 2, trustees: 0 })
  })

  it('says that the key is elsewhere', () => {
    expect(() => rehearse(tenderOf('BIDDERS'), sealed('BIDDERS'), undefined)).toThrowError(/own-key-elsewhere/)
    expect(() => rehearse(tenderOf('BIDDERS'), sealed('BIDDERS'), newPrivateKey())).toThrowError(/own-key-elsewhere/)
  })

  it('names an envelope that is not the one of the receipt, and trustees that are not those of the tender', () => {
    const other = { ...sealed('BIDDERS'), header: sealed('BIDDERS').header }
    expect(() => rehearse(tenderOf('BIDDERS'), other, own)).toThrowError(/other-envelope/)
    const foreign = keySetOf(trustees(authority, LOT).doc)
    expect(() => rehearse(tenderOf('BIDDERS', foreign), sealed('BIDDERS'), own)).toThrowError(/other-trustees/)
  })
})
