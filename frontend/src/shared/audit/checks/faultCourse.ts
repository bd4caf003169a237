import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { DECIDING } from './hall'

const ROLES = ['centre', 'sub-site', 'supervisor']
const CLOCKS_MS = 5000
const MINUTE_MS = 60_000

/** What only a panel does, and a dissolved one no more. */
const EVALUATING = [
  'evaluation/committed',
  'evaluation/revealed',
  'evaluation/shared',
  'evaluation/screening-committed',
  'evaluation/screening-revealed',
  'evaluation/screened',
  'evaluation/vote',
  'evaluation/rejected',
  'evaluation/scored',
  'evaluation/parts',
  'evaluation/report',
]

/** Whether the statement of an entry is signed by procuring entity or agency. */
export type IsOfHost = (dossier: Dossier, entry: Entry) => boolean

export const isOfHost: IsOfHost = (dossier, entry) => {
  const uscc = usccOf(dossier.signerOf(dossier.body(entry).get('statement'), entry))
  return ['procuringEntity', 'agency'].some((party) => dossier.publication.get(party).get('uscc').said === uscc)
}

/** Walks through a chain with its faults: at most one is open, and it ends by the rule of two and four hours. */
export class FaultCourse {
  private readonly panel = new Set<string>()
  private readonly dissolved = new Set<string>()
  private session?: Field
  private isWorking = false
  private isPanelDue = false
  private number = 0
  /** The body of the fault that is open. */
  private open?: Field
  private clearedAt?: number
  private outcome?: string

  constructor(
    private readonly dossier: Dossier,
    private readonly ofHost: IsOfHost,
  ) {}

  take(entry: Entry): void {
    const body = this.dossier.body(entry)
    if (entry.type === 'evaluation/opened') this.session = body.get('session')
    else if (entry.type === 'evaluation/left') this.isWorking = false
    else if (entry.type === 'evaluation/fault') this.reported(entry, body)
    else if (entry.type === 'evaluation/fault-cleared') this.cleared(entry, body)
    else if (entry.type === 'evaluation/fault-decided') this.decided(entry, body)
    else this.other(entry, body)
  }

  private other(entry: Entry, body: Field): void {
    const { type, object } = entry
    demand(!this.open || !DECIDING.includes(type), object, 'decided-while-a-fault-was-open')
    demand(!this.isPanelDue || !EVALUATING.includes(type), object, 'evaluated-by-a-dissolved-panel')
    if (type === 'evaluation/declared' && entry.body) this.panel.add(this.dossier.signerId(entry))
    if (type !== 'evaluation/panel') return
    this.isWorking = true
    this.isPanelDue = false
    for (const seat of body.get('members').items) {
      const member = seat.get('member').said
      demand(!this.dissolved.has(member), object, 'a-member-of-a-dissolved-panel-sits-again')
      this.panel.add(member)
    }
  }

  private reported(entry: Entry, body: Field): void {
    demand(!this.open, entry.object, 'a-fault-while-another-is-open')
    this.number++
    this.act(entry, body)
    body.get('phase').equals(this.isWorking ? 'DURING' : 'BEFORE_START', 'not-the-phase-of-a-fault')
    const from = body.get('from').moment()
    demand(from === began(body), body.get('from').path, 'not-when-the-fault-began')
    const start = body.get('plannedStart').moment()
    const base = this.isWorking ? from : Math.max(start, from)
    const limit = base + body.get('limitMinutes').number() * MINUTE_MS
    demand(body.get('until').moment() === limit, body.get('until').path, 'not-the-limit-of-a-fault')
    demand(typeof body.get('policy').value === 'boolean', body.get('policy').path, 'missing')
    this.open = body
    this.clearedAt = undefined
    this.outcome = undefined
  }

  private cleared(entry: Entry, body: Field): void {
    demand(this.open !== undefined && this.clearedAt === undefined, entry.object, 'cleared-though-no-fault-was-open')
    this.act(entry, body)
    for (const seat of body.get('seats').items)
      demand(seat.get('silent').value === false, body.get('seats').path, 'cleared-while-a-seat-was-silent')
    const at = body.get('at').moment()
    this.demandOrder(body, at)
    this.clearedAt = at
    if (this.outcome || at <= this.until) this.open = undefined
  }

  private decided(entry: Entry, body: Field): void {
    demand(this.open !== undefined && !this.outcome, entry.object, 'decided-about-no-open-fault')
    this.same(entry, body)
    const at = momentOf(entry, body)
    this.demandOrder(body, at)
    demand(at > this.until, body.get('at').path, 'decided-before-the-limit-of-a-fault')
    this.outcome = body.get('outcome').text()
    const isAllowed = this.outcomes.includes(this.outcome)
    demand(isAllowed, body.get('outcome').path, 'not-what-the-rule-allows-for-a-fault')
    this.statement(entry, body)
    const dissolves = ['VOID', 'POSTPONE'].includes(this.outcome)
    const isAnew = body.get('anew').value === true
    demand(dissolves || !isAnew, body.get('anew').path, 'a-new-panel-though-the-panel-goes-on')
    if (dissolves) {
      for (const member of this.panel) this.dissolved.add(member)
      this.isPanelDue = true
      this.isWorking = false
    }
    if (isAnew || (!dissolves && this.clearedAt !== undefined)) this.open = undefined
  }

  private get outcomes(): string[] {
    if (this.open!.get('phase').said === 'BEFORE_START') return ['HOLD', 'POSTPONE']
    return this.open!.get('policy').value === true ? ['VOID'] : ['CONTINUE', 'VOID']
  }

  private statement(entry: Entry, body: Field): void {
    const doc = this.dossier.doc(entry)
    doc.get('type').equals('fault-decision', 'not-a-decision-about-a-fault')
    doc.get('session').equalsField(this.session!, 'not-a-decision-about-a-fault')
    doc.get('fault').equals(this.number, 'not-a-decision-about-a-fault')
    for (const field of ['site', 'from', 'until'])
      doc.get(field).equalsField(this.open!.get(field), 'another-fault-than-was-signed')
    doc.get('outcome').equalsField(body.get('outcome'), 'another-outcome-than-was-signed')
    demand(doc.get('reason').said.trim() !== '', doc.get('reason').path, 'a-decision-without-a-reason')
    demand(this.ofHost(this.dossier, entry), entry.object, 'a-fault-not-decided-by-the-tenderer-s-side')
  }

  private get until(): number {
    return this.open!.get('until').moment()
  }

  private demandOrder(body: Field, at: number): void {
    const isBehind = at >= this.open!.get('at').moment() && at >= (this.clearedAt ?? at)
    demand(isBehind, body.get('at').path, 'an-end-before-the-fault')
  }

  private act(entry: Entry, body: Field): void {
    this.same(entry, body)
    momentOf(entry, body)
    const role = body.get('role')
    demand(ROLES.includes(role.text()), role.path, 'a-fault-told-by-nobody-who-may')
    demand(body.get('reason').text().trim() !== '', body.get('reason').path, 'a-fault-without-a-reason')
  }

  private same(entry: Entry, body: Field): void {
    if (!this.session) demand(false, entry.object, 'a-fault-outside-of-the-evaluation')
    else body.get('session').equalsField(this.session, 'a-fault-of-another-session')
    body.get('number').equals(this.number, 'not-the-number-of-a-fault')
  }
}

/** The last beat where every seat is silent, otherwise the report. */
function began(body: Field): number {
  const at = body.get('at').moment()
  const seats = body.get('seats').items
  if (seats.length === 0 || seats.some((seat) => seat.get('silent').value !== true)) return at
  const last = Math.max(...seats.map((seat) => seat.get('beatAt').moment()))
  demand(last <= at, body.get('seats').path, 'not-when-the-fault-began')
  return last
}

function momentOf(entry: Entry, body: Field): number {
  const at = body.get('at').moment()
  demand(at <= entry.at + CLOCKS_MS, body.get('at').path, 'recorded-before-it-happened', at, entry.at)
  return at
}
