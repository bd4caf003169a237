import { hex } from '@/shared/trust/bytes'
import { usccOf, type Certificate } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { AskedQuestion, type QuestionState } from './askedQuestion'
import { formerCount } from './attempts'
import { checkCorrection } from './corrections'
import { membersBefore, openedPrices } from './panel'
import { reviewEnd } from './reviews'
import { lastPanel, screenedBefore, SCREENING_REVEALED } from './screening'

const CLOCKS_MS = 5000
const MINUTE_MS = 60_000
const PRICELESS = ['AMBIGUITY', 'OBVIOUS_ERROR']
const KINDS = ['AMBIGUITY', 'OBVIOUS_ERROR', 'ARITHMETIC', 'LOW_PRICE']
const FINDINGS = ['ACCEPTED', 'NOT_ACCEPTED', 'SUBSTANCE_CHANGED']

/** The steps of clarifications, entry by entry: who signs what, in which order, and until when. */
export class ClarificationSteps {
  /** All questions in the order of their numbers, as far as they got. */
  readonly questions: AskedQuestion[] = []
  /** Numbers of void questions, which are not used again. */
  private readonly former: number
  private bound = 0

  constructor(private readonly dossier: Dossier) {
    this.former = formerCount(dossier, 'evaluation/clarification-proposed')
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
    question.votes.set(this.member(entry), true)
    question.countVotes()
    this.questions.push(question)
  }

  private voted(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-vote', 'PROPOSED', 'not-a-vote-on-a-question')
    const vote = this.dossier.doc(entry).get('vote')
    demand(['FOR', 'AGAINST'].includes(vote.said), entry.object, 'neither-for-nor-against', vote.value)
    const member = this.member(entry)
    demand(!question.votes.has(member), entry.object, 'a-member-votes-twice')
    question.votes.set(member, vote.value === 'FOR')
    question.countVotes()
  }

  private gated(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-gate', 'AT_GATE', 'not-a-decision-at-the-gate')
    this.demandSupervisor(entry)
    const [body, doc] = [this.dossier.body(entry), this.dossier.doc(entry)]
    const released = doc.get('released').value
    demand(typeof released === 'boolean', entry.object, 'neither-released-nor-stopped')
    if (!released) {
      const isReasoned = doc.get('reason').said.trim() && body.get('releasedAt').isNull && body.get('deadline').isNull
      demand(Boolean(isReasoned), entry.object, 'stopped-without-a-reason')
      question.state = 'STOPPED'
      return
    }
    question.releasedAt = body.get('releasedAt').moment()
    question.deadline = body.get('deadline').moment()
    demand(question.releasedAt <= entry.at + CLOCKS_MS, entry.object, 'released-before-its-time-was-there')
    const minutes = question.doc.get('minutes').count
    const holds = question.deadline === question.releasedAt + minutes * MINUTE_MS
    demand(holds, body.get('deadline').path, 'not-the-minutes-that-the-panel-set', minutes)
    question.state = 'RELEASED'
  }

  private answered(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-answer', 'RELEASED', 'not-an-answer')
    const doc = this.dossier.doc(entry)
    doc.get('bidId').equals(question.bidId, 'an-answer-about-another-bid')
    const uscc = usccOf(this.signer(entry))
    demand(uscc === this.bidderOf(question.bidId), entry.object, 'not-answered-by-the-bidder', uscc)
    demand(doc.get('deadline').moment() === question.deadline, entry.object, 'not-the-deadline-that-ran')
    const at = this.dossier.body(entry).get('answeredAt')
    demand(at.moment() <= question.deadline, at.path, 'answered-behind-the-deadline', at.value)
    demand(at.moment() >= question.releasedAt, at.path, 'answered-before-the-release', at.value)
    demand(at.moment() <= entry.at + CLOCKS_MS, at.path, 'answered-before-its-time-was-there', at.value)
    const confirms = doc.get('confirms').value
    demand((typeof confirms === 'boolean') === question.isArithmetic, entry.object, 'neither-confirmed-nor-refused')
    question.isConfirmed = confirms === true
    question.answer = doc.hexHash()
    question.state = 'ANSWERED'
  }

  private lapsed(entry: Entry): void {
    const body = this.dossier.body(entry)
    const question = this.of(body, entry, 'RELEASED')
    const deadline = body.get('deadline').moment()
    demand(deadline === question.deadline, entry.object, 'not-the-deadline-that-ran')
    demand(entry.at + CLOCKS_MS > deadline, entry.object, 'lapsed-before-its-deadline')
    question.state = 'LAPSED'
  }

  private found(entry: Entry): void {
    const question = this.signedFor(entry, 'clarification-finding', 'ANSWERED', 'not-a-finding-on-an-answer')
    const doc = this.dossier.doc(entry)
    doc.get('answer').equals(question.answer, 'a-finding-on-another-answer')
    const finding = doc.get('finding').said
    demand(FINDINGS.includes(finding), entry.object, 'a-finding-that-nobody-knows', finding)
    const member = this.member(entry)
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
    this.demandSession(named, entry)
    const question = this.question(named.get('number').number())
    demand(question !== undefined, entry.object, 'a-question-that-nobody-proposed')
    demand(question.state === state, entry.object, 'a-step-out-of-its-turn', question.state, state)
    return question
  }

  private demandSession(named: Field, entry: Entry): void {
    const opened = this.dossier.first('evaluation/opened')
    demand(opened !== undefined, entry.object, 'a-question-before-the-evaluation')
    const own = named.get('session').is(this.dossier.body(opened).get('session'))
    demand(own, entry.object, 'a-question-of-another-session')
  }

  private member(entry: Entry): string {
    this.demandSession(this.dossier.doc(entry), entry)
    const member = hex(this.signer(entry).id)
    const sits = membersBefore(this.dossier, entry.n).includes(member)
    demand(sits, entry.object, 'said-by-no-member-of-the-panel', member)
    return member
  }

  /** The gate is kept by nobody of the tenderer's side, of the panel, or of the bidders. */
  private demandSupervisor(entry: Entry): void {
    const signer = this.signer(entry)
    const uscc = usccOf(signer)
    const { publication } = this.dossier
    const others = [
      publication.get('procuringEntity').get('uscc').said,
      publication.get('agency').get('uscc').said,
      ...this.bidders().map((bid) => bid.get('uscc').said),
    ]
    const sits = membersBefore(this.dossier, entry.n).includes(hex(signer.id))
    demand(!others.includes(uscc) && !sits, entry.object, 'not-decided-by-a-supervisor', uscc)
  }

  private signer(entry: Entry): Certificate {
    return this.dossier.signerOf(this.dossier.body(entry).get('statement'), entry)
  }

  private bidders(): Field[] {
    return this.dossier.all('lot/names').flatMap((names) => this.dossier.body(names).get('bids').items)
  }

  private bidderOf(bidId: string): string {
    return (
      this.bidders()
        .find((bid) => bid.get('bidId').value === bidId)
        ?.get('uscc').said ?? ''
    )
  }
}
