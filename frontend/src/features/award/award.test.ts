import { describe, expect, it } from 'vitest'
import { turnOf, type Award, type Cause, type Finalist } from './award'

const finalist = (bidId: string) => ({ bidId, name: bidId }) as Finalist
const passed = (bidId: string) => ({ bidId, cause: 'ABANDONED' as Cause, reason: '放弃' })
/** As the service answers: what a phase does not have is null. */
const award = (phase: string, winner: string | null, gone: string[]) =>
  ({ phase, winner, finalists: ['a', 'b', 'c'].map(finalist), passed: gone.map(passed) }) as unknown as Award

describe('Whose turn it is among ranked candidates 递补次序', () => {
  it('is the first who is left while there is no winner', () => {
    expect(turnOf(award('DETERMINING', null, []))?.bidId).toBe('a')
    expect(turnOf(award('DETERMINING', null, ['a']))?.bidId).toBe('b')
  })

  it('is the winner once there is one', () => {
    expect(turnOf(award('NOTICED', 'b', ['a']))?.bidId).toBe('b')
  })

  it('is nobody when all were passed over', () => {
    expect(turnOf(award('UNDECIDED', null, ['a', 'b', 'c']))).toBeUndefined()
  })
})
