import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { AnswerWindow, opens } from './answerWindow'
import { AskedQuestion, type QuestionState } from './askedQuestion'
import { formerCount } from './attempts'
import { checkCorrection } from './corrections'
import { GateSigners } from './gateSigners'
import { membersBefore, openedPrices } from './panel'
import { reviewEnd } from './reviews'
import { lastPanel, screenedBefore, SCREENING_REVEALED } from './screening'

const PRICELESS = ['AMBIGUITY', 'OBVIOUS_ERROR']
const KINDS = ['AMBIGUITY', 'OBVIOUS_ERROR', 'ARITHMETIC', 'LOW_PRICE']
const FINDINGS = ['ACCEPTED', 'NOT_ACCEPTED', 'SUBSTANCE_CHANGED']

/** The steps of clarifications, entry by entry: who signs what, in which order, and until when. */
export class ClarificationSteps {
  /** All questions in the order of their numbers, as far as they got. */
  readonly questions: AskedQuestion[] = []
  /** Numbers of void questions, which are not used again. */
  private readonly former: number
  private readonly signers: GateSigners
  private bound = 0

  constructor(private readonly dossier: Dossier) {
    this.former = formerCount(dossier, 'evaluation/clarification-proposed')
    this.signers = new GateSigners(dossier)
  }

  /** The question of a number; nothing where there is none that counts. */
  question(number: number): AskedQuestion | undefined {
    return this.questions[number - this.former - 1]
  }

  /** Takes the next entry of the chain. */
  take(entry: Entry): void {
    if (entry.type === 'evaluation/clarification-proposed') this.proposed(entry)
    else if (entry.type === 'evaluation/clarification-vote') this.voted(entry)
    else if (entry.type === 'evaluation/clarification-gate') this.gated(entry)
    else if (entry.type === 'evaluation/clarification-answered') this.answered(entry)
    else if (entry.type === 'evaluation/clarification-lapsed') this.lapsed(entry)
    else if (entry.type === 'evaluation/clarification-found') this.found(entry)
    else if (entry.type === 'evaluation/corrected') this.corrected(entry)
    else if (entry.type === 'evaluation/report')
      demand(
        this.questions.every((question) => question.isEnded),
        entry.object,
        'a-question-was-left-open',
      )
  }

  /** Demands that every correction that binds stands on record. */
  end(last: Entry): void {
    const binding = this.questions.filter((question) => question.binds).length
    demand(binding === this.bound, last.object, 'a-confirmed-correction-is-not-on-record', this.bound, binding)
  }

  /** Whether it is asked while the preliminary review is being decided, about no price. */
  private isSettling(entry: Entry, doc: Field): boolean {
    const panel = lastPanel(this.dossier, Infinity)
    const judged = this.dossier.all(SCREENING_REVEALED).filter((each) => each.n > panel)
    const begun = judged.at(-1)?.n ?? Infinity
    const decided = screenedBefore(this.dossier, entry.n) !== undefined
    return begun < entry.n && !decided && PRICELESS.includes(doc.get('kind').said)
  }

  private proposed(entry: Entry): void {
    const doc = this.typed(entry, 'clarification-proposal', 'not-a-question-to-a-bidder')
    const end = reviewEnd(this.dossier, entry.n)
    const settling = this.isSettling(entry, doc)
    for (const revealed of this.dossier.all('evaluation/revealed'))
      demand(settling || revealed.n < entry.n || revealed.n > end, entry.object, 'asked-before-the-sheets-were-open')
    doc.get('number').equals(this.former + this.questions.length + 1, 'not-the-next-number-of-a-question')
    demand(KINDS.includes(doc.get('kind').said), entry.object, 'a-kind-of-question-that-nobody-knows')
    demand(doc.get('minutes').number() > 0, entry.object, 'no-time-to-answer')
    const sung = openedPrices(this.dossier).get(doc.get('bidId').said)
    demand(sung !== undefined, entry.object, 'a-question-about-no-opened-bid')
    const isArithmetic = doc.get('kind').value === 'ARITHMETIC'
    const correction = doc.get('correction')
    demand(correction.isObject === isArithmetic, entry.object, 'a-correction-in-another-kind-of-question')
    if (isArithmetic) checkCorrection(correction, sung)
    const members = new Set(membersBefore(this.dossier, entry.n)).size
    const question = new AskedQuestion(doc, doc.hexHash(), members)
    question.votes.set(this.signers.member(entry), true)
    question.countVotes()
    this.questions.push(question)
  }

  private voted(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-vote', 'PROPOSED', 'not-a-vote-on-a-question')
    const vote = this.dossier.doc(entry).get('vote')
    demand(['FOR', 'AGAINST'].includes(vote.said), entry.object, 'neither-for-nor-against', vote.value)
    const member = this.signers.member(entry)
    demand(!question.votes.has(member), entry.object, 'a-member-votes-twice')
    question.votes.set(member, vote.value === 'FOR')
    question.countVotes()
  }

  private gated(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-gate', 'AT_GATE', 'not-a-decision-at-the-gate')
    this.signers.demandSupervisor(entry)
    if (opens(this.dossier, entry, 'released', 'releasedAt', 'deadline')) {
      question.window = new AnswerWindow(this.dossier, entry, question.doc.get('minutes').count)
      question.state = 'RELEASED'
    } else question.state = 'STOPPED'
  }

  private answered(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-answer', 'RELEASED', 'not-an-answer')
    const doc = this.dossier.doc(entry)
    doc.get('bidId').equals(question.bidId, 'an-answer-about-another-bid')
    const uscc = this.signers.usccOf(entry)
    demand(uscc === this.signers.bidderOf(question.bidId), entry.object, 'not-answered-by-the-bidder', uscc)
    question.window!.answered(entry)
    const confirms = doc.get('confirms').value
    demand((typeof confirms === 'boolean') === question.isArithmetic, entry.object, 'neither-confirmed-nor-refused')
    question.isConfirmed = confirms === true
    question.answer = doc.hexHash()
    question.state = 'ANSWERED'
  }

  private lapsed(entry: Entry): void {
    const question = this.of(this.dossier.body(entry), entry, 'RELEASED')
    question.window!.lapsed(entry)
    question.state = 'LAPSED'
  }

  private found(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-finding', 'ANSWERED', 'not-a-finding-on-an-answer')
    const doc = this.dossier.doc(entry)
    doc.get('answer').equals(question.answer, 'a-finding-on-another-answer')
    const finding = doc.get('finding').said
    demand(FINDINGS.includes(finding), entry.object, 'a-finding-that-nobody-knows', finding)
    const member = this.signers.member(entry)
    demand(!question.findings.has(member), entry.object, 'a-member-votes-twice')
    question.findings.set(member, finding)
    question.countFindings()
  }

  private corrected(entry: Entry): void {
    const body = this.dossier.body(entry)
    const question = this.of(body, entry, 'CONCLUDED')
    demand(question.binds, entry.object, 'a-correction-that-nobody-confirmed')
    body.get('bidId').equals(question.bidId, 'a-correction-of-another-bid')
    const confirmed = question.doc.get('correction').get('correctedFen')
    body.get('correctedFen').equalsField(confirmed, 'not-the-correction-that-was-confirmed')
    this.bound++
  }

  /** The question that a signed doc names, which is in this state. */
  private signedFor(entry: Entry, type: string, state: QuestionState, otherwise: string): AskedQuestion {
    const doc = this.typed(entry, type, otherwise)
    const question = this.of(doc, entry, state)
    doc.get('proposal').equals(question.proposal, 'signed-for-another-question')
    return question
  }

  private typed(entry: Entry, type: string, otherwise: string): Field {
    const doc = this.dossier.doc(entry)
    doc.get('type').equals(type, otherwise)
    return doc
  }

  private of(named: Field, entry: Entry, state: QuestionState): AskedQuestion {
    this.signers.demandSession(named, entry)
    const question = this.question(named.get('number').number())
    demand(question !== undefined, entry.object, 'a-question-that-nobody-proposed')
    demand(question.state === state, entry.object, 'a-step-out-of-its-turn', question.state, state)
    return question
  }
}
