import { createWriteStream } from 'node:fs'
import { expect, it } from 'vitest'
import { base64 } from '@/shared/trust/bytes'
import { canonical } from '@/shared/trust/canonicalJson'
import { audit } from '@/shared/audit/audit'
import { LIES, LIES_OF_FAILURE } from '@/test/evidence/lies'
import { LIES_OF_RANK } from '@/test/evidence/liesOfRank'
import { LIES_OF_REVIEW } from '@/test/evidence/liesOfReview'
import { TestTender, type Alter, type Ending } from '@/test/evidence/tender'

const ANSWER = process.env.QIFENG_ANSWER!

/** Tenders whose platform lies under its own signatures, and those that end in every way without a lie. */
const TENDERS: [string, Ending, Alter | undefined][] = [
  ...(['CONTRACT', 'ALL_REJECTED', 'TOO_FEW', 'METHOD_E', 'RANKED'] as const).map(
    (ending): [string, Ending, undefined] => [`the truth, ${ending}`, ending, undefined],
  ),
  ...LIES_OF_FAILURE.map(([name, ending, alter]): [string, Ending, Alter] => [name, ending, alter]),
  ...LIES_OF_REVIEW.map(([name, alter]): [string, Ending, Alter] => [name, 'METHOD_E', alter()]),
  ...LIES_OF_RANK.map(([name, alter]): [string, Ending, Alter] => [name, 'RANKED', alter]),
  ...LIES.map(([name, alter]): [string, Ending, Alter] => [name, 'CONTRACT', alter]),
]

it('hands packages of lying platforms to Java, with what is found here', async () => {
  const answer = createWriteStream(ANSWER)
  for (const [name, ending, alter] of TENDERS) {
    const tender = await TestTender.held(alter, ending)
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
