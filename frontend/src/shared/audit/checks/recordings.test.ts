import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Archive } from '../archive'
import { Broken } from '../broken'
import { Dossier } from '../dossier'
import { Field } from '../field'
import { itemHash } from '../itemChain'
import { checkRecordings } from './recordings'

const moment = (second: number) => new Date(Date.UTC(2026, 11, 2, 1, 0, second)).toISOString()
const span = (kind: string, track: string, from: number, to: number) => ({
  kind,
  at: moment(to),
  track,
  from: moment(from),
  to: moment(to),
})
const segment = (track: string, n: number, from: number) => ({
  ...span('SEGMENT', track, from, from + 6),
  file: `${track}/001-${n}.webm`,
  offset: 0,
  length: 100,
  hash: 'ab'.repeat(32),
})

/** M01 comes, is recorded for 12 s, its recorder dies, and it is recorded again for 12 s. */
const items = (): JsonObject[] => [
  { kind: 'OPENED', at: moment(0), session: 's' },
  { kind: 'JOIN', at: moment(0), participant: 'M01' },
  segment('M01', 0, 0),
  segment('M01', 1, 6),
  { ...span('FAULT', 'M01', 12, 18), reason: 'RECORDER_ENDED' },
  segment('M01', 2, 18),
  span('GAP', 'M01', 20, 24),
  segment('M01', 3, 24),
  { kind: 'LEAVE', at: moment(30), participant: 'M01' },
  { kind: 'CLOSED', at: moment(30) },
]

/** The same with a server that keeps packets: four pieces of one file that grows, and one of its sound. */
function kept(): JsonObject[] {
  const all = items()
  ;[2, 3, 5, 7].forEach((place, n) => Object.assign(all[place]!, { file: 'M01/001-video-1.mjr', offset: 100 * n }))
  all.splice(3, 0, { ...segment('M01.sound', 0, 0), file: 'M01/001-audio-0.mjr' })
  return all
}

/** Numbers items and ties each to the one before, as a recorder does. */
function tied(list: JsonObject[]): JsonObject[] {
  let previous = '0'.repeat(64)
  return list.map((item, i) => {
    const next = { ...item, seq: i + 1, previous }
    previous = itemHash(new Field('x', next))
    return next
  })
}

type Name = 'opened' | 'first' | 'second' | 'closed' | 'approved' | 'third' | 'end' | 'award'
type Bodies = Partial<Record<Name, JsonObject>> & Record<'opened' | 'first' | 'second', JsonObject>

const head = (list: JsonObject[], from: number, to: number): JsonObject => ({
  session: 's',
  from: from + 1,
  to,
  head: itemHash(new Field('x', list[to - 1]!)),
  items: list.slice(from, to),
})

function truth(list: JsonObject[] = tied(items())): Bodies {
  return {
    opened: { session: 's' },
    first: head(list, 0, 4),
    second: head(list, 4, list.length),
    closed: closing(list),
    award: {},
  }
}

const closing = (list: JsonObject[]): JsonObject => ({
  session: 's',
  items: list.length,
  head: itemHash(new Field('x', list.at(-1)!)),
  bytes: list.filter((item) => item.kind === 'SEGMENT').length * 100,
})

/** The chain goes on behind its end, where somebody comes and leaves. */
function twice(change: (more: JsonObject[]) => JsonObject[] = (more) => more): Bodies {
  const more = change([
    { kind: 'REOPENED', at: moment(40) },
    { kind: 'JOIN', at: moment(41), participant: 'M02' },
    { kind: 'LEAVE', at: moment(42), participant: 'M02' },
    { kind: 'CLOSED', at: moment(43) },
  ])
  const end = items().length
  const all = tied([...items(), ...more])
  const { award, ...first } = truth(all.slice(0, end))
  return { ...first, approved: { approved: true }, third: head(all, end, all.length), end: closing(all), award }
}

const TYPES: Record<Name, string> = {
  opened: 'evaluation/opened',
  first: 'evaluation/recording-head',
  second: 'evaluation/recording-head',
  closed: 'evaluation/recording-closed',
  approved: 'evaluation/rework-decided',
  third: 'evaluation/recording-head',
  end: 'evaluation/recording-closed',
  award: 'award/finalists',
}

/** The code of the rule that is broken, or what is attested. */
async function check(bodies: Bodies, withheld = false, order = Object.keys(bodies) as Name[]) {
  const dossier = new Dossier({} as Archive, new Field('package.json', {}), undefined)
  for (const name of order) {
    if (!bodies[name]) continue
    const n = dossier.entries.length + 1
    const type = TYPES[name]
    const entry = { object: `chain/${n}`, n, type, tender: 't', at: 0, contentHash: '', index: n }
    const open = !withheld || !type.startsWith('evaluation/recording-')
    dossier.entries.push(open ? { ...entry, body: new Field(`chain/${n}`, bodies[name]) } : entry)
  }
  try {
    await checkRecordings(dossier)
  } catch (thrown) {
    if (thrown instanceof Broken) return thrown.reason
    throw thrown
  }
  return dossier.attested.join()
}

const lie = (change: (list: JsonObject[]) => JsonObject[]) => truth(tied(change(items())))
const list = (body: JsonObject) => body.items as JsonObject[]

describe('a recording in a package', () => {
  it('holds, is attested where it is withheld, and may go on while nothing of the award stands', async () => {
    expect(await check(truth())).toBe('')
    expect(await check(truth(), true)).toBe('recordings')
    const { opened, first } = truth()
    expect(await check({ opened, first, second: truth().second })).toBe('recording-open')
  })

  it('breaks where an item was changed, removed or swapped', async () => {
    const changed = truth()
    list(changed.first)[2]!.hash = 'cd'.repeat(32)
    expect(await check(changed)).toBe('an-item-that-does-not-follow-the-one-before')
    const removed = truth()
    list(removed.first).splice(2, 1)
    expect(await check(removed)).toBe('an-item-of-a-recording-is-missing')
    const swapped = truth()
    list(swapped.second).reverse()
    expect(await check(swapped)).toBe('an-item-of-a-recording-is-missing')
  })

  it('breaks where a head or the closing does not fit its items', async () => {
    const empty = truth()
    empty.second.items = []
    expect(await check(empty)).toBe('a-head-without-items')
    const other = truth()
    other.first.head = 'cd'.repeat(32)
    expect(await check(other)).toBe('not-the-head-of-its-items')
    const later = truth()
    later.second.from = 6
    expect(await check(later)).toBe('an-item-of-a-recording-is-missing')
    const foreign = truth()
    foreign.second.session = 't'
    expect(await check(foreign)).toBe('a-recording-of-another-session')
    const earlier = truth()
    earlier.closed!.items = 9
    expect(await check(earlier)).toBe('not-the-end-of-the-recording')
    const shorter = truth()
    shorter.closed!.bytes = 1
    expect(await check(shorter)).toBe('not-the-length-of-the-recording')
  })

  it('breaks where it was cut, closed too early, or goes on behind its end', async () => {
    const { opened, first, second, closed, award } = truth()
    expect(await check({ opened, first, second, award })).toBe('a-recording-that-was-cut')
    expect(await check({ opened, first, second, award }, true)).toBe('a-recording-that-was-cut')
    const open = lie((all) => all.slice(0, -1))
    expect(await check(open)).toBe('closed-before-the-end-of-the-recording')
    const behind = lie((all) => [...all, { kind: 'JOIN', at: moment(31), participant: 'M02' }])
    expect(await check(behind)).toBe('something-stands-behind-the-end-of-a-recording')
    const late = { opened, first, second, closed, award }
    expect(await check(late, false, ['opened', 'first', 'closed', 'second', 'award'])).toBe(
      'something-stands-behind-the-end-of-a-recording',
    )
    expect(await check(late, false, ['opened', 'closed', 'award'])).toBe('closed-without-a-recording')
    expect(await check(late, false, ['opened', 'first', 'second', 'closed', 'closed'])).toBe('a-recording-closed-twice')
    expect(await check(late, false, ['first', 'second', 'closed'])).toBe('a-recording-without-an-evaluation')
  })

  it.each<[string, (all: JsonObject[]) => JsonObject[]]>([
    ['a-gap-of-a-recording-that-no-item-tells', (all) => all.filter((item) => item.kind !== 'FAULT')],
    ['a-gap-of-a-recording-that-no-item-tells', (all) => all.filter((_, i) => i !== 3 && i !== 4)],
    ['parts-of-a-recording-overlap', (all) => all.map((item, i) => (i === 3 ? { ...item, from: moment(4) } : item))],
    ['a-part-of-nobody-who-was-there', (all) => all.filter((item) => item.kind !== 'JOIN')],
    [
      'a-file-of-a-recording-twice-or-elsewhere',
      (all) => all.map((item, i) => (i === 3 ? { ...item, file: all[2]!.file! } : item)),
    ],
    [
      'a-file-of-a-recording-twice-or-elsewhere',
      (all) => all.map((item, i) => (i === 3 ? { ...item, file: 'M02/x.webm' } : item)),
    ],
    [
      'time-of-a-recording-runs-backwards',
      (all) => all.map((item, i) => (i === 4 ? { ...item, at: moment(1) } : item)),
    ],
    [
      'a-part-of-a-recording-ends-too-early',
      (all) => all.map((item, i) => (i === 6 ? { ...item, from: moment(25) } : item)),
    ],
    ['a-recording-does-not-begin-with-its-opening', (all) => all.slice(1)],
    ['a-recording-of-another-session', (all) => [{ ...all[0]!, session: 't' }, ...all.slice(1)]],
    ['an-unknown-item-of-a-recording', (all) => all.map((item, i) => (i === 8 ? { ...item, kind: 'PAUSE' } : item))],
    ['not-exactly-the-members', (all) => all.map((item, i) => (i === 8 ? { ...item, name: 'x' } : item))],
  ])('breaks as %s', async (code, change) => {
    expect(await check(lie(change))).toBe(code)
  })

  it('goes on in a re-review and ends anew', async () => {
    const behind = 'something-stands-behind-the-end-of-a-recording'
    expect(await check(twice())).toBe('')
    expect(await check(twice(), true)).toBe('recordings')
    const { approved, ...unapproved } = twice()
    expect(approved).toEqual({ approved: true })
    expect(await check(unapproved)).toBe(behind)
    expect(await check(unapproved, true)).toBe(behind)
    const { closed, ...unclosed } = twice()
    expect(closed).toBeDefined()
    expect(await check(unclosed)).toBe(behind)
    expect(await check(twice(([, ...more]) => more))).toBe(behind)
    const { end, ...cut } = twice()
    expect(end).toBeDefined()
    expect(await check(cut)).toBe('a-recording-that-was-cut')
    const { third, ...empty } = twice()
    expect(third).toBeDefined()
    expect(await check(empty)).toBe('a-recording-closed-twice')
  })

  it('takes pieces of files that grow one behind the other', async () => {
    expect(await check(truth(tied(kept())))).toBe('')
    const grown = (place: number, change: JsonObject) => {
      const all = kept()
      Object.assign(all[place]!, change)
      return check(truth(tied(all)))
    }
    const elsewhere = 'a-file-of-a-recording-twice-or-elsewhere'
    expect(await grown(4, { offset: 0 })).toBe(elsewhere)
    expect(await grown(4, { offset: 101 })).toBe(elsewhere)
    expect(await grown(2, { length: 99 })).toBe(elsewhere)
    expect(await grown(2, { offset: 100 })).toBe(elsewhere)
    expect(await grown(3, { file: 'M01/001-video-1.mjr', offset: 100 })).toBe(elsewhere)
    expect(await grown(2, { file: 'M02/001-video-1.mjr' })).toBe(elsewhere)
    expect(await grown(3, { track: 'M02.sound' })).toBe(elsewhere)
    const all = kept()
    all.splice(5, 1)
    expect(await check(truth(tied(all)))).toBe('a-gap-of-a-recording-that-no-item-tells')
  })
})
