import { text } from '../bytes'

/** What can be wrong with an envelope, in the words of bid-envelope.md section 6. */
export const FINDINGS = [
  'envelope/not-encrypted',
  'envelope/malformed',
  'envelope/bad-signature',
  'envelope/foreign-bidder',
  'envelope/foreign-tender',
  'envelope/unknown-document',
  'envelope/foreign-trustees',
  'envelope/wrong-sequence',
  'envelope/frames-missing',
  'envelope/frames-differ',
  'envelope/key-commitment',
  'envelope/share-commitment',
  'envelope/wrap-differs',
  'envelope/frame-forged',
  'envelope/too-few-shares',
] as const

export type Finding = (typeof FINDINGS)[number]

const PLAIN = ['%PDF-', 'PK\u0003\u0004', '<?xml', '{\\rtf', '{"']

/** Whether bytes are a known plain format, so surely not an envelope. */
export function looksPlain(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (PLAIN.some((mark) => head.startsWith(mark))) return true
  if (bytes[0] === 0x30 || bytes.length === 0) return false
  try {
    return /^[\p{L}\p{N}\p{P}\p{S}\p{Z}\s]*$/u.test(text(bytes.subarray(0, 256)))
  } catch {
    return false
  }
}
