import { capitals } from '@/shared/format/money'
import type { JsonObject } from '@/shared/trust/canonicalJson'

/** What the bidder promises and what the opening record will publish (投标函, bid.json). */
export interface BidLetter {
  priceFen: number | undefined
  durationDays: number | undefined
  quality: string
  bidValidityDays: number | undefined
  projectLeader: string
  securityForm: 'BOND' | 'CASH'
  securityFen: number | undefined
  securityReference: string
}

export type FileRole = 'LETTER' | 'TECHNICAL' | 'PRICED_BILL' | 'OTHER'

/** A file that the bidder chose. */
export interface ChosenFile {
  role: FileRole
  file: File
}

/** A letter with nothing but what the tender gives. */
export function emptyLetter(): BidLetter {
  return {
    priceFen: undefined,
    durationDays: undefined,
    quality: '合格',
    bidValidityDays: undefined,
    projectLeader: '',
    securityForm: 'BOND',
    securityFen: undefined,
    securityReference: '',
  }
}

/** `bid.json` of a letter that was checked (bid-envelope.md section 7). */
export function bidDocument(letter: BidLetter): JsonObject {
  const { priceFen, durationDays, bidValidityDays, securityFen } = letter
  if (
    priceFen === undefined ||
    durationDays === undefined ||
    bidValidityDays === undefined ||
    securityFen === undefined
  )
    throw new Error('the letter was not checked')
  return {
    type: 'bid',
    v: 1,
    priceFen,
    priceWords: capitals(priceFen),
    durationDays,
    quality: letter.quality.trim(),
    bidValidityDays,
    projectLeader: letter.projectLeader.trim(),
    security: { form: letter.securityForm, amountFen: securityFen, reference: letter.securityReference.trim() },
  }
}

/** `manifest.json`: names, roles and hashes of the plain files, from number 3 on, and where criteria are answered. */
export function manifestDocument(
  files: (ChosenFile & { sm3: string })[],
  provenance: Record<string, string>,
  index: JsonObject[] = [],
): JsonObject {
  const own = [
    { n: 1, role: 'BID', name: 'bid.json', mediaType: 'application/json' },
    { n: 2, role: 'MANIFEST', name: 'manifest.json', mediaType: 'application/json' },
  ]
  const chosen = files.map(({ role, file, sm3 }, i) => ({
    n: i + 3,
    role,
    name: file.name,
    mediaType: file.type || 'application/octet-stream',
    length: file.size,
    sm3,
  }))
  const manifest = { type: 'bid-manifest', v: 1, files: [...own, ...chosen], provenance }
  return index.length ? { ...manifest, index } : manifest
}
