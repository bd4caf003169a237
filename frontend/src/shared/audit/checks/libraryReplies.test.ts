import { describe, expect, it } from 'vitest'
import { concat, fromUuid, hex, base64, utf8 } from '@/shared/trust/bytes'
import { canonical, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement } from '@/shared/trust/statement'
import { TestAuthority } from '@/test/people'
import type { Archive } from '../archive'
import { Broken } from '../broken'
import { Dossier } from '../dossier'
import { Field } from '../field'
import { checkLibrary } from './libraryReplies'

type Lie = (type: string, body: JsonObject) => JsonObject | undefined

const USCC = '12330000XX20000500'
const SESSION = '00000000-0000-0000-0000-000000000007'
const REQUEST = '00000000-0000-0000-0000-000000000009'
const SEED = '5e'.repeat(32)
const UNTIL = '2026-11-30T06:30:00.000Z'
const AT = '2026-11-30T06:10:00.000Z'
const CODES = ['L-00000000000001', 'L-00000000000002', 'L-00000000000003']

const authority = new TestAuthority()
const library = authority.person('库', '示例省综合评标专家库', USCC)
const stranger = authority.person('别的库', '别的库', '12330000XX20000XXX')
const experts = CODES.map((_, i) => authority.person(`专家${i}`))

const masked = (code: string) =>
  hex(sm3(concat('QE1 expert', fromUuid(SESSION), new Uint8Array(32).fill(0x5e), utf8(code))))
const salt = (i: number) => `0${i + 1}`.repeat(32)
const identity = (i: number, employer = `单位${i}`) => ({
  name: `专家${i}`,
  certificate: base64(experts[i]!.certificate.der),
  employer,
  ties: ['某大学'],
})
const commit = (i: number, employer?: string) =>
  hex(sm3(concat('QL1 identity', new Uint8Array(32).fill(i + 1), canonical(identity(i, employer)))))

/** A reply, unless the lie is told before it is signed. */
const reply = (doc: JsonObject, signer = library): JsonObject => ({
  session: SESSION,
  statement: signStatement(signer, { v: 1, library: USCC, ...doc }) as unknown as Json,
})

const pool = (change: JsonObject = {}, asked: JsonObject = {}, signer = library) =>
  reply(
    {
      type: 'expert-library-pool',
      at: AT,
      asked: {
        request: REQUEST,
        library: USCC,
        specialties: ['A07'],
        regions: ['33'],
        needed: 1,
        startsAt: null,
        excluded: ['H', 'A', 'B'],
        former: [],
        ...asked,
      },
      experts: CODES.map((code, i) => ({ code, group: 'A07', region: '3307', commit: commit(i) })),
      ...change,
    },
    signer,
  )
const answer = (i: number, word: string, change: JsonObject = {}, signer = library) =>
  reply(
    {
      type: 'expert-library-answer',
      request: REQUEST,
      code: CODES[i]!,
      answerBy: UNTIL,
      answer: word,
      at: AT,
      reason: '',
      ...change,
    },
    signer,
  )
const opened = (i: number, change: JsonObject = {}, signer = library) =>
  reply(
    {
      type: 'expert-library-identity',
      request: REQUEST,
      code: CODES[i]!,
      identity: identity(i),
      salt: salt(i),
      at: AT,
      ...change,
    },
    signer,
  )

const step = {
  session: SESSION,
  specialties: ['A07'],
  regions: ['33'],
  needed: 1,
  startsAt: null,
  eligible: 3,
  draw: 'd',
}
const member = (i: number) => ({
  member: hex(experts[i]!.certificate.id),
  expert: CODES[i]!,
  kind: 'EXPERT',
  employer: `单位${i}`,
})

/** Three in the pool, the first declines, the second comes. */
const truth = (): [string, JsonObject][] => [
  [
    'tender/published',
    {
      statement: {
        doc: {
          panel: { source: 'PROVINCIAL', library: { name: '库', uscc: USCC } },
          procuringEntity: { name: '甲方', uscc: 'H' },
          agency: { name: '代理', uscc: 'A' },
        },
      },
    },
  ],
  ['lot/names', { bids: [{ name: '乙方', uscc: 'B' }] }],
  ['evaluation/library-pool', pool()],
  ['evaluation/draw-step', step],
  ['draw/opened', { drawId: 'd', pool: CODES.map(masked).sort() }],
  ['evaluation/called', { code: masked(CODES[0]!), answerBy: UNTIL }],
  ['evaluation/library-answer', answer(0, 'DECLINED')],
  ['evaluation/answered', { code: masked(CODES[0]!), answer: 'DECLINED', at: AT }],
  ['evaluation/called', { code: masked(CODES[1]!), answerBy: UNTIL }],
  ['evaluation/library-fault', { fault: 'library/silent' }],
  ['evaluation/library-answer', answer(1, 'ACCEPTED')],
  ['evaluation/answered', { code: masked(CODES[1]!), answer: 'ACCEPTED', at: AT }],
  ['evaluation/library-identity', opened(1)],
  ['evaluation/panel', { session: SESSION, seed: SEED, members: [member(1)] }],
]

function check(lie: Lie = (_, body) => body): string | undefined {
  const dossier = new Dossier({} as Archive, new Field('package.json', {}), undefined)
  for (const [type, body] of truth()) {
    const told = lie(type, body)
    if (!told) continue
    const n = dossier.entries.length + 1
    const object = `chain/${n}`
    const at = Date.parse('2026-11-30T07:00:00.000Z')
    dossier.entries.push({
      object,
      n,
      type,
      tender: 't',
      at,
      body: new Field(object, told),
      contentHash: '',
      index: n,
    } as never)
  }
  try {
    checkLibrary(dossier)
    return undefined
  } catch (thrown) {
    if (thrown instanceof Broken) return thrown.reason
    throw thrown
  }
}

const instead = (type: string, other: JsonObject, nth = 0): Lie => {
  let seen = 0
  return (each, body) => (each === type && seen++ === nth ? other : body)
}
const changed =
  (type: string, change: JsonObject): Lie =>
  (each, body) =>
    each === type ? { ...body, ...change } : body
const without =
  (type: string): Lie =>
  (each, body) =>
    each === type ? undefined : body

const twice = CODES.map((_, i) => ({ code: CODES[0]!, group: 'A07', region: '3307', commit: commit(i) }))
const tied = [0, 1, 2].map((i) => ({
  code: CODES[i]!,
  group: 'A07',
  region: '3307',
  commit: commit(i, i === 1 ? '乙方' : undefined),
}))

const LIES: [string, Lie, string][] = [
  ['a pool by somebody else', instead('evaluation/library-pool', pool({}, {}, stranger)), 'not-signed-by-the-library'],
  ['no pool', without('evaluation/library-pool'), 'a-look-without-a-pool-of-the-library'],
  ['a code twice', instead('evaluation/library-pool', pool({ experts: twice })), 'a-code-of-the-library-twice'],
  [
    'a smaller pool',
    instead('evaluation/library-pool', pool({ experts: twice.slice(0, 1) })),
    'not-the-pool-of-the-library',
  ],
  [
    'a pool for another place',
    instead('evaluation/library-pool', pool({}, { regions: ['11'] })),
    'not-what-the-look-asked-for',
  ],
  [
    'a bidder left in',
    instead('evaluation/library-pool', pool({}, { excluded: ['H', 'A'] })),
    'a-party-was-not-excluded',
  ],
  [
    'a draw from elsewhere',
    changed('draw/opened', { pool: [...CODES].map(masked).sort().reverse() }),
    'a-draw-from-another-pool-than-the-library-s',
  ],
  [
    'an answer by somebody else',
    instead('evaluation/library-answer', answer(0, 'DECLINED', {}, stranger)),
    'not-signed-by-the-library',
  ],
  ['an answer turned', instead('evaluation/library-answer', answer(0, 'ACCEPTED')), 'not-what-the-library-answered'],
  ['an answer twice', instead('evaluation/library-answer', answer(1, 'ACCEPTED')), 'an-answer-of-the-library-twice'],
  [
    'an answer to another request',
    instead('evaluation/library-answer', answer(0, 'DECLINED', { request: SESSION })),
    'an-answer-of-nobody-in-the-pool-of-the-library',
  ],
  [
    'an answer to another call',
    instead('evaluation/library-answer', answer(0, 'DECLINED', { answerBy: AT })),
    'an-answer-of-the-library-to-another-call',
  ],
  [
    'an answer of one never called',
    instead('evaluation/library-answer', answer(2, 'DECLINED')),
    'an-answer-of-the-library-for-a-code-never-called',
  ],
  [
    'an answer nobody signed',
    instead('evaluation/library-answer', undefined as never),
    'an-answer-that-the-library-did-not-sign',
  ],
  [
    'another person',
    instead('evaluation/library-identity', opened(1, { identity: identity(2) })),
    'not-the-identity-of-the-pool',
  ],
  [
    'an identity of a stranger',
    instead('evaluation/library-identity', opened(1, { request: SESSION })),
    'an-identity-of-nobody-in-the-pool-of-the-library',
  ],
  ['nobody opened', without('evaluation/library-identity'), 'a-member-nobody-opened'],
  [
    'another member',
    changed('evaluation/panel', { members: [{ ...member(1), employer: '单位9' }] }),
    'not-the-member-whom-the-library-opened',
  ],
  ['a fault of no kind', changed('evaluation/library-fault', { fault: 'fine' }), 'a-fault-that-nobody-knows'],
  [
    'a member tied to a bidder',
    (type, body) => {
      if (type === 'evaluation/library-pool') return pool({ experts: tied })
      if (type === 'evaluation/library-identity') return opened(1, { identity: identity(1, '乙方') })
      return type === 'evaluation/panel' ? { ...body, members: [{ ...member(1), employer: '乙方' }] } : body
    },
    'a-member-tied-to-a-party',
  ],
  [
    'a library that is not named',
    changed('tender/published', { statement: { doc: { panel: { source: 'OWN' } } } }),
    'a-library-that-the-tender-document-does-not-name',
  ],
]

describe('Replies of a provincial library', () => {
  it('hold where everything is in order', () => expect(check()).toBeUndefined())

  it.each(LIES)('%s', (_, lie, expected) => expect(check(lie)).toBe(expected))
})
