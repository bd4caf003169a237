import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { AnswerWindow, opens } from './answerWindow'
import { GateSigners } from './gateSigners'

const CLOCKS_MS = 5000
const BLANKS = /[ \t\r\n\u00a0\u3000]/g
const ENDED: State[] = ['STOPPED', 'LAPSED', 'DELIVERED', 'WITHHELD']

type State = 'AT_GATE' | 'STOPPED' | 'RELEASED' | 'ANSWERED' | 'LAPSED' | 'DELIVERED' | 'WITHHELD'

/** A question as the chain tells it. */
interface Asked {
  doc: Field
  request: string
  state: State
  window?: AnswerWindow
  answer?: Field
}

/** The steps of questions to the procuring entity (信息征询), entry by entry: who signs what, in which order, until when. */
export class InformationSteps {
  private readonly questions: Asked[] = []
  private readonly signers: GateSigners

  constructor(private readonly dossier: Dossier) {
    this.signers = new GateSigners(dossier)
  }

  /** Takes the next entry of the chain. */
  take(entry: Entry): void {
    if (entry.type === 'evaluation/information-asked') this.asked(entry)
    else if (entry.type === 'evaluation/information-gate') this.gated(entry)
    else if (entry.type === 'evaluation/information-answered') this.answered(entry)
    else if (entry.type === 'evaluation/information-passage') this.passed(entry)
    else if (entry.type === 'evaluation/information-lapsed') this.lapsed(entry)
    else if (entry.type === 'evaluation/report')
      demand(
        this.questions.every(({ state }) => ENDED.includes(state)),
        entry.object,
        'a-question-to-the-procuring-entity-was-left-open',
      )
  }

  private asked(entry: Entry): void {
    const doc = this.typed(entry, 'information-question', 'not-a-question-to-the-procuring-entity')
    this.signers.member(entry)
    doc.get('number').equals(this.questions.length + 1, 'not-the-next-number-of-a-question')
    demand(doc.get('minutes').number() > 0, entry.object, 'no-time-to-answer')
    const isWritten = doc.get('place').text().trim() !== '' && doc.get('question').text().trim() !== ''
    demand(isWritten, entry.object, 'a-question-without-words')
    this.demandUnnamed(doc.get('place'))
    this.demandUnnamed(doc.get('question'))
    this.questions.push({ doc, request: doc.hexHash(), state: 'AT_GATE' })
  }

  private gated(entry: Entry): void {
    const question = this.signedFor(entry, 'information-gate', 'AT_GATE', 'not-a-decision-at-the-gate')
    this.signers.demandSupervisor(entry)
    if (opens(this.dossier, entry, 'released', 'releasedAt', 'deadline')) {
      question.window = new AnswerWindow(this.dossier, entry, question.doc.get('minutes').count)
      question.state = 'RELEASED'
    } else question.state = 'STOPPED'
  }

  private answered(entry: Entry): void {
    const question = this.signedFor(entry, 'information-answer', 'RELEASED', 'not-an-answer')
    demand(this.signers.answersForHost(entry), entry.object, 'not-answered-by-the-procuring-entity')
    const doc = this.dossier.doc(entry)
    demand(doc.get('text').text().trim() !== '', entry.object, 'an-answer-without-words')
    question.window!.answered(entry)
    question.answer = doc
    question.state = 'ANSWERED'
  }

  /** The gate over the answer: what is withheld has no moment at which the panel saw it. */
  private passed(entry: Entry): void {
    const question = this.signedFor(entry, 'information-passage', 'ANSWERED', 'not-a-decision-on-an-answer')
    this.signers.demandSupervisor(entry)
    const [body, doc] = [this.dossier.body(entry), this.dossier.doc(entry)]
    doc.get('answer').equals(question.answer!.hexHash(), 'a-decision-on-another-answer')
    const isWithheld = doc.get('delivered').value === false
    demand(!isWithheld || body.get('deliveredAt').isNull, entry.object, 'shown-although-it-was-withheld')
    if (opens(this.dossier, entry, 'delivered', 'deliveredAt')) {
      const at = body.get('deliveredAt').moment()
      demand(at <= entry.at + CLOCKS_MS, entry.object, 'delivered-before-its-time-was-there')
      this.demandUnnamed(question.answer!.get('text'))
      question.state = 'DELIVERED'
    } else question.state = 'WITHHELD'
  }

  private lapsed(entry: Entry): void {
    const question = this.of(this.dossier.body(entry), entry, 'RELEASED')
    question.window!.lapsed(entry)
    question.state = 'LAPSED'
  }

  private signedFor(entry: Entry, type: string, state: State, otherwise: string): Asked {
    const doc = this.typed(entry, type, otherwise)
    const question = this.of(doc, entry, state)
    doc.get('request').equals(question.request, 'signed-for-another-question')
    return question
  }

  private typed(entry: Entry, type: string, otherwise: string): Field {
    const doc = this.dossier.doc(entry)
    doc.get('type').equals(type, otherwise)
    return doc
  }

  private of(named: Field, entry: Entry, state: State): Asked {
    this.signers.demandSession(named, entry)
    const question = this.questions[named.get('number').number() - 1]
    demand(question !== undefined, entry.object, 'a-question-that-nobody-asked')
    demand(question.state === state, entry.object, 'a-step-out-of-its-turn', question.state, state)
    return question
  }

  /** Words that pass the gate name no bidder, whatever blanks stand between the letters. */
  private demandUnnamed(words: Field): void {
    const said = bare(words.said)
    const names = ['name', 'uscc', 'bidId'].flatMap((field) => this.signers.bidders(field)).map(bare)
    demand(!names.some((name) => name !== '' && said.includes(name)), words.path, 'a-bidder-is-named')
  }
}

const bare = (text: string) => text.replace(BLANKS, '')
