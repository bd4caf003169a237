import { describe, expect, it } from 'vitest'
import { Field } from '@/shared/audit/field'
import { itemHash } from '@/shared/audit/itemChain'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import {
  lengthText,
  longHoles,
  marksOf,
  nextPicture,
  ofPackets,
  partAt,
  sizeText,
  spanOf,
  tracksOf,
  type ChainItem,
} from './recording'
import { chainState } from './usePlayback'

const at = (second: number) => new Date(Date.UTC(2026, 11, 2, 1, 0, second)).toISOString()
const ms = (second: number) => Date.parse(at(second))
const segment = (track: string, n: number, from: number) => ({
  kind: 'SEGMENT',
  at: at(from + 6),
  track,
  file: `${track}/001-${n}.webm`,
  offset: 0,
  length: 10,
  hash: 'ab'.repeat(32),
  from: at(from),
  to: at(from + 6),
})

/** M01 with a screen for a while, and a fault between. */
function chain(): ChainItem[] {
  let previous = '0'.repeat(64)
  const items: JsonObject[] = [
    { kind: 'OPENED', at: at(0), session: 's' },
    { kind: 'JOIN', at: at(0), participant: 'M01' },
    segment('M01', 0, 0),
    segment('M01.screen', 0, 2),
    { kind: 'FAULT', at: at(80), track: 'M01', from: at(6), to: at(80), reason: 'RECORDER_ENDED' },
    segment('M01', 1, 80),
    { kind: 'CLOSED', at: at(90) },
  ]
  return items.map((item, i) => {
    const next = { ...item, seq: i + 1, previous }
    previous = itemHash(new Field('x', next))
    return next as unknown as ChainItem
  })
}

describe('a recording on the line of time', () => {
  it('shows pieces of a file with packets apart, and its sound as the last lane', () => {
    const piece = (track: string, file: string, offset: number, from: number) =>
      ({ ...segment(track, 0, from), file, offset, seq: 0 }) as unknown as ChainItem
    const tracks = tracksOf([
      piece('M01.sound', 'M01/001-audio-0.mjr', 0, 0),
      piece('M01', 'M01/001-video-1.mjr', 0, 0),
      piece('M01', 'M01/001-video-1.mjr', 10, 6),
      piece('M02', 'M02/001-video-1.mjr', 0, 0),
    ])
    expect(tracks.map(({ name }) => name)).toEqual(['M01', 'M02', 'M01.sound'])
    expect(tracks[0]!.parts.map(({ key, offset }) => [key, offset])).toEqual([
      ['M01/001-video-1.mjr', 0],
      ['M01/001-video-1.mjr@10', 10],
    ])
    expect(tracks[0]!.parts.every(ofPackets)).toBe(true)
  })

  it('has a lane for each track, cameras first, and what happened beside them', () => {
    const tracks = tracksOf(chain())
    expect(tracks.map(({ name, parts, holes }) => [name, parts.length, holes.length])).toEqual([
      ['M01', 2, 1],
      ['M01.screen', 1, 0],
    ])
    const marks = marksOf(chain(), [{ type: 'evaluation/committed', at: at(84) }])
    expect(marks.map(({ what }) => what)).toEqual(['JOIN', 'evaluation/committed'])
    expect(spanOf(tracks, marks)).toEqual({ from: ms(0), to: ms(86) })
  })

  it('finds the part of a moment, and skips what nobody recorded', () => {
    const tracks = tracksOf(chain())
    expect(partAt(tracks[0]!, ms(3))?.file).toBe('M01/001-0.webm')
    expect(partAt(tracks[0]!, ms(40))).toBeUndefined()
    expect(nextPicture(tracks, ms(5))).toBe(ms(5))
    expect(nextPicture(tracks, ms(40))).toBe(ms(80))
    expect(nextPicture(tracks, ms(87))).toBeUndefined()
  })

  it('warns of more than a minute, however often it was told', () => {
    expect(longHoles(tracksOf(chain())[0]!)).toHaveLength(1)
    const gap = (from: number, to: number) => ({ kind: 'GAP' as const, from: ms(from), to: ms(to) })
    expect(longHoles({ name: 'x', parts: [], holes: [gap(0, 40), gap(40, 70)] })).toHaveLength(1)
    expect(longHoles({ name: 'x', parts: [], holes: [gap(0, 40), gap(50, 70)] })).toHaveLength(0)
  })

  it('names the item at which a chain breaks', () => {
    expect(chainState(chain(), 's')).toEqual({ holds: true, closed: true })
    expect(chainState(chain().slice(0, -1), 's')).toEqual({ holds: true, closed: false })
    const changed = chain()
    changed[2]!.length = 11
    expect(chainState(changed, 's')).toMatchObject({ holds: false, item: 4 })
    expect(chainState(chain(), 't')).toMatchObject({ holds: false, item: 1 })
  })

  it('says sizes and lengths as people read them', () => {
    expect([0, 999, 1_500, 250_000_000, 3_400_000_000].map(sizeText)).toEqual([
      '0 B',
      '999 B',
      '1.5 KB',
      '250 MB',
      '3.4 GB',
    ])
    expect(lengthText(3_723_400)).toBe('1:02:03')
  })
})
