import { describe, expect, it } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { concat, fromBase64, fromHex, fromUuid, hex, random, utf8 } from '../bytes'
import { keySetOf } from '../keySet'
import { combine } from '../shamir'
import { publicKeyOf } from '../sm2'
import { decodeSm2Cipher } from '../sm2wrap'
import { sm3 } from '../sm3'
import { sealFrame } from './frames'
import { decodeHeader, encodeHeader } from './header'
import { looksPlain } from './findings'
import { checkWithKey, openFile, readHeader, unwrapSelf, unwrapShare } from './opener'
import { releaseShares } from './release'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from './sealer'

const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const authority = new TestAuthority()
const { doc, people } = trustees(authority, LOT)
const set = keySetOf(doc)
const bidder = authority.person('甲公司')

function sealed(files: Uint8Array[], mode: 'TRUSTEES' | 'BIDDERS' = 'TRUSTEES') {
  const attempt = beginSeal({
    publicationHash: sm3('publication'),
    lotId: fromUuid(LOT),
    docVersion: 1,
    set,
    bidder: bidder.certificate.id,
    bidId: random(16),
    seq: 1,
    selfPublicKey: publicKeyOf(bidder.encryptionKey),
  })
  const frames = files.map((file, i) =>
    sealFrame(attemptFileKey(attempt, i + 1), attempt.core, { n: i + 1, i: 0, last: true }, file),
  )
  const header = finishSeal(
    attempt,
    files.map((file, i) => ({ length: file.length, frameHashes: [sm3(frames[i]!)] })),
    mode,
  )
  return { attempt, frames, header, ...signHeader(header, bidder) }
}

describe('Bid envelope BES1', () => {
  const bid = sealed([utf8('{"priceFen":1}'), utf8('{}'), new Uint8Array(0)])

  it('reads back byte for byte', () => {
    expect(hex(encodeHeader(decodeHeader(bid.der)))).toBe(hex(bid.der))
    expect(hex(readHeader(bid.der, bid.signature).signed.signer.id)).toBe(hex(bidder.certificate.id))
  })

  it('opens for its bidder and for any two trustees', () => {
    const header = decodeHeader(bid.der)
    expect(unwrapSelf(header, bidder.encryptionKey)).toEqual(bid.attempt.cek)
    const shares = [1, 2].map((i) => ({
      x: i + 1,
      share: unwrapShare(header, people[i]!.certificate.id, people[i]!.encryptionKey),
    }))
    expect(combine(shares)).toEqual(bid.attempt.cek)
    expect(checkWithKey(header, bid.attempt.cek, set)).toBeUndefined()
    expect(openFile(header, 1, attemptFileKey(bid.attempt, 1), bid.frames[0]!)).toEqual(utf8('{"priceFen":1}'))
    expect(openFile(header, 3, attemptFileKey(bid.attempt, 3), bid.frames[2]!)).toEqual(new Uint8Array(0))
  })

  it('names another key, a bad share and a bad wrap', () => {
    const header = decodeHeader(bid.der)
    expect(checkWithKey(header, random(16), set)).toBe('envelope/key-commitment')
    const [first, ...others] = header.trustees
    expect(
      checkWithKey({ ...header, trustees: [{ ...first!, shareCommit: sm3('x') }, ...others] }, bid.attempt.cek, set),
    ).toBe('envelope/share-commitment')
    expect(
      checkWithKey(
        { ...header, self: { ...header.self, wrap: { ...header.self.wrap, c3: sm3('x') } } },
        bid.attempt.cek,
        set,
      ),
    ).toBe('envelope/wrap-differs')
  })

  it('names a forged frame', () => {
    const forged = bid.frames[0]!.slice()
    forged[0]! ^= 1
    expect(() => openFile(bid.header, 1, attemptFileKey(bid.attempt, 1), forged)).toThrow(/envelope\/frame-forged/)
  })

  it('refuses a header with a changed byte', () => {
    for (let at = 0; at < bid.der.length; at += 7) {
      const changed = bid.der.slice()
      changed[at]! ^= 1
      expect(() => readHeader(changed, bid.signature), `byte ${at}`).toThrow(/envelope\//)
    }
  })

  it('tells plain formats from envelopes', () => {
    expect(looksPlain(utf8('%PDF-1.7'))).toBe(true)
    expect(looksPlain(utf8('投标报价 100 元'))).toBe(true)
    expect(looksPlain(bid.der)).toBe(false)
    expect(looksPlain(concat(bid.frames[0]!))).toBe(false)
  })
})

describe('Release of an envelope in mode BIDDERS', () => {
  const bid = sealed([utf8('{"priceFen":1}'), utf8('{}')], 'BIDDERS')

  it('gives the trustees what they had not before, and what the own key gives every time', () => {
    const shares = releaseShares(bid.header, set, bidder.encryptionKey)
    const trustees = shares.map(({ member, shareCommit, wrap }) => ({
      trusteeId: fromHex(member, 32),
      shareCommit: fromHex(shareCommit, 32),
      wrap: decodeSm2Cipher(fromBase64(wrap)),
    }))
    const header = { ...bid.header, trustees }
    const two = [0, 2].map((i) => ({
      x: i + 1,
      share: unwrapShare(header, people[i]!.certificate.id, people[i]!.encryptionKey),
    }))
    expect(bid.header.trustees).toEqual([])
    expect(combine(two)).toEqual(bid.attempt.cek)
    expect(checkWithKey(header, bid.attempt.cek, set)).toBeUndefined()
    expect(releaseShares(bid.header, set, bidder.encryptionKey)).toEqual(shares)
  })

  it('is refused to another key, and of an envelope that does not hold', () => {
    expect(() => releaseShares(bid.header, set, people[0]!.encryptionKey)).toThrow(/trust\//)
    const other = { ...bid.header, keyCommit: sm3('x') }
    expect(() => releaseShares(other, set, bidder.encryptionKey)).toThrow()
  })
})
