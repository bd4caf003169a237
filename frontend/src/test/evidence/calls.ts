import { concat, fromUuid, hex, random, utf8 } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { keySetOf } from '@/shared/trust/keySet'
import { sm3 } from '@/shared/trust/sm3'
import type { trustees } from '../keySets'
import type { TestChain } from './chain'
import type { Deciders } from './decisions'
import { hold } from './draw'
import { SESSION } from './rules'

const DRAW = '5b1f3c86-3e43-4c2b-9d1f-3b7a6a0a9d42'
const POOL = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9']
const CHOSEN = 'E99'
const ANEW = ['E91', 'E92', 'E93']
const MINUTE = 60_000
const RULES = {
  employerMax: 2,
  servedMax: 3,
  servedDays: 30,
  bidderMax: 4,
  hostMax: 6,
  metDays: 180,
  reason: '开标后方能核对回避情形',
  startsAt: null,
}

interface Seated {
  expert: string
  employer: string
  served: number
  sameBidder: number
  sameHost: number
}

/** The calls of one test: two sit, four are passed over, one declines, one is silent, one leaves, one is chosen. */
export class TestCalls {
  private readonly seed = random(32)
  private members: Seated[] = []
  private passed: JsonObject[] = []

  constructor(
    private readonly chain: TestChain,
    private readonly keySet: ReturnType<typeof trustees>,
    private readonly deciders: Deciders,
  ) {}

  /** Fills three seats; gives the last panel entry without its members' certificates. */
  async seat(): Promise<{ members: Seated[]; panel: JsonObject }> {
    const drawn = await this.drawn()
    const seat = (i: number, employer: string, served = 0, sameBidder = 3, sameHost = 5): Seated => ({
      expert: drawn[i]!,
      employer,
      served,
      sameBidder,
      sameHost,
    })
    const first = seat(0, '甲')
    const [colleague, third] = [seat(1, '甲', 2), seat(2, '甲')]
    const [declines, silent, frequent, leaves] = [seat(3, '乙'), seat(4, '丙'), seat(5, '丁', 3), seat(8, '丁')]
    const [bidders, hosts] = [seat(6, '己', 0, 4), seat(7, '庚', 0, 3, 6)]
    for (const each of [first, colleague]) this.call(each)
    this.record('skipped', third, { why: 'SAME_EMPLOYER' })
    this.call(declines)
    this.tell(first)
    this.look([first, colleague, declines])
    this.answer(declines, 'DECLINED', '出差')
    this.call(silent)
    for (const each of [first, colleague]) this.answer(each, 'ACCEPTED')
    this.answer(silent, 'UNANSWERED')
    this.record('skipped', frequent, { why: 'TOO_FREQUENT' })
    this.record('skipped', bidders, { why: 'SAME_BIDDER' })
    this.record('skipped', hosts, { why: 'SAME_HOST' })
    this.call(leaves)
    this.answer(leaves, 'ACCEPTED')
    this.record('left', leaves, { why: 'RECUSED', reason: '曾参与设计' })
    const chosen = { expert: CHOSEN, employer: '戊', served: 0, sameBidder: 9, sameHost: 9 }
    this.choose([chosen])
    this.call(chosen)
    this.answer(chosen, 'ACCEPTED')
    const why = [
      { ...third, why: 'SAME_EMPLOYER', reason: '' },
      { ...declines, why: 'DECLINED', reason: '出差' },
      { ...silent, why: 'UNANSWERED', reason: '' },
      { ...frequent, why: 'TOO_FREQUENT', reason: '' },
      { ...bidders, why: 'SAME_BIDDER', reason: '' },
      { ...hosts, why: 'SAME_HOST', reason: '' },
      { ...leaves, why: 'RECUSED', reason: '曾参与设计' },
    ]
    this.passed = why as unknown as JsonObject[]
    this.members = [first, colleague, chosen]
    return this.seated()
  }

  /** Everybody leaves, and others are chosen, because nobody is left to be drawn. */
  seatOthers(): { members: Seated[]; panel: JsonObject } {
    for (const member of this.members) {
      this.record('left', member, { why: 'REPLACED', reason: '解散重组' })
      this.passed.push({ ...member, why: 'REPLACED', reason: '解散重组' })
    }
    this.members = ANEW.map((expert, i) => ({ expert, employer: '己庚辛'[i]!, served: 0, sameBidder: 0, sameHost: 0 }))
    this.choose(this.members)
    for (const member of this.members) {
      this.call(member)
      this.answer(member, 'ACCEPTED')
    }
    return this.seated()
  }

  private seated(): { members: Seated[]; panel: JsonObject } {
    const panel = { session: SESSION, draw: DRAW, seed: hex(this.seed), passed: [...this.passed] }
    return { members: this.members, panel }
  }

  private async drawn(): Promise<string[]> {
    const { chain, keySet } = this
    const codes = POOL.map((number) => this.code(number)).sort()
    this.step('ASKED', ['A0701'], ['330703'], 2, null)
    this.step('SPECIALTY_GROUP', ['A07'], ['330703'], codes.length, DRAW)
    const parties = keySet.people.slice(0, 2)
    const values = await hold(chain, DRAW, 'EXPERTS', codes, codes.length, parties, keySetOf(keySet.doc))
    return values.map((code) => POOL.find((number) => this.code(number) === code)!)
  }

  private step(
    step: string,
    specialties: string[],
    regions: string[],
    eligible: number,
    draw: string | null,
    needed = 3,
  ): void {
    const look = { session: SESSION, step, specialties, regions, eligible, needed, draw, ...RULES }
    this.chain.record('evaluation/draw-step', look)
  }

  private call(seat: Seated): void {
    this.record('called', seat, { answerBy: new Date(Date.parse(this.chain.later(0)) + 30 * MINUTE).toISOString() })
  }

  private tell(seat: Seated): void {
    this.record('notified', seat, { channel: 'IN_APP', sent: true, detail: '', at: this.chain.later(0) })
  }

  private look(seats: Seated[]): void {
    const codes = seats.map(({ expert }) => this.code(expert))
    const look = { session: SESSION, by: 'p', role: 'centre', reason: '电话通知', codes }
    this.chain.record('evaluation/names-seen', look)
  }

  private answer(seat: Seated, answer: string, reason = ''): void {
    const at = this.chain.later(answer === 'UNANSWERED' ? 31 * MINUTE : 0)
    this.record('answered', seat, { answer, at, reason })
  }

  /** Nobody is left in the whole province; the procuring entity names some, and the supervisor approves. */
  private choose(named: Seated[]): void {
    const { chain, deciders } = this
    this.step('PROVINCE', ['A07'], ['33'], 0, null, named.length)
    const experts = named.map(({ expert }) => ({ number: expert, name: '某甲' }))
    const asked = { session: SESSION, seats: named.length, experts, reason: '专业特殊' }
    const request = chain.statement(deciders.entity, { type: 'direct-choice', ...asked })
    const said = { session: SESSION, request: hex(canonicalHash(request)), approved: true, reason: '属实' }
    const decision = chain.statement(deciders.supervisor, { type: 'direct-choice-decision', ...said })
    chain.record('evaluation/direct-choice', {
      session: SESSION,
      request,
      decision,
      codes: named.map(({ expert }) => this.code(expert)),
    })
  }

  private record(type: string, { expert }: Seated, more: JsonObject): void {
    this.chain.record(`evaluation/${type}`, { session: SESSION, code: this.code(expert), ...more })
  }

  private code(number: string): string {
    return hex(sm3(concat('QE1 expert', fromUuid(SESSION), this.seed, utf8(number))))
  }
}
