import { hex } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import type { TestChain } from './chain'
import type { Deciders } from './decisions'
import { SESSION } from './rules'

const MINUTE = 60_000
const MINUTES = 30

/** Who is about when a member asks. */
export interface Asking extends Deciders {
  experts: Signer[]
  bidder: Signer
}

/** Changes a doc before it is signed, or has somebody else sign it. */
export type InformationLie = (doc: JsonObject, people: Asking) => Signer | void

/**
 * Questions of a test to the procuring entity: one is answered and the answer delivered; one lapses; one is stopped, because
 * it speaks of a bid; and the answer to the last shows a preference and is withheld.
 */
export function askForInformation(chain: TestChain, people: Asking, lie?: InformationLie): void {
  const story = new Story(chain, people, lie)
  const first = story.ask(1, '工程量清单总说明中的暂列金额是否计入评标总价？')
  story.answer(1, first, '计入，见招标文件第二章第3.2款。', true)

  const second = story.ask(2, '地下管线资料的勘察日期是哪一天？')
  const { deadline } = story.release(2, second)
  chain.later((MINUTES + 1) * MINUTE)
  chain.record('evaluation/information-lapsed', { session: SESSION, number: 2, deadline })

  story.stop(3, story.ask(3, '乙标段那家的工期是不是太短？'))

  const fourth = story.ask(4, '技术标准第4章的检测频次以哪一版规范为准？')
  story.answer(4, fourth, '以现行规范为准，本地企业都熟悉，请多考虑。', false)
}

class Story {
  constructor(
    private readonly chain: TestChain,
    private readonly people: Asking,
    private readonly lie?: InformationLie,
  ) {}

  ask(number: number, question: string): string {
    const said = { place: '第二章 投标人须知', question, minutes: MINUTES }
    const body = this.signed(this.people.experts[0]!, 'question', number, said)
    this.chain.record('evaluation/information-asked', body)
    return hashOf(body)
  }

  release(number: number, request: string): { deadline: string } {
    const body = this.signed(this.people.supervisor, 'gate', number, { request, released: true, reason: '' })
    const releasedAt = this.chain.now()
    const deadline = new Date(Date.parse(releasedAt) + MINUTES * MINUTE).toISOString()
    this.chain.record('evaluation/information-gate', { ...body, releasedAt, deadline })
    return { deadline }
  }

  stop(number: number, request: string): void {
    const said = { request, released: false, reason: '涉及具体投标' }
    const body = this.signed(this.people.supervisor, 'gate', number, said)
    this.chain.record('evaluation/information-gate', { ...body, releasedAt: null, deadline: null })
  }

  answer(number: number, request: string, text: string, delivered: boolean): void {
    const { deadline } = this.release(number, request)
    const body = this.signed(this.people.entity, 'answer', number, { request, deadline, text })
    this.chain.record('evaluation/information-answered', { ...body, answeredAt: this.chain.now() })
    const decision = { request, answer: hashOf(body), delivered, reason: delivered ? '' : '暗示倾向特定投标人' }
    const passage = this.signed(this.people.supervisor, 'passage', number, decision)
    const deliveredAt = delivered ? this.chain.now() : null
    this.chain.record('evaluation/information-passage', { ...passage, deliveredAt })
  }

  private signed(person: Signer, what: string, number: number, own: JsonObject): JsonObject {
    const doc: JsonObject = { type: `information-${what}`, session: SESSION, number, ...own }
    const signer = this.lie?.(doc, this.people)
    return this.chain.signed(signer ?? person, doc)
  }
}

const hashOf = (body: JsonObject) => hex(canonicalHash((body.statement as JsonObject).doc!))
