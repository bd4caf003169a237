import { describe, expect, it } from 'vitest'
import { concat, fromHex, fromUuid, hex } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { entry, found, place, put, without, type Change, type Step } from '@/test/evidence/story'
import { checkFurtherRounds } from './furtherRounds'

const SESSION = '00000000-0000-0000-0000-000000000001'
const SEED = '5e'.repeat(32)
const NO_CAUSE = 'a-further-round-without-a-cause'

const member = (i: number) => i.toString(16).padStart(64, '0')
const panel = (...members: number[]): JsonObject => ({ members: members.map((i) => ({ member: member(i) })) })
const commit = (version: number): JsonObject => ({ statement: { doc: { version } } })
const sheetOf = (judged: string, reason: string, fact: string): JsonObject => ({
  bids: [
    {
      label: 'A',
      items: [
        { item: 'T1', score: judged, reason },
        { item: 'T2', score: fact, reason: '' },
      ],
    },
  ],
})
const sheet = (name: string, who: number, version: number) =>
  entry(name, 'revealed', { member: member(who), version, sheet: sheetOf('20', '', '5') })
const points = (name: string, judged: string, reason: string, fact: string): Change =>
  put(name, { sheet: sheetOf(judged, reason, fact) })

const round = (version: number): Step[] => [
  entry(`c${version}`, 'committed', commit(version)),
  entry(`d${version}`, 'committed', commit(version)),
  sheet(`${version}a`, 1, version),
  sheet(`${version}b`, 2, version),
]

/** Two members and one bid, which both see under A; one item of judgement and one of fact; rounds that agree. */
const truth = (rounds: number): Step[] => [
  entry('published', 'tender/published', {
    statement: {
      doc: {
        method: { code: 'M-A' },
        criteria: [
          { item: 'T1', max: '40', kind: 'SUBJECTIVE' },
          { item: 'T2', max: '5', kind: 'OBJECTIVE' },
        ],
      },
    },
  }),
  entry('opened', 'opened', {
    bids: ['01'.repeat(16)],
    labelCommit: hex(sm3(concat('QC1 labels', fromUuid(SESSION), fromHex(SEED)))),
  }),
  entry('panel', 'panel', panel(1, 2)),
  ...Array.from({ length: rounds }, (_, i) => round(i + 1)).flat(),
  entry('scored', 'scored', { session: SESSION, labelSeed: SEED }),
]

const insert =
  (before: string, ...steps: Step[]): Change =>
  (all) =>
    void all.splice(place(all, before), 0, ...steps)

const all =
  (...changes: Change[]): Change =>
  (steps) =>
    changes.forEach((change) => change(steps))

async function check(change: Change, rounds = 2) {
  const steps = truth(rounds)
  change(steps)
  return found((dossier) => checkFurtherRounds(dossier, dossier.first('evaluation/scored')!), steps, 0)
}

const facts = points('1b', '20', '', '4')
const approved = (yes: boolean) => insert('c2', entry('decided', 'rework-decided', { approved: yes }))
const screened = entry('screened', 'screened', {})
const newPanel = entry('panel2', 'panel', panel(1, 2))
const successor = (fact: string) =>
  all(
    facts,
    insert('c2', entry('panel2', 'panel', panel(1, 3)), entry('c1c', 'committed', commit(1)), sheet('1c', 3, 1)),
    points('1c', '20', '', fact),
  )
const blind: Change = (steps) =>
  void Object.assign((steps[0]!.body.statement as { doc: JsonObject }).doc, { method: { code: 'M-A', blind: {} } })

describe('a further round of technical sheets', () => {
  it.each<[string, string, Change, number]>([
    ['nothing differs', NO_CAUSE, () => {}, 2],
    ['points of fact differ', '', facts, 2],
    ['points of fact are written otherwise', NO_CAUSE, points('1b', '20', '', '5.00'), 2],
    ['a total is far from the mean', '', points('1b', '38', '', '5'), 2],
    [
      'totals are far from the mean, each with a word',
      NO_CAUSE,
      all(points('1b', '38', '突出', '5'), points('1a', '20', '一般', '5')),
      2,
    ],
    ['a total is far from the mean in a second round', NO_CAUSE, all(facts, points('2b', '38', '', '5')), 3],
    ['points of fact differ once more', '', all(facts, points('2b', '20', '', '3')), 3],
    ['a sheet of the round before is still sealed', NO_CAUSE, all(facts, without('1b')), 2],
    ['who differed has left', NO_CAUSE, successor('5'), 2],
    ['the successor differs', '', successor('4'), 2],
    ['a re-review was approved', '', approved(true), 2],
    ['a re-review was refused', NO_CAUSE, approved(false), 2],
    ['the preliminary review was decided again', NO_CAUSE, insert('c2', screened), 2],
    ['a new panel decided it anew', '', insert('c2', newPanel, screened), 2],
    ['the same where files are blind', NO_CAUSE, all(insert('c2', newPanel, screened), blind), 2],
  ])('where %s: %s', async (_, code, change, rounds) => expect(await check(change, rounds)).toBe(code))
})
