import { hex } from './bytes'
import { canonicalHash, type JsonObject } from './canonicalJson'
import { Refused } from './refused'
import { verifyBy, type TrustFile } from './trustFile'

/** What the platform signs when it took a bid (回执, evidence.md section 6). */
export interface ReceiptDoc extends JsonObject {
  type: 'bid-receipt'
  v: 1
  act: 'SEALED' | 'WITHDRAWN'
  tender: string
  lot: string
  bidId: string
  bidder: string
  headerHash: string
  seq: number
  statement: string | null
  prevReceipt: string | null
  stamp: string
  boundMs: number
  verdict: 'ON_TIME' | 'HELD'
  leafNonce: string
  log: string
  trustFile: string
  sandbox: boolean
}

export interface Receipt {
  doc: ReceiptDoc
  sig: string
}

/** What the client knows of its own seal and expects to read in the receipt. */
export type ExpectedReceipt = Partial<
  Pick<ReceiptDoc, 'act' | 'tender' | 'lot' | 'bidId' | 'bidder' | 'headerHash' | 'seq' | 'statement'>
>

/** Verifies a receipt with the trust file, and that it says what the client expects; returns its hash. */
export function verifyReceipt(receipt: Receipt, trust: TrustFile, expected: ExpectedReceipt): string {
  const { doc } = receipt
  if (doc.type !== 'bid-receipt' || doc.v !== 1)
    throw new Refused('trust/bad-receipt', { field: 'type', seen: String(doc.type), expected: 'bid-receipt v1' })
  verifyBy(trust.receipts, receipt.sig, doc, doc.stamp)
  const wanted: Partial<ReceiptDoc> = { ...expected, log: trust.log, trustFile: trust.fingerprint }
  for (const [field, value] of Object.entries(wanted))
    if (doc[field] !== value)
      throw new Refused('trust/bad-receipt', { field, seen: String(doc[field]), expected: String(value) })
  return hex(canonicalHash(doc))
}
