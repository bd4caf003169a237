import type { Field } from '../field'
import type { AnswerWindow } from './answerWindow'

export type QuestionState =
  'PROPOSED' | 'DROPPED' | 'AT_GATE' | 'STOPPED' | 'RELEASED' | 'ANSWERED' | 'LAPSED' | 'CONCLUDED'

const ENDED: QuestionState[] = ['DROPPED', 'STOPPED', 'LAPSED', 'CONCLUDED']

/** A question to a bidder (澄清) and how far it got, as the chain tells it. */
export class AskedQuestion {
  state: QuestionState = 'PROPOSED'
  readonly votes = new Map<string, boolean>()
  readonly findings = new Map<string, string>()
  window?: AnswerWindow
  answer = ''
  isConfirmed = false

  constructor(
    readonly doc: Field,
    readonly proposal: string,
    private readonly members: number,
  ) {}

  get bidId(): string {
    return this.doc.get('bidId').said
  }

  get kind(): string {
    return this.doc.get('kind').said
  }

  get isArithmetic(): boolean {
    return this.kind === 'ARITHMETIC'
  }

  /** Counts the votes on asking: more than half of the members ask, half of them against it drop it. */
  countVotes(): void {
    const inFavour = [...this.votes.values()].filter(Boolean).length
    if (2 * inFavour > this.members) this.state = 'AT_GATE'
    else if (2 * (this.votes.size - inFavour) >= this.members) this.state = 'DROPPED'
  }

  private get accepting(): number {
    return [...this.findings.values()].filter((finding) => finding === 'ACCEPTED').length
  }

  /** Counts the findings in the same way. */
  countFindings(): void {
    const others = this.findings.size - this.accepting
    if (2 * this.accepting > this.members || 2 * others >= this.members) this.state = 'CONCLUDED'
  }

  get isAccepted(): boolean {
    return this.state === 'CONCLUDED' && 2 * this.accepting > this.members
  }

  /** Whether a correction binds: confirmed by the bidder, accepted by the panel. */
  get binds(): boolean {
    return this.isAccepted && this.isArithmetic && this.isConfirmed
  }

  /** Whether it was put to the bidder and left open. */
  get isUnresolved(): boolean {
    if (this.state === 'LAPSED') return true
    return this.state === 'CONCLUDED' && (!this.isAccepted || (this.isArithmetic && !this.isConfirmed))
  }

  get isEnded(): boolean {
    return ENDED.includes(this.state)
  }
}
