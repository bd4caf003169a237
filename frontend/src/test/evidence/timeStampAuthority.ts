import { concat, utf8, type Bytes } from '@/shared/trust/bytes'
import { certificateOf, type Certificate } from '@/shared/trust/certificates'
import { integer, octets, oid, sequence, setOf, Tag, tlv, utf8String } from '@/shared/trust/der'
import { Oid } from '@/shared/trust/oids'

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const RSA_OID = sequence(oid('1.2.840.113549.1.1.11'), tlv(Tag.NULL))
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), tlv(Tag.NULL))
const TST_INFO = '1.2.840.113549.1.9.16.1.4'

/** A time-stamp authority of one test: RSA with SHA-256 over SM3 imprints. */
export class TestTimeStamps {
  private constructor(
    private readonly key: CryptoKey,
    readonly certificate: Certificate,
  ) {}

  static async make(): Promise<TestTimeStamps> {
    const parameters = { ...RSA, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
    const pair = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
    const name = sequence(setOf(sequence(oid(Oid.COMMON_NAME), utf8String('测试时间戳'))))
    const validity = sequence(tlv(Tag.UTC_TIME, utf8('260101000000Z')), tlv(Tag.UTC_TIME, utf8('270101000000Z')))
    const info = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
    const usage = sequence(
      oid('2.5.29.37'),
      tlv(Tag.BOOLEAN, new Uint8Array([0xff])),
      octets(sequence(oid('1.3.6.1.5.5.7.3.8'))),
    )
    const extensions = tlv(0xa3, sequence(usage))
    const tbs = sequence(tlv(0xa0, integer(2)), integer(7), RSA_OID, name, validity, name, info, extensions)
    const signature = new Uint8Array(await crypto.subtle.sign(RSA, pair.privateKey, tbs))
    return new TestTimeStamps(
      pair.privateKey,
      certificateOf(sequence(tbs, RSA_OID, tlv(Tag.BIT_STRING, new Uint8Array([0]), signature))),
    )
  }

  async stamp(imprint: Uint8Array, at: string): Promise<Bytes> {
    const time = utf8(`${at.slice(0, 19).replace(/[-:T]/g, '')}Z`)
    const message = sequence(sequence(oid(Oid.SM3)), octets(imprint))
    const tst = sequence(integer(1), oid('1.3.6.1.4.1.13762.3'), message, integer(1), tlv(Tag.GENERALIZED_TIME, time))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', tst))
    const known = new Uint8Array(await crypto.subtle.digest('SHA-256', this.certificate.der))
    const attributes = setOf(
      sequence(oid('1.2.840.113549.1.9.16.2.47'), setOf(sequence(sequence(sequence(octets(known)))))),
      sequence(oid(Oid.CONTENT_TYPE), setOf(oid(TST_INFO))),
      sequence(oid(Oid.MESSAGE_DIGEST), setOf(octets(digest))),
    )
    const signature = new Uint8Array(await crypto.subtle.sign(RSA, this.key, attributes))
    const inner = concat(attributes)
    inner[0] = 0xa0
    const named = sequence(this.certificate.issuer, integer(this.certificate.serial))
    const signer = sequence(integer(1), named, SHA256, inner, RSA_OID, octets(signature))
    const content = sequence(oid(TST_INFO), tlv(0xa0, octets(tst)))
    const data = sequence(integer(3), setOf(SHA256), content, tlv(0xa0, this.certificate.der), setOf(signer))
    return sequence(oid(Oid.CMS_SIGNED_DATA), tlv(0xa0, data))
  }
}
