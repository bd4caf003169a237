import { fromBase64, hex, same } from './bytes'
import { canonical, canonicalHash, type JsonObject } from './canonicalJson'
import { certificateOf, chainsTo, type Certificate } from './certificates'
import { verifyQs1, type Qs1 } from './qs1'
import { Refused } from './refused'

/** A certificate with the period in which it counts; `to` is `null` while it does. */
export interface Anchor {
  certificate: Certificate
  from: string
  to: string | null
  /** Name of a witness; empty for other anchors. */
  name: string
}

/** The anchors of an auditor (evidence.md section 7), verified against the witnesses that it names. */
export interface TrustFile {
  fingerprint: string
  mode: 'SANDBOX' | 'PRODUCTION'
  log: string
  logs: Anchor[]
  receipts: Anchor[]
  timeStamps: Anchor[]
  roots: Certificate[]
  witnesses: Anchor[]
  threshold: number
  genesis: string
}

function refuse(field: string, seen: unknown, expected: string): never {
  throw new Refused('trust/bad-trust-file', { field, seen: String(seen), expected })
}

function anchorsOf(list: unknown, field: string): Anchor[] {
  if (!Array.isArray(list) || list.length === 0) refuse(field, 'nothing', 'at least one certificate')
  return list.map((each: JsonObject) => ({
    certificate: certificateOf(fromBase64(each.certificate)),
    from: String(each.from),
    to: each.to === null || each.to === undefined ? null : String(each.to),
    name: typeof each.name === 'string' ? each.name : '',
  }))
}

/** Whether the anchor counts at a moment written as in section 1. */
export function countsAt(anchor: Anchor, moment: string): boolean {
  return anchor.from <= moment && (anchor.to === null || moment <= anchor.to)
}

/** Verifies a signature by one of the anchors that counts at `moment`. */
export function verifyBy(anchors: Anchor[], sig: unknown, doc: JsonObject, moment: string): Anchor {
  const { signer } = verifyQs1(fromBase64(sig), canonical(doc))
  const anchor = anchors.find((each) => same(each.certificate.id, signer.id) && countsAt(each, moment))
  if (!anchor)
    throw new Refused('trust/foreign-signer', {
      field: 'sig',
      seen: hex(signer.id),
      expected: 'a key of the trust file',
    })
  return anchor
}

/** Whether a person's certificate leads to a root of the trust file at `at`. */
export function isTrusted(file: TrustFile, signed: Qs1, at: Date): boolean {
  return chainsTo(file.roots, signed.signer, signed.others, at)
}

/** Reads a trust file and verifies that every witness it names has signed it. */
export function trustFileOf(value: JsonObject): TrustFile {
  const doc = value.doc as JsonObject
  if (doc?.type !== 'trust-file' || doc.v !== 1) refuse('type', doc?.type, 'trust-file v1')
  if (doc.mode !== 'SANDBOX' && doc.mode !== 'PRODUCTION') refuse('mode', doc.mode, 'SANDBOX or PRODUCTION')
  const witnesses = anchorsOf(doc.witnesses, 'witnesses')
  const sigs = (Array.isArray(value.sigs) ? value.sigs : []) as JsonObject[]
  const signers = new Set(sigs.map((each) => hex(verifyQs1(fromBase64(each.sig), canonical(doc)).signer.id)))
  const signed = witnesses.filter((witness) => signers.has(hex(witness.certificate.id)))
  const needed = doc.version === 1 ? witnesses.length : (doc.threshold as number)
  if (signed.length < needed) refuse('sigs', `${signed.length} witnesses`, `${needed} witnesses`)
  if (typeof doc.threshold !== 'number' || doc.threshold < 1 || doc.threshold > witnesses.length)
    refuse('threshold', doc.threshold, '1 … witnesses')
  return {
    fingerprint: hex(canonicalHash(doc)),
    mode: doc.mode,
    log: String(doc.log),
    logs: anchorsOf(doc.logCertificates, 'logCertificates'),
    receipts: anchorsOf(doc.receiptCertificates, 'receiptCertificates'),
    timeStamps: anchorsOf(doc.timeStampCertificates, 'timeStampCertificates'),
    roots: (doc.roots as string[]).map((root) => certificateOf(fromBase64(root))),
    witnesses,
    threshold: doc.threshold,
    genesis: String(doc.genesis),
  }
}
