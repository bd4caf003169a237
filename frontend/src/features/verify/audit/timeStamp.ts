import { concat, hex, same, text, type Bytes } from '@/shared/trust/bytes'
import { certificateOf, isNamedBy, type Certificate } from '@/shared/trust/certificates'
import { Parts, readAll, readOne, Tag, tlv, type Der } from '@/shared/trust/der'
import { Oid } from '@/shared/trust/oids'
import { demand, within } from './broken'

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const SHA256 = '2.16.840.1.101.3.4.2.1'
const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11']

/** Who made an RFC 3161 token, and when. */
export interface TimeStamp {
  authority: Certificate
  at: number
}

function attribute(attributes: Der[], type: string, object: string): Der {
  for (const each of attributes) {
    const parts = new Parts(each)
    if (parts.oid() === type) return readOne(parts.next(Tag.SET).content)
  }
  demand(false, object, 'bad-time-stamp', 'no attribute', type)
}

function genTime(element: Der): number {
  const [, date, time, fraction] = /^(\d{8})(\d{6})(?:\.(\d{1,9}))?Z$/.exec(text(element.content)) ?? []
  const iso = `${date?.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time?.replace(/(..)(..)(..)/, '$1:$2:$3')}`
  return Date.parse(`${iso}.${(fraction ?? '0').padEnd(3, '0').slice(0, 3)}Z`)
}

function readInfo(tst: Uint8Array, imprint: Uint8Array, object: string): number {
  const info = new Parts(readOne(tst))
  info.integer()
  info.oid()
  const message = info.sequence()
  demand(message.sequence().oid() === Oid.SM3, object, 'bad-time-stamp', 'another hash', 'SM3')
  const seen = message.octets()
  demand(same(seen, imprint), object, 'time-stamp-over-something-else', hex(seen), hex(imprint))
  info.next(Tag.INTEGER)
  return genTime(info.next(Tag.GENERALIZED_TIME))
}

async function rsaVerifies(certificate: Certificate, signature: Bytes, content: Bytes): Promise<boolean> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  try {
    const key = await crypto.subtle.importKey('spki', certificate.keyInfo, algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, key, signature, content)
  } catch {
    return false
  }
}

function parse(token: Uint8Array, imprint: Uint8Array, object: string) {
  const outer = new Parts(readOne(token))
  demand(outer.oid() === Oid.CMS_SIGNED_DATA, object, 'bad-time-stamp', 'another content', 'SignedData')
  const data = new Parts(readOne(outer.next(0xa0).content))
  data.integer()
  data.next(Tag.SET)
  const content = data.sequence()
  demand(content.oid() === TST_INFO, object, 'bad-time-stamp', 'another content', 'TSTInfo')
  const tst = new Parts(content.next(0xa0), 0xa0).octets()
  const certificates = readAll(data.next(0xa0).content).map((each) => certificateOf(each.raw))
  data.optional(0xa1)
  const info = new Parts(data.next(Tag.SET), Tag.SET).sequence()
  info.integer()
  const named = info.next(Tag.SEQUENCE)
  const authority = certificates.find((each) => isNamedBy(each, new Parts(named)))
  demand(authority !== undefined, object, 'bad-time-stamp', 'no certificate', "the authority's certificate")
  demand(info.sequence().oid() === SHA256, object, 'bad-time-stamp', 'another digest', 'SHA-256')
  const signedAttributes = info.next(0xa0)
  demand(RSA.includes(info.sequence().oid()), object, 'bad-time-stamp', 'another signature', 'RSA with SHA-256')
  return { authority, at: readInfo(tst, imprint, object), tst, signedAttributes, signature: info.octets() }
}

/** Verifies a token over an SM3 imprint, signed with RSA and SHA-256. */
export async function verifyTimeStamp(token: Uint8Array, imprint: Uint8Array, object: string): Promise<TimeStamp> {
  demand(token.length <= 32 * 1024, object, 'too-large', token.length)
  const { authority, at, tst, signedAttributes, signature } = within(object, () => parse(token, imprint, object))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', tst))
  const named = within(object, () => attribute(readAll(signedAttributes.content), Oid.MESSAGE_DIGEST, object).content)
  demand(same(digest, named), object, 'bad-time-stamp', 'another content', 'the content signed')
  const signed = tlv(Tag.SET, concat(signedAttributes.content))
  demand(
    await rsaVerifies(authority, signature, signed),
    object,
    'bad-time-stamp',
    'does not verify',
    'RSA with SHA-256',
  )
  demand(Number.isFinite(at), object, 'bad-time-stamp', 'no time', 'genTime')
  return { authority, at }
}
