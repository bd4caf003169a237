import { base64, fromBase64 } from './bytes'
import { canonical, type JsonObject } from './canonicalJson'
import type { Certificate } from './certificates'
import { signQs1, verifyQs1, type Qs1 } from './qs1'

/** A document that a person signs. */
export interface Statement<T extends JsonObject = JsonObject> {
  doc: T
  sig: string
}

/** The keys with which a person signs; they never leave the client. */
export interface Signer {
  signKey: Uint8Array
  certificate: Certificate
  chain: Certificate[]
}

/** Signs a document. */
export function signStatement<T extends JsonObject>(signer: Signer, doc: T): Statement<T> {
  return { doc, sig: base64(signQs1(signer.signKey, signer.certificate, signer.chain, canonical(doc))) }
}

/** Verifies a statement; refuses a signature that is not over this document. */
export function verifyStatement(statement: { doc: JsonObject; sig: string }): Qs1 {
  return verifyQs1(fromBase64(statement.sig), canonical(statement.doc))
}
