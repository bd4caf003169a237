import { concat, hex, random, utf8, type Bytes } from '@/shared/trust/bytes'
import { certificateOf, type Certificate } from '@/shared/trust/certificates'
import { integer, octets, oid, sequence, setOf, Tag, tlv, utf8String } from '@/shared/trust/der'
import { Oid } from '@/shared/trust/oids'
import { newPrivateKey, publicKeyOf, sign } from '@/shared/trust/sm2'
import type { Signer } from '@/shared/trust/statement'

const YEAR = { from: '260101000000Z', to: '270101000000Z' }

function name(common: string, organization: string, uscc = ''): Bytes {
  const attribute = (type: string, value: string) => setOf(sequence(oid(type), utf8String(value)))
  const code = uscc ? [attribute(Oid.ORGANIZATION_IDENTIFIER, uscc)] : []
  return sequence(attribute(Oid.ORGANIZATION, organization), attribute(Oid.COMMON_NAME, common), ...code)
}

function certificate(subject: Bytes, issuer: Bytes, point: Bytes, issuerKey: Bytes, authority: boolean): Certificate {
  const algorithm = sequence(oid(Oid.SM2_WITH_SM3))
  const flag = authority ? tlv(Tag.BOOLEAN, new Uint8Array([0xff])) : new Uint8Array(0)
  const constraints = sequence(oid(Oid.BASIC_CONSTRAINTS), octets(sequence(flag)))
  const tbs = sequence(
    tlv(0xa0, integer(2)),
    integer(BigInt(`0x${hex(random(8))}`) + 1n),
    algorithm,
    issuer,
    sequence(tlv(Tag.UTC_TIME, utf8(YEAR.from)), tlv(Tag.UTC_TIME, utf8(YEAR.to))),
    subject,
    sequence(sequence(oid(Oid.EC_PUBLIC_KEY), oid(Oid.SM2_CURVE)), tlv(Tag.BIT_STRING, new Uint8Array([0]), point)),
    tlv(0xa3, sequence(constraints)),
  )
  const signature = concat(new Uint8Array([0]), sign(issuerKey, tbs))
  return certificateOf(sequence(tbs, algorithm, tlv(Tag.BIT_STRING, signature)))
}

/** A certification authority of one test, with the people it issues for. */
export class TestAuthority {
  private readonly key = newPrivateKey()
  private readonly subject: Bytes
  readonly root: Certificate

  constructor(common = '测试根') {
    this.subject = name(common, '启封测试')
    this.root = certificate(this.subject, this.subject, publicKeyOf(this.key), this.key, true)
  }

  /** A person with a key and a certificate of this authority; a company has a unified social credit code. */
  person(common: string, organization = common, uscc = ''): Signer & { encryptionKey: Bytes } {
    const signKey = newPrivateKey()
    const own = certificate(name(common, organization, uscc), this.subject, publicKeyOf(signKey), this.key, false)
    return { signKey, certificate: own, chain: [], encryptionKey: newPrivateKey() }
  }
}
