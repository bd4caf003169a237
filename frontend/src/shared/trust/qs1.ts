import { compare, same, type Bytes } from './bytes'
import { certificateOf, isNamedBy, type Certificate } from './certificates'
import { integer, oid, octets, Parts, readAll, readOne, sequence, setOf, Tag, tlv, type Der } from './der'
import { Oid } from './oids'
import { Refused } from './refused'
import { publicKeyOf, sign, verify } from './sm2'
import { sm3 } from './sm3'

/** A QS1 signature (evidence.md section 2) that holds: who signed, and the other certificates it brought. */
export interface Qs1 {
  signer: Certificate
  others: Certificate[]
}

const DER_MAX = 32768

function refuse(seen: string, expected: string): never {
  throw new Refused('trust/bad-signature', { field: 'signature', seen, expected })
}

function expect(holds: boolean, seen: string, expected: string): asserts holds {
  if (!holds) refuse(seen, expected)
}

function signedAttributes(messageDigest: Uint8Array): Bytes {
  return setOf(
    sequence(oid(Oid.CONTENT_TYPE), setOf(oid(Oid.CMS_DATA))),
    sequence(oid(Oid.MESSAGE_DIGEST), setOf(octets(messageDigest))),
  )
}

/** Signs `content` with the private key of `certificate`; `others` are issuers up to, without, the root. */
export function signQs1(
  privateKey: Uint8Array,
  certificate: Certificate,
  others: Certificate[],
  content: Uint8Array,
): Bytes {
  if (!certificate.publicKey || !same(publicKeyOf(privateKey), certificate.publicKey))
    throw new Refused('trust/bad-key', {
      field: 'signKey',
      seen: 'another key',
      expected: 'the key of the certificate',
    })
  const attributes = signedAttributes(sm3(content))
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuer, integer(certificate.serial)),
    sequence(oid(Oid.SM3)),
    tlv(0xa0, readOne(attributes).content),
    sequence(oid(Oid.SM2_WITH_SM3)),
    octets(sign(privateKey, attributes, certificate.publicKey)),
  )
  const certificates = [certificate, ...others].map((each) => each.der).sort(compare)
  const signedData = sequence(
    integer(1),
    setOf(sequence(oid(Oid.SM3))),
    sequence(oid(Oid.CMS_DATA)),
    tlv(0xa0, ...certificates),
    setOf(signerInfo),
  )
  return sequence(oid(Oid.CMS_SIGNED_DATA), tlv(0xa0, signedData))
}

function algorithm(parts: Parts, wanted: string): void {
  const found = parts.oid()
  expect(parts.rest === 0, 'parameters', 'none')
  expect(found === wanted, found, wanted)
}

function isSorted(set: Der[]): boolean {
  return set.every((each, i) => i === 0 || compare(set[i - 1]!.raw, each.raw) < 0)
}

function signedDataOf(der: Uint8Array): Parts {
  expect(der.length <= DER_MAX, `${der.length} bytes`, `at most ${DER_MAX}`)
  const outer = new Parts(readOne(der))
  expect(outer.oid() === Oid.CMS_SIGNED_DATA, 'another content type', 'SignedData')
  const signedData = new Parts(readOne(outer.next(0xa0).content))
  outer.end()
  return signedData
}

/** Bytes of the certificates that a signature brings, whether it verifies or not. */
export function certificatesBroughtBy(der: Uint8Array): Bytes[] {
  const data = signedDataOf(der)
  data.integer()
  data.next(Tag.SET)
  data.sequence()
  return readAll(data.next(0xa0).content).map((each) => each.raw)
}

function checkAttributes(set: Der, content: Uint8Array): Bytes {
  const attributes = tlv(Tag.SET, set.content)
  const wanted = signedAttributes(sm3(content))
  if (!same(attributes, wanted)) {
    const sizes = readAll(set.content).length
    refuse(
      sizes === 2 ? 'other content or attributes' : `${sizes} attributes`,
      'contentType and messageDigest of this content',
    )
  }
  return attributes
}

/** Verifies the signature over `content`; refuses everything that section 2 does not describe. */
export function verifyQs1(der: Uint8Array, content: Uint8Array): Qs1 {
  const data = signedDataOf(der)
  expect(data.integer() === 1n, 'another version', '1')
  const digests = new Parts(data.next(Tag.SET), Tag.SET)
  algorithm(digests.sequence(), Oid.SM3)
  digests.end()
  const encapsulated = data.sequence()
  expect(encapsulated.oid() === Oid.CMS_DATA && encapsulated.rest === 0, 'content inside', 'id-data without content')
  const embedded = readAll(data.next(0xa0).content)
  expect(isSorted(embedded), 'certificates out of order', 'DER order')
  const certificates = embedded.map((each) => certificateOf(each.raw))
  const signers = new Parts(data.next(Tag.SET), Tag.SET)
  data.end()
  const info = signers.sequence()
  expect(signers.rest === 0, 'more signers', 'exactly one signer')
  expect(info.integer() === 1n, 'another version', '1')
  const named = info.next(Tag.SEQUENCE)
  const signer = certificates.find((each) => isNamedBy(each, new Parts(named)))
  algorithm(info.sequence(), Oid.SM3)
  const attributes = checkAttributes(info.next(0xa0), content)
  algorithm(info.sequence(), Oid.SM2_WITH_SM3)
  const signature = info.octets()
  info.end()
  expect(signer?.publicKey !== undefined, 'no certificate of the signer', "the signer's SM2 certificate")
  expect(
    verify(signer.publicKey, attributes, signature),
    'does not verify',
    'a signature by the key of the certificate',
  )
  return { signer, others: certificates.filter((each) => each !== signer) }
}
