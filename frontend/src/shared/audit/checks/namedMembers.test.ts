import { describe, expect, it } from 'vitest'
import type { Dossier } from '@/shared/audit/dossier'
import { entry, found, type Step } from '@/test/evidence/story'
import { checkNames } from './namedMembers'
import { checkAfterAll } from './technical'

const panel = (...members: string[]) => entry('panel', 'panel', { members: members.map((member) => ({ member })) })
const commit = (member: string, version: number) =>
  entry('commit', 'committed', { statement: { doc: { by: member, version } } })
const reveal = (member: string, version: number) => entry('reveal', 'revealed', { member, version })
const names = (version = 1) => entry('names', 'names-open', { session: 's', version })
const judge = (member: string) => entry('judge', 'screening-committed', { member })
const report = () => entry('report', 'report', {})

/** The third of three members leaves when names are known; who comes scores once. */
const truth = (): Step[] => [
  entry('opened', 'opened', { session: 's' }),
  panel('a', 'b', 'c'),
  ...['a', 'b', 'c'].map((member) => commit(member, 1)),
  ...['a', 'b', 'c'].map((member) => reveal(member, 1)),
  names(),
  judge('a'),
  panel('a', 'b', 'd'),
  commit('d', 1),
  reveal('d', 1),
]

/** Signers are named in what they sign. */
const unsigned = (dossier: Dossier) =>
  Object.assign(dossier, { signerId: (each: Parameters<Dossier['signerId']>[0]) => dossier.doc(each).get('by').said })

const check = (more: Step[], isBlind = true) =>
  found((dossier) => checkNames(unsigned(dossier), isBlind), [...truth(), ...more], 0)

describe('Blind sheets of members who know the names', () => {
  it.each<[string, Step[]]>([
    ['', [commit('d', 3), reveal('d', 3), names(3), judge('d')]],
    ['a-blind-sheet-written-anew-by-who-knows-the-names', [commit('a', 3)]],
    ['a-blind-sheet-written-anew-by-who-knows-the-names', [names(), panel('a', 'c', 'd'), commit('d', 3)]],
    ['', [names(), report(), commit('a', 3)]],
    ['judged-before-the-names-were-open', [judge('d')]],
    ['names-opened-for-no-blind-sheets', [names(), names()]],
    ['names-opened-for-no-blind-sheets', [names(2)]],
    ['a-preliminary-review-of-another-session', [entry('names', 'names-open', { session: 't', version: 1 })]],
    ['names-opened-before-every-member-had-scored', [panel('a', 'b', 'e'), names()]],
  ])('%s', async (code, more) => expect(await check(more)).toBe(code))

  it('are opened only where files are blind', async () =>
    expect(await check([], false)).toBe('names-opened-for-no-blind-sheets'))

  it.each<[string, (step: Step) => boolean]>([
    ['', () => true],
    ['revealed-before-every-member-had-committed', ({ name }) => name !== 'names'],
  ])('are not awaited where who came scores once more: %s', async (code, isKept) => {
    const steps = [...truth(), commit('d', 3), reveal('d', 3)].filter(isKept)
    const last = (dossier: Dossier) =>
      checkAfterAll(unsigned(dossier), dossier.all('evaluation/revealed').at(-1)!, dossier.all('evaluation/committed'))
    expect(await found(last, steps, 0)).toBe(code)
  })
})
