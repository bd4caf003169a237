import { describe, expect, it } from 'vitest'
import { signStatement } from '@/shared/trust/statement'
import { TestAuthority } from '@/test/people'
import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import type { Archive } from '../archive'
import type { Broken } from '../broken'
import { Dossier } from '../dossier'
import { Field } from '../field'
import { checkEvaluationTime } from './evaluationTime'

const AT = Date.parse('2026-12-02T02:00:00.000Z')
const entity = new TestAuthority().person('招标人', '招标人', 'U9')
const end = (): JsonObject => ({
  statement: signStatement(entity, {
    type: 'evaluation-time',
    session: 's',
    number: 1,
    until: '2026-12-02T04:00:00.000Z',
    reason: '',
    requests: [],
  }) as unknown as Json,
})

/** The code of the rule that is broken by these entries in their order, or nothing. */
async function check(...types: string[]) {
  const dossier = new Dossier({} as Archive, new Field('package.json', {}), undefined)
  const bodies: Record<string, JsonObject> = {
    'tender/published': { statement: { doc: { panel: { size: 5 }, procuringEntity: { uscc: 'U9' } } } },
    'evaluation/opened': { session: 's' },
    'evaluation/time-set': end(),
  }
  for (const type of ['tender/published', ...types]) {
    const n = dossier.entries.length + 1
    const made = { object: `chain/${n}`, n, type, tender: 't', at: AT, contentHash: '', index: n }
    dossier.entries.push({ ...made, body: new Field(made.object, bodies[type] ?? {}) })
  }
  try {
    await checkEvaluationTime(dossier)
  } catch (thrown) {
    return (thrown as Broken).reason
  }
}

describe('Evaluation time in a package 存证包中的评标时间', () => {
  it('is set behind the opening of the evaluation and before its scores and report', async () => {
    expect(await check('evaluation/opened', 'evaluation/time-set', 'evaluation/scored')).toBeUndefined()
    const outside = 'about-the-time-of-no-evaluation-at-work'
    expect(await check('evaluation/time-set', 'evaluation/opened')).toBe(outside)
    expect(await check('evaluation/opened', 'evaluation/scored', 'evaluation/time-set')).toBe(outside)
    expect(await check('evaluation/opened', 'evaluation/report', 'evaluation/time-set')).toBe(outside)
  })
})
