import { describe, expect, it } from 'vitest'
import type { Dossier } from '@/shared/audit/dossier'
import { entry, found, type Step } from '@/test/evidence/story'
import { carriedRejections } from './panel'
import { checkRejections } from './rejections'
import { checkReworkCourse } from './reworkCourse'

const PROPOSAL = { session: 's', bidId: 'b2', code: 'RJ6', reason: 'x', page: '3', basis: 'FACT', clarification: null }
const panel = (...members: string[]) => entry('panel', 'panel', { members: members.map((member) => ({ member })) })
const vote = (by: string, word: string) =>
  entry('vote', 'vote', { statement: { doc: { type: 'rejection-vote', ...PROPOSAL, vote: word, opinion: '', by } } })
const rejected = (inFavour: number, against: number, carried: boolean, code = 'RJ6') =>
  entry('rejected', 'rejected', { ...PROPOSAL, code, for: inFavour, against, carried })

/** The third of three members rejected a bid with the others; another bid is reviewed once more. */
const truth = (): Step[] => [
  panel('a', 'b', 'c'),
  vote('a', 'FOR'),
  vote('b', 'AGAINST'),
  vote('c', 'FOR'),
  rejected(2, 1, true),
  entry('first', 'report', {}),
  entry('approval', 'rework-decided', { approved: true, places: [{ bidId: 'b1', items: ['T1'] }] }),
]
const unsigned = (dossier: Dossier) =>
  Object.assign(dossier, { signerId: (each: Parameters<Dossier['signerId']>[0]) => dossier.doc(each).get('by').said })

/** The re-review up to its report, which nobody shows. */
const course = (more: Step[]) =>
  found(
    (dossier) => checkReworkCourse(dossier, dossier.first('evaluation/rework-decided')!),
    [...truth(), ...more, entry('report', 'report', {})],
    0,
    ['report'],
  )
const votes = (more: Step[]) => found((dossier) => checkRejections(unsigned(dossier)), [...truth(), ...more], 0)
const anew = [panel('a', 'b', 'd'), vote('a', 'FOR'), vote('b', 'AGAINST'), vote('d', 'AGAINST'), rejected(1, 2, false)]

describe('Proposals behind a replacement in a re-review', () => {
  it.each<[string, Step[]]>([
    ['', anew],
    ['', []],
    ['a-rejection-on-which-a-member-who-left-had-voted', [panel('a', 'b', 'd')]],
    ['a-rejection-that-the-approval-does-not-open', [rejected(2, 1, true)]],
    ['a-rejection-that-the-approval-does-not-open', [panel('a', 'b', 'd'), rejected(3, 0, true, 'RJ7')]],
  ])('%s', async (code, more) => expect(await course(more)).toBe(code))

  it.each<[string, Step[]]>([
    ['', anew],
    ['not-the-votes', [panel('a', 'b', 'd'), rejected(2, 1, true)]],
  ])('count no vote of who left: %s', async (code, more) => expect(await votes(more)).toBe(code))

  it.each<[number, Step[]]>([
    [1, []],
    [0, anew],
  ])('count as they were decided last: %i', async (count, more) => {
    let carried = -1
    await found((dossier) => void (carried = carriedRejections(dossier).length), [...truth(), ...more], 0)
    expect(carried).toBe(count)
  })
})
