import { describe, expect, it } from 'vitest'
import { again, entry, found, put, swap, without, type Change, type Step } from '@/test/evidence/story'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { askedDraw, checkRepetitions } from './repeatedDraws'

const FIRST = '00000000-0000-0000-0000-000000000001'
/** SM3("QD1 repeat" ‖ FIRST), its first 16 bytes. */
const SECOND = 'cb5f9b70-de6b-6bb9-6b7a-346b18768d9e'

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
  entry('draw', 'draw/opened', draw(FIRST, ['a', 'b', 'c'])),
  entry('void', 'draw/void', { drawId: FIRST, party: 'b', reason: 'nonce-differs' }),
  entry('again', 'draw/opened', draw(SECOND, ['a', 'c'], { repeats: FIRST })),
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
    [OTHER, put('again', { parties: ['a', 'c', 'c'] })],
    [OTHER, put('again', { drawId: FIRST.replace('1', '2') })],
  ])('%s', async (code, change) => expect(await check(change)).toBe(code))

  it.each([[['b']], [['a', 'b']]])('among %s ends', async (parties) => {
    const few = put('draw', { parties })
    const ends: Change = (steps) => [few, without('again')].forEach((change) => change(steps))
    expect(await check(ends)).toBe('')
    const goesOn: Change = (steps) => [few, put('again', { parties: ['a'] })].forEach((change) => change(steps))
    expect(await check(goesOn)).toBe('a-repetition-among-too-few')
  })

  it('is found again behind its repetition', async () => {
    let asked = ''
    await found((dossier) => void (asked = askedDraw(dossier, SECOND)), truth(), 0)
    expect(asked).toBe(FIRST)
  })
})
