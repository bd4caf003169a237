import { hex, same, text, type Bytes } from './bytes'
import { integerOf, Parts, readAll, readOne, Tag, type Der } from './der'
import { Oid } from './oids'
import { Refused } from './refused'
import { verify } from './sm2'
import { sm3 } from './sm3'

/** What the platform reads of an X.509 certificate. */
export interface Certificate {
  der: Bytes
  /** SM3 of the DER. */
  id: Bytes
  serial: bigint
  issuer: Bytes
  subject: Bytes
  /** Attributes of the subject by their dotted OID. */
  names: Record<string, string>
  from: Date
  to: Date
  /** Uncompressed SM2 point, or nothing for another kind of key. */
  publicKey?: Bytes
  /** DER of the SubjectPublicKeyInfo. */
  keyInfo: Bytes
  isAuthority: boolean
  tbs: Bytes
  algorithm: string
  signature: Bytes
}

const DER_MAX = 16384

function timeOf(element: Der): Date {
  const digits = text(element.content)
  const utc = element.tag === Tag.UTC_TIME
  if (!(utc ? /^\d{12}Z$/ : /^\d{14}Z$/).test(digits) || (!utc && element.tag !== Tag.GENERALIZED_TIME))
    throw new Refused('trust/bad-certificate', { field: 'validity', seen: digits, expected: 'time in UTC' })
  const full = utc ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(full)!
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function namesOf(subject: Der): Record<string, string> {
  const names: Record<string, string> = {}
  for (const set of readAll(subject.content))
    for (const attribute of readAll(set.content)) {
      const parts = new Parts(attribute)
      const type = parts.oid()
      names[type] ??= text(parts.next().content)
    }
  return names
}

function bitsOf(element: Der): Bytes {
  if (element.tag !== Tag.BIT_STRING || element.content[0] !== 0)
    throw new Refused('trust/bad-certificate', { field: 'bits', seen: 'unused bits', expected: 'whole bytes' })
  return element.content.slice(1)
}

function publicKeyOf(keyInfo: Der): Bytes | undefined {
  const parts = new Parts(keyInfo)
  const algorithm = parts.sequence()
  if (algorithm.oid() !== Oid.EC_PUBLIC_KEY || algorithm.oid() !== Oid.SM2_CURVE) return undefined
  const point = bitsOf(parts.next(Tag.BIT_STRING))
  return point.length === 65 && point[0] === 4 ? point : undefined
}

function isAuthority(extensions: Der | undefined): boolean {
  if (!extensions) return false
  for (const extension of readAll(readOne(extensions.content).content)) {
    const parts = new Parts(extension)
    if (parts.oid() !== Oid.BASIC_CONSTRAINTS) continue
    parts.optional(Tag.BOOLEAN)
    const flag = new Parts(readOne(parts.octets())).optional(Tag.BOOLEAN)
    return flag?.content[0] === 0xff
  }
  return false
}

/** Parses a certificate of at most 16 KiB; refuses anything that is not strict DER. */
export function certificateOf(der: Uint8Array): Certificate {
  if (der.length > DER_MAX)
    throw new Refused('trust/bad-certificate', {
      field: 'certificate',
      seen: `${der.length} bytes`,
      expected: `at most ${DER_MAX}`,
    })
  const whole = new Parts(readOne(der))
  const body = whole.next(Tag.SEQUENCE)
  const algorithm = whole.sequence().oid()
  const signature = bitsOf(whole.next(Tag.BIT_STRING))
  whole.end()
  const tbs = new Parts(body)
  tbs.optional(0xa0)
  const serial = integerOf(tbs.next(Tag.INTEGER))
  if (tbs.sequence().oid() !== algorithm)
    throw new Refused('trust/bad-certificate', { field: 'signatureAlgorithm', seen: 'two algorithms', expected: 'one' })
  const issuer = tbs.next(Tag.SEQUENCE)
  const validity = tbs.sequence()
  const subject = tbs.next(Tag.SEQUENCE)
  const keyInfo = tbs.next(Tag.SEQUENCE)
  let extensions: Der | undefined
  while (tbs.rest) {
    const part = tbs.next()
    if (part.tag === 0xa3) extensions = part
  }
  return {
    der: der.slice() as Bytes,
    id: sm3(der),
    serial,
    issuer: issuer.raw,
    subject: subject.raw,
    names: namesOf(subject),
    from: timeOf(validity.next()),
    to: timeOf(validity.next()),
    publicKey: publicKeyOf(keyInfo),
    keyInfo: keyInfo.raw,
    isAuthority: isAuthority(extensions),
    tbs: body.raw,
    algorithm,
    signature,
  }
}

/** Common name of the subject, or the organization, or the id. */
export function displayName(certificate: Certificate): string {
  const { names } = certificate
  return names[Oid.COMMON_NAME] ?? names[Oid.ORGANIZATION] ?? hex(certificate.id)
}

/** Whether `issuer` signed `certificate` with SM2. */
export function issuedBy(certificate: Certificate, issuer: Certificate): boolean {
  return (
    same(certificate.issuer, issuer.subject) &&
    issuer.publicKey !== undefined &&
    certificate.algorithm === Oid.SM2_WITH_SM3 &&
    verify(issuer.publicKey, certificate.tbs, certificate.signature)
  )
}

const CHAIN_MAX = 5

/** Whether a chain over `others` leads from the certificate to one of the roots, all valid at `at`. */
export function chainsTo(roots: Certificate[], certificate: Certificate, others: Certificate[], at: Date): boolean {
  let current = certificate
  for (let length = 0; length < CHAIN_MAX; length++) {
    if (at < current.from || at > current.to) return false
    const anchor = roots.find((root) => same(root.id, current.id) || issuedBy(current, root))
    if (anchor) return same(anchor.id, current.id) || (at >= anchor.from && at <= anchor.to)
    const next = others.find((other) => other.isAuthority && !same(other.id, current.id) && issuedBy(current, other))
    if (!next) return false
    current = next
  }
  return false
}

/** DER of the issuer and the serial number, as CMS names a signer. */
export function isNamedBy(certificate: Certificate, issuerAndSerial: Parts): boolean {
  const issuer = issuerAndSerial.next(Tag.SEQUENCE)
  const serial = issuerAndSerial.integer()
  issuerAndSerial.end()
  return same(issuer.raw, certificate.issuer) && serial === certificate.serial
}

/** Unified social credit code in the subject of a certificate, or nothing. */
export const usccOf = (certificate: Certificate): string => certificate.names[Oid.ORGANIZATION_IDENTIFIER] ?? ''
