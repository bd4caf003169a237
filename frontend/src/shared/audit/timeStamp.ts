import { concat, hex, same, text, type Bytes } from '@/shared/trust/bytes'
import { certificateOf, isNamedBy, type Certificate } from '@/shared/trust/certificates'
import { Parts, readAll, readOne, Tag, tlv, type Der } from '@/shared/trust/der'
import { Oid } from '@/shared/trust/oids'
import { Refused } from '@/shared/trust/refused'
import { sm3 } from '@/shared/trust/sm3'
import { Broken } from './broken'

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11']
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const SIZE_MAX = 32 * 1024
const KNOWN_MAX = 4096

/** Who made an RFC 3161 token, and when. */
export interface TimeStamp {
  authority: Certificate
  at: number
}

interface Parsed extends TimeStamp {
  tst: Bytes
  signedAttributes: Der
  signature: Bytes
}

/** What verified before, by a hash over token and imprint; packages share their heads. */
const known = new Map<string, TimeStamp>()

function expect(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Refused('bad-time-stamp', { seen })
}

function optional(attributes: Der[], type: string): Der | undefined {
  const found = attributes.find((each) => new Parts(each).oid() === type)
  if (!found) return undefined
  const parts = new Parts(found)
  parts.oid()
  return readOne(parts.next(Tag.SET).content)
}

function attribute(attributes: Der[], type: string): Der {
  const found = optional(attributes, type)
  expect(found !== undefined, `no attribute ${type}`)
  return found
}

/** The signed attributes name the one certificate (RFC 5816, RFC 2634), so that no other can stand in its place. */
async function checkCertificate(attributes: Der[], authority: Certificate): Promise<void> {
  const newer = optional(attributes, SIGNING_CERTIFICATE_V2)
  const first = new Parts(newer ?? attribute(attributes, SIGNING_CERTIFICATE)).sequence().sequence()
  const hash = newer ? first.optional(Tag.SEQUENCE) : undefined
  if (hash) algorithm(hash, [SHA256], false)
  const digest = new Uint8Array(await crypto.subtle.digest(newer ? 'SHA-256' : 'SHA-1', authority.der))
  expect(same(first.octets(), digest), 'another certificate')
}

/** Whether a certificate is for time stamps and for nothing else, and says so critically (RFC 3161 section 2.3). */
function isForTimeStamps(certificate: Certificate): boolean {
  const wrapped = readAll(readOne(certificate.tbs).content).find((part) => part.tag === 0xa3)
  for (const extension of wrapped ? readAll(readOne(wrapped.content).content) : []) {
    const parts = new Parts(extension)
    if (parts.oid() !== EXTENDED_KEY_USAGE) continue
    const critical = parts.optional(Tag.BOOLEAN)?.content[0] === 0xff
    const usages = new Parts(readOne(parts.octets()))
    return critical && usages.oid() === TIME_STAMPING && usages.rest === 0
  }
  return false
}

function genTime(element: Der): number {
  const [, date, time, fraction] = /^(\d{8})(\d{6})(?:\.(\d{1,9}))?Z$/.exec(text(element.content)) ?? []
  const iso = `${date?.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time?.replace(/(..)(..)(..)/, '$1:$2:$3')}`
  const at = Date.parse(`${iso}.${(fraction ?? '0').padEnd(3, '0').slice(0, 3)}Z`)
  expect(Number.isFinite(at), 'no time')
  return at
}

function readInfo(tst: Uint8Array, imprint: Uint8Array): number {
  const info = new Parts(readOne(tst))
  info.integer()
  info.oid()
  const message = info.sequence()
  expect(message.sequence().oid() === Oid.SM3, 'another hash')
  expect(same(message.octets(), imprint), 'over something else')
  info.next(Tag.INTEGER)
  return genTime(info.next(Tag.GENERALIZED_TIME))
}

/** An algorithm with no parameters, or NULL. */
function algorithm(element: Der, wanted: string[], withNull: boolean): void {
  const parts = new Parts(element)
  expect(wanted.includes(parts.oid()), 'another algorithm')
  const parameters = parts.optional(Tag.NULL)
  parts.end()
  expect(parameters?.content.length === 0 || (!parameters && !withNull), 'parameters of an algorithm')
}

/** The one signer's part; what the signature leaves free stands in one form, so that no byte can change. */
function signerOf(info: Parts, digests: Parts, authority: Certificate): { signedAttributes: Der; signature: Bytes } {
  expect(info.integer() === 1n, 'another version of the signer')
  expect(isNamedBy(authority, new Parts(info.next(Tag.SEQUENCE))), 'no certificate of the signer')
  const digest = info.next(Tag.SEQUENCE)
  algorithm(digest, [SHA256], false)
  expect(same(digests.next(Tag.SEQUENCE).raw, digest.raw), 'another digest')
  digests.end()
  const signedAttributes = info.next(0xa0)
  algorithm(info.next(Tag.SEQUENCE), RSA, true)
  const signature = info.octets()
  info.end()
  return { signedAttributes, signature }
}

function parse(token: Uint8Array, imprint: Uint8Array): Parsed {
  expect(token.length <= SIZE_MAX, `${token.length} bytes`)
  const outer = new Parts(readOne(token))
  expect(outer.oid() === Oid.CMS_SIGNED_DATA, 'no SignedData')
  const data = new Parts(readOne(outer.next(0xa0).content))
  outer.end()
  expect(data.integer() === 3n, 'another version')
  const digests = new Parts(data.next(Tag.SET), Tag.SET)
  const content = data.sequence()
  expect(content.oid() === TST_INFO, 'no TSTInfo')
  const tst = new Parts(content.next(0xa0), 0xa0).octets()
  content.end()
  const authority = certificateOf(readOne(data.next(0xa0).content).raw)
  const signers = new Parts(data.next(Tag.SET), Tag.SET)
  data.end()
  const info = signers.sequence()
  signers.end()
  return { authority, at: readInfo(tst, imprint), tst, ...signerOf(info, digests, authority) }
}

async function verify({ authority, at, tst, signedAttributes, signature }: Parsed): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', tst))
  const attributes = readAll(signedAttributes.content)
  expect(same(digest, attribute(attributes, Oid.MESSAGE_DIGEST).content), 'another content')
  await checkCertificate(attributes, authority)
  expect(isForTimeStamps(authority), 'a certificate for something else')
  expect(at >= authority.from.getTime() && at <= authority.to.getTime(), 'outside the period of the certificate')
  const key = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const signed = tlv(Tag.SET, concat(signedAttributes.content))
  const holds = await crypto.subtle
    .importKey('spki', authority.keyInfo, key, false, ['verify'])
    .then((imported) => crypto.subtle.verify(key, imported, signature, signed))
    .catch(() => false)
  expect(holds, 'the signature does not verify')
}

/** Verifies a token over an SM3 imprint, signed with RSA and SHA-256. */
export async function verifyTimeStamp(token: Uint8Array, imprint: Uint8Array, object: string): Promise<TimeStamp> {
  const name = hex(sm3(imprint, token))
  const former = known.get(name)
  if (former) return former
  try {
    const parsed = parse(token, imprint)
    await verify(parsed)
    const stamp = { authority: parsed.authority, at: parsed.at }
    if (known.size < KNOWN_MAX) known.set(name, stamp)
    return stamp
  } catch (thrown) {
    if (thrown instanceof Refused) throw new Broken(object, 'bad-time-stamp', `${thrown.code} ${thrown.facts.seen}`)
    throw thrown
  }
}
