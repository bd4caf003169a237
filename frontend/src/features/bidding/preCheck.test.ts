import { describe, expect, it } from 'vitest'
import { parseCanonicalObject, canonical } from '@/shared/trust/canonicalJson'
import { bidDocument, emptyLetter, manifestDocument, type BidLetter, type FileRole } from './bid'
import { checkFiles, checkLetter } from './preCheck'
import type { PublicTender } from './tender'

const tender = {
  terms: {
    ceilingFen: 110_000_000,
    minimumFen: null,
    durationDaysMax: 100,
    quality: '合格',
    bidValidityDays: 90,
    openingMode: 'TRUSTEES',
    schedule: { bidDeadline: '2026-12-01T01:30:00.000Z' },
    security: { amountFen: 2_000_000, forms: ['BOND'] },
  },
} as unknown as PublicTender

const good: BidLetter = {
  ...emptyLetter(),
  priceFen: 98_640_000,
  durationDays: 90,
  bidValidityDays: 90,
  projectLeader: '李四',
  securityFen: 2_000_000,
  securityReference: 'BH-1',
}

const codes = (letter: Partial<BidLetter>) => checkLetter({ ...good, ...letter }, tender).map((problem) => problem.code)
const chosen = (role: FileRole, bytes: BlobPart) => ({ role, file: new File([bytes], `${role}.x`) })

describe('Pre-check of a letter 投标函', () => {
  it('lets a good letter through, and the price at the ceiling too', () => {
    expect(codes({})).toEqual([])
    expect(codes({ priceFen: 110_000_000 })).toEqual([])
  })

  it.each<[string, Partial<BidLetter>]>([
    ['sealing/price-missing', { priceFen: undefined }],
    ['sealing/price-above-ceiling', { priceFen: 110_000_001 }],
    ['sealing/duration', { durationDays: 101 }],
    ['sealing/validity', { bidValidityDays: 89 }],
    ['sealing/leader-missing', { projectLeader: ' ' }],
    ['sealing/security-too-small', { securityFen: 1_999_999 }],
    ['sealing/security-reference', { securityReference: '' }],
  ])('refuses with %s', (code, letter) => {
    expect(codes(letter)).toEqual([code])
  })
})

describe('Pre-check of the files', () => {
  it('names each missing file', async () => {
    expect((await checkFiles([])).map((problem) => problem.field)).toEqual(['LETTER', 'TECHNICAL', 'PRICED_BILL'])
  })

  it('refuses an empty file and another format than the tender wants', async () => {
    const files = [chosen('LETTER', ''), chosen('TECHNICAL', 'PK\u0003\u0004'), chosen('PRICED_BILL', 'PK\u0003\u0004')]
    expect((await checkFiles(files)).map((problem) => problem.code)).toEqual([
      'sealing/file-empty',
      'sealing/file-format',
    ])
  })
})

describe('The documents inside an envelope', () => {
  it('are canonical and carry the price in capitals', () => {
    const bid = parseCanonicalObject(canonical(bidDocument(good)))
    expect(bid).toMatchObject({ priceFen: 98_640_000, priceWords: '玖拾捌万陆仟肆佰元整' })
  })

  it('number the files from 1, with hashes from 3 on', () => {
    const manifest = manifestDocument([{ ...chosen('LETTER', 'x'), sm3: 'ab' }], {})
    expect(manifest.files).toMatchObject([
      { n: 1, role: 'BID' },
      { n: 2, role: 'MANIFEST' },
      { n: 3, role: 'LETTER', length: 1, sm3: 'ab' },
    ])
  })
})
