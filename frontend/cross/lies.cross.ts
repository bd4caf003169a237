import { createWriteStream } from 'node:fs'
import { expect, it } from 'vitest'
import { base64 } from '@/shared/trust/bytes'
import { canonical } from '@/shared/trust/canonicalJson'
import { audit } from '@/shared/audit/audit'
import { LIES, LIES_OF_FAILURE } from '@/test/evidence/lies'
import { LIES_OF_RANK } from '@/test/evidence/liesOfRank'
import { LIES_OF_REVIEW } from '@/test/evidence/liesOfReview'
import { LIES_OF_TIME, SHEET_LIES_OF_DEFECTS, SHEET_LIES_OF_REASONS } from '@/test/evidence/liesOfTime'
import { TestTender, type Alter, type Ending } from '@/test/evidence/tender'

const ANSWER = process.env.QIFENG_ANSWER!

type Told = [string, Ending, () => Promise<TestTender>]
const told = (name: string, ending: Ending, alter?: Alter): Told => [name, ending, () => TestTender.held(alter, ending)]

/** Tenders whose platform lies under its own signatures, and those that end in every way without a lie. */
const TENDERS: Told[] = [
  ...(['CONTRACT', 'ALL_REJECTED', 'TOO_FEW', 'METHOD_E', 'RANKED', 'MORE_TIME'] as const).map((ending) =>
    told(`the truth, ${ending}`, ending),
  ),
  ...LIES_OF_FAILURE.map(([name, ending, alter]) => told(name, ending, alter)),
  ...LIES_OF_REVIEW.map(([name, alter]) => told(name, 'METHOD_E', alter())),
  ...LIES_OF_RANK.map(([name, alter]) => told(name, 'RANKED', alter)),
  ...LIES.map(([name, alter]) => told(name, 'CONTRACT', alter)),
  ...LIES_OF_TIME.map(([name, lies]): Told => [name, 'MORE_TIME', () => TestTender.lying(lies, 'MORE_TIME')]),
  [
    'a party of a draw that sealed another number than it reveals',
    'CONTRACT',
    () => TestTender.held(undefined, 'CONTRACT', 'END', { nonce: () => new Uint8Array(32) }),
  ],
  ...SHEET_LIES_OF_DEFECTS.map(([name, ending, change]): Told => [
    name,
    ending,
    () => TestTender.held(undefined, ending, 'END', { sheet: change }),
  ]),
  ...SHEET_LIES_OF_REASONS.map(([name, change]): Told => [
    name,
    'CONTRACT',
    () => TestTender.held(undefined, 'CONTRACT', 'END', { sheet: change }),
  ]),
]

it('hands packages of lying platforms to Java, with what is found here', async () => {
  const answer = createWriteStream(ANSWER)
  for (const [name, ending, hold] of TENDERS) {
    const tender = await hold()
    for (const cut of ending === 'TOO_FEW' ? (['SUPERVISOR', 'PUBLIC'] as const) : (['SUPERVISOR', 'PARTY'] as const)) {
      const files = tender.files(cut)
      const verdict = await audit(files, canonical(tender.trustFile), () => {})
      const broken = verdict.outcome === 'broken' ? { object: verdict.object, code: verdict.reason } : {}
      const objects = Object.fromEntries([...files].map(([path, bytes]) => [path, base64(bytes)]))
      const line = { name: `${name}, ${cut}`, trust: tender.trustFile, objects, outcome: verdict.outcome, ...broken }
      answer.write(`${JSON.stringify(line)}\n`)
    }
  }
  await new Promise((done) => answer.end(done))
  expect(TENDERS.length).toBeGreaterThan(30)
})
