import { fromBase64, hex } from '@/shared/trust/bytes'
import { certificateOf } from '@/shared/trust/certificates'
import type { OpenedKeyFile } from '@/shared/trust/keyFile'
import { newPrivateKey, publicKeyOf, sign } from '@/shared/trust/sm2'
import { certify } from './party'

/** Makes a key in this browser and has the sandbox's authority certify it; the private key is shown to nobody. */
export async function makeSandboxKey(name: string, uscc: string): Promise<OpenedKeyFile> {
  const signKey = newPrivateKey()
  const point = publicKeyOf(signKey)
  const issued = await certify({ name, uscc, publicKey: hex(point), proof: hex(sign(signKey, point)) })
  return {
    signKey,
    certificate: certificateOf(fromBase64(issued.certificate)),
    chain: issued.chain.map((each) => certificateOf(fromBase64(each))),
  }
}
