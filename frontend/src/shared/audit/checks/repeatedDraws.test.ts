import { describe, expect, it } from 'vitest'
import { again, entry, found, put, step, swap, without, type Change, type Step } from '@/test/evidence/story'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { askedDraw, checkRepetitions } from './repeatedDraws'

const draw = (drawId: string, parties: string[], more: JsonObject = {}): JsonObject => ({
  drawId,
  purpose: 'SEATS',
  pool: ['1', '2'],
  picks: 1,
  set: 's',
  parties,
  ...more,
})

/** A draw of three parties that the second one breaks, and that is held once more between the other two. */
const truth = (): Step[] => [
  entry('draw', 'draw/opened', draw('1', ['a', 'b', 'c'])),
  entry('void', 'draw/void', { drawId: '1', party: 'b', reason: 'nonce-differs' }),
  entry('again', 'draw/opened', draw('2', ['a', 'c'], { repeats: '1' })),
]

async function check(change: Change) {
  const steps = truth()
  change(steps)
  return found(checkRepetitions, steps, 0)
}

const OTHER = 'a-repetition-of-another-draw'

describe('a void draw', () => {
  it.each<[string, Change]>([
    ['', () => {}],
    ['a-void-draw-that-was-not-repeated', without('again')],
    ['a-repetition-of-no-void-draw', swap('void', 'again')],
    ['a-repetition-of-no-void-draw', without('void')],
    ['a-void-draw-repeated-twice', again('again', 'again')],
    [OTHER, put('again', { picks: 2 })],
    [OTHER, put('again', { set: 't' })],
    [OTHER, put('again', { purpose: 'EXPERTS' })],
    [OTHER, put('again', { pool: ['2'] })],
    [OTHER, put('again', { parties: ['a', 'b', 'c'] })],
    [OTHER, put('again', { parties: ['c'] })],
  ])('%s', async (code, change) => expect(await check(change)).toBe(code))

  it('ends where nobody else took part', async () => {
    const alone: Change = (steps) => {
      step(steps, 'draw').body.parties = ['b']
      steps.pop()
    }
    expect(await check(alone)).toBe('')
  })

  it('is found again behind its repetition', async () => {
    let asked = ''
    await found((dossier) => void (asked = askedDraw(dossier, '2')), truth(), 0)
    expect(asked).toBe('1')
  })
})
