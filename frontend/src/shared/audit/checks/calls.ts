import { concat, hex, utf8, type Bytes } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { isApproved, numbersOf } from './directChoices'
import { DrawSteps } from './drawSteps'

const TYPES = [
  'evaluation/called',
  'evaluation/skipped',
  'evaluation/answered',
  'evaluation/left',
  'evaluation/names-seen',
  'evaluation/direct-choice',
  'evaluation/panel',
]

/**
 * Calls of experts: in the order of the draws, one for each free seat, passed over only on a ground that can be
 * computed; answers in their time; the members are those who were called and came. Where the cut withholds the calls
 * there is nothing to walk through.
 */
export function checkCalls(dossier: Dossier): void {
  const types = [...TYPES, 'evaluation/draw-step']
  if (!dossier.entries.every((entry) => entry.body || !types.includes(entry.type))) return
  const calls = new Calls(dossier)
  for (const entry of dossier.entries) if (TYPES.includes(entry.type)) calls.take(entry)
}

interface Skip {
  entry: Entry
  sitting: string[]
}

class Calls {
  private readonly steps: DrawSteps
  private readonly size: number
  private readonly gone: string[] = []
  private readonly skipped = new Map<string, Skip>()
  private readonly calls = new Map<string, Entry>()
  private readonly chosen = new Map<string, Entry>()
  private readonly standing = new Set<string>()
  private readonly accepted = new Set<string>()

  constructor(private readonly dossier: Dossier) {
    this.steps = new DrawSteps(dossier)
    this.steps.check()
    this.size = dossier.publication.get('panel').get('size').count
  }

  take(entry: Entry): void {
    const body = this.dossier.body(entry)
    const code = body.get('code').said
    if (entry.type === 'evaluation/called') this.called(entry, code)
    else if (entry.type === 'evaluation/skipped') {
      this.next(entry, code)
      this.skipped.set(code, { entry, sitting: [...this.standing] })
    } else if (entry.type === 'evaluation/answered') this.answered(entry, body, code)
    else if (entry.type === 'evaluation/left') {
      this.accepted.delete(code)
      demand(this.standing.delete(code), entry.object, 'a-departure-of-nobody-who-was-there')
    } else if (entry.type === 'evaluation/names-seen') this.seen(entry, body)
    else if (entry.type === 'evaluation/panel') this.panel(body)
    else if (isApproved(this.dossier, entry, this.steps))
      for (const each of body.get('codes').items) this.chosen.set(each.said, entry)
  }

  private called(entry: Entry, code: string): void {
    if (!this.chosen.has(code)) this.next(entry, code)
    demand(!this.calls.has(code), entry.object, 'a-call-twice')
    this.calls.set(code, entry)
    this.standing.add(code)
    demand(this.standing.size <= this.size, entry.object, 'a-call-though-no-seat-was-free')
  }

  /** The first of those drawn who was neither called nor passed over. */
  private next(entry: Entry, code: string): void {
    const due = this.steps.drawnBefore(entry.n)[this.gone.length]
    demand(due === code, `${entry.object}#code`, 'not-called-in-the-order-of-the-draw', code, due)
    this.gone.push(code)
  }

  private answered({ object }: Entry, body: Field, code: string): void {
    const asked = this.standing.has(code) && !this.accepted.has(code)
    demand(asked, object, 'an-answer-of-nobody-who-was-asked')
    const until = this.dossier.body(this.calls.get(code)!).get('answerBy').moment()
    const answer = body.get('answer')
    const isLate = answer.value === 'UNANSWERED'
    const at = body.get('at')
    demand(isLate === at.moment() >= until, at.path, 'an-answer-counted-at-the-wrong-time')
    if (answer.value === 'ACCEPTED') this.accepted.add(code)
    else {
      demand(isLate || answer.value === 'DECLINED', answer.path, 'an-answer-that-nobody-knows')
      this.standing.delete(code)
    }
  }

  private seen({ object }: Entry, body: Field): void {
    demand(body.get('reason').said.trim() !== '', object, 'a-look-without-a-reason')
    const known = body.get('codes').items.every((code) => this.standing.has(code.said))
    demand(known, object, 'a-look-at-nobody-who-was-called')
  }

  private panel(body: Field): void {
    const code = codeOf(body.get('session').uuid(), body.get('seed').bytes(32))
    const experts = body.get('members').items.filter((seat) => seat.get('kind').value === 'EXPERT')
    const members = new Map(experts.map((seat) => [code(seat), seat]))
    const came = [...members.keys()].every((each) => this.standing.has(each) && this.accepted.has(each))
    const whole = came && members.size === this.standing.size && members.size === experts.length
    demand(whole, body.get('members').path, 'not-the-experts-who-were-drawn')
    const passed = this.passedOver(body.get('passed'), code)
    const seats = new Map([...members, ...passed])
    for (const [skippedCode, skip] of this.skipped) this.ground(body, seats, skippedCode, skip)
    this.limits(body, members)
    for (const [chosenCode, choice] of this.chosen) {
      const named = numbersOf(this.dossier, choice).map((number) => code(number))
      demand(named.includes(chosenCode), `${choice.object}#codes`, 'not-the-experts-who-were-chosen')
    }
  }

  private passedOver(listed: Field, code: (seat: Field) => string): Map<string, Field> {
    const own = (seat: Field) => this.calls.has(code(seat)) || this.skipped.has(code(seat))
    const tenderers = (seat: Field) => /^T\d+$/.test(seat.get('expert').said)
    const passed = new Map(listed.items.filter(own).map((seat) => [code(seat), seat]))
    const due = [...this.calls.keys(), ...this.skipped.keys()].filter((each) => !this.standing.has(each))
    const whole = due.length === passed.size && due.every((each) => passed.has(each))
    const known = listed.items.every((seat) => own(seat) || tenderers(seat))
    demand(whole && known, listed.path, 'not-those-who-were-passed-over')
    return passed
  }

  private ground(panel: Field, seats: Map<string, Field>, code: string, { entry, sitting }: Skip): void {
    const rules = this.steps.rulesBefore(entry.n)
    const why = this.dossier.body(entry).get('why')
    const seat = seats.get(code)!
    const employer = seat.get('employer').said
    const employerMax = rules.get('employerMax').count
    const reached = (times: string, most: string) =>
      rules.get(most).count > 0 && seat.get(times).count >= rules.get(most).count
    const colleagues = sitting.filter((each) => seats.get(each)?.get('employer').said === employer).length
    const holds =
      (why.value === 'SAME_EMPLOYER' && employerMax > 0 && colleagues >= employerMax) ||
      (why.value === 'TOO_FREQUENT' && reached('served', 'servedMax')) ||
      (why.value === 'SAME_BIDDER' && reached('sameBidder', 'bidderMax')) ||
      (why.value === 'SAME_HOST' && reached('sameHost', 'hostMax'))
    demand(holds && seat.get('why').is(why), panel.get('passed').path, 'passed-over-without-a-ground')
  }

  /** What would have been a ground to pass over is none among those who sit. */
  private limits(panel: Field, members: Map<string, Field>): void {
    const employers = this.steps.limit('employerMax')
    const often: [string, number, string][] = [
      ['served', this.steps.limit('servedMax'), 'a-member-who-served-too-often'],
      ['sameBidder', this.steps.limit('bidderMax'), 'a-member-who-met-a-bidder-too-often'],
      ['sameHost', this.steps.limit('hostMax'), 'a-member-who-met-the-host-too-often'],
    ]
    const { path } = panel.get('members')
    const counts = new Map<string, number>()
    for (const [code, seat] of members) {
      const employer = seat.get('employer').said
      const count = (counts.get(employer) ?? 0) + 1
      counts.set(employer, count)
      const isFree = this.chosen.has(code)
      const fits = employers === 0 || employer === '' || count <= employers || isFree
      demand(fits, path, 'more-experts-of-one-employer-than-may-sit', employer)
      for (const [times, limit, reason] of often)
        demand(limit === 0 || isFree || isBelow(seat.get(times).count, limit), path, reason)
    }
  }
}

/** Whether a count is told, and less than a limit. */
const isBelow = (count: number, limit: number) => count >= 0 && count < limit

/** Codes of experts under the seed of a session; takes a seat or a number. */
function codeOf(session: Bytes, seed: Bytes): (expert: Field | string) => string {
  return (expert) => {
    const number = typeof expert === 'string' ? expert : expert.get('expert').said
    return hex(sm3(concat('QE1 expert', session, seed, utf8(number))))
  }
}
