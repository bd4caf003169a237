import { concat, hex, utf8 } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { LibraryPools } from './libraryPools'

const PREFIX = 'evaluation/library-'
const TYPES = ['evaluation/draw-step', 'evaluation/called', 'evaluation/answered', 'evaluation/panel', 'lot/names']

/**
 * What a provincial library signed (docs/expert-library.md): the draws are from its pools, every call of its experts
 * ends by its answer, and who sits is whom it opened and had been bound to, tied to no party. Demands replies exactly
 * where the tender document names a library; reads them where the cut shows them.
 */
export function checkLibrary(dossier: Dossier): void {
  const isProvincial = dossier.publication.get('panel').get('source').value === 'PROVINCIAL'
  const foreign = isProvincial ? undefined : dossier.entries.find((entry) => entry.type.startsWith(PREFIX))
  demand(foreign === undefined, foreign?.object ?? '', 'a-library-that-the-tender-document-does-not-name')
  if (!isProvincial) return
  const looks = dossier.all('evaluation/draw-step')
  const whole = dossier.all('evaluation/library-pool').length >= looks.length
  demand(whole, looks.at(-1)?.object ?? '', 'a-look-without-a-pool-of-the-library')
  const concerned = (entry: Entry) => entry.type.startsWith(PREFIX) || TYPES.includes(entry.type)
  if (dossier.entries.every((entry) => entry.body || !concerned(entry))) new LibraryReplies(dossier).walk()
}

class LibraryReplies {
  private readonly pools: LibraryPools
  private readonly answers = new Map<string, Entry>()
  private readonly identities = new Map<string, Entry>()

  constructor(private readonly dossier: Dossier) {
    this.pools = new LibraryPools(dossier)
  }

  walk(): void {
    const { dossier } = this
    this.pools.check()
    for (const entry of dossier.all('evaluation/library-answer')) this.answer(entry)
    for (const entry of dossier.all('evaluation/library-identity')) this.identity(entry)
    for (const entry of dossier.all('evaluation/library-fault')) {
      const isKnown = dossier.body(entry).get('fault').said.startsWith('library/')
      demand(isKnown, entry.object, 'a-fault-that-nobody-knows')
    }
    const panels = dossier.all('evaluation/panel')
    const last = panels.at(-1)
    if (!last) return
    const codes = this.codes(dossier.body(last))
    this.draws(codes)
    this.calls(codes)
    for (const panel of panels) this.members(panel)
  }

  private answer(entry: Entry): void {
    const doc = this.pools.signed(entry, 'expert-library-answer')
    demand(this.pools.knows(doc), entry.object, 'an-answer-of-nobody-in-the-pool-of-the-library')
    const code = doc.get('code').said
    demand(!this.answers.has(code), entry.object, 'an-answer-of-the-library-twice')
    this.answers.set(code, entry)
  }

  private identity(entry: Entry): void {
    const doc = this.pools.signed(entry, 'expert-library-identity')
    demand(this.pools.knows(doc), entry.object, 'an-identity-of-nobody-in-the-pool-of-the-library')
    const code = doc.get('code').said
    const identity = doc.get('identity')
    const commit = hex(sm3(concat('QL1 identity', doc.get('salt').bytes(32), identity.canonical())))
    demand(commit === this.pools.commits.get(code), identity.path, 'not-the-identity-of-the-pool')
    demand(!this.identities.has(code), entry.object, 'an-identity-of-the-library-twice')
    this.identities.set(code, entry)
  }

  /** Codes of the draws by codes of the library, under the seed that the panel shows. */
  private codes(panel: Field): Map<string, string> {
    const [session, seed] = [panel.get('session').uuid(), panel.get('seed').bytes(32)]
    const masked = (code: string) => hex(sm3(concat('QE1 expert', session, seed, utf8(code))))
    return new Map([...this.pools.commits.keys()].map((code) => [code, masked(code)]))
  }

  private draws(codes: Map<string, string>): void {
    const { dossier } = this
    for (const draw of dossier.all('draw/opened'))
      for (const [step, own] of this.pools.byStep) {
        if (!dossier.body(step).get('draw').is(dossier.body(draw).get('drawId'))) continue
        const expected = own.map((code) => codes.get(code)!).sort()
        const pool = dossier.body(draw).get('pool')
        const same = pool.items.length === expected.length && pool.items.every((code, i) => code.said === expected[i])
        demand(same, pool.path, 'a-draw-from-another-pool-than-the-library-s')
      }
  }

  /** Each answer stands directly for what the chain says of the call, and no call ends without one. */
  private calls(codes: Map<string, string>): void {
    const { dossier } = this
    const signed = new Map([...this.answers].map(([code, entry]) => [codes.get(code)!, entry]))
    const unsigned = new Set(codes.values())
    for (const called of dossier.all('evaluation/called')) {
      const code = dossier.body(called).get('code').said
      const answer = signed.get(code)
      if (!answer) continue
      demand(answer.n > called.n, answer.object, 'an-answer-of-the-library-before-the-call')
      const until = dossier.body(called).get('answerBy')
      dossier.doc(answer).get('answerBy').equalsField(until, 'an-answer-of-the-library-to-another-call')
      unsigned.delete(code)
      signed.delete(code)
      this.told(code, answer)
    }
    const stray = [...signed.values()][0]
    demand(stray === undefined, stray?.object ?? '', 'an-answer-of-the-library-for-a-code-never-called')
    for (const answered of dossier.all('evaluation/answered')) {
      const isSigned = !unsigned.has(dossier.body(answered).get('code').said)
      demand(isSigned, answered.object, 'an-answer-that-the-library-did-not-sign')
    }
  }

  private told(code: string, answer: Entry): void {
    const { dossier } = this
    const doc = dossier.doc(answer)
    const word = doc.get('answer').said
    const expected = word === 'NO_ANSWER' ? 'UNANSWERED' : word
    const same = dossier.all('evaluation/answered').some((entry) => {
      const body = dossier.body(entry)
      const ofThis = entry.n > answer.n && body.get('code').said === code
      return ofThis && body.get('answer').said === expected && body.get('at').is(doc.get('at'))
    })
    demand(same, answer.object, 'not-what-the-library-answered')
  }

  private members(panel: Entry): void {
    const { dossier } = this
    const members = dossier.body(panel).get('members')
    const units = this.units()
    for (const seat of members.items) {
      const code = seat.get('expert').said
      if (!this.pools.commits.has(code)) continue
      const entry = this.identities.get(code)
      demand(entry !== undefined && entry.n < panel.n, members.path, 'a-member-nobody-opened', code)
      const identity = dossier.doc(entry).get('identity')
      const member = hex(sm3(identity.get('certificate').base64()))
      const same = seat.get('member').said === member && seat.get('employer').is(identity.get('employer'))
      demand(same, members.path, 'not-the-member-whom-the-library-opened', code)
      const ties = [identity.get('employer'), ...identity.get('ties').items]
      demand(!ties.some((unit) => units.has(unit.said)), members.path, 'a-member-tied-to-a-party', code)
    }
  }

  private units(): Set<string> {
    const { dossier } = this
    const hosts = ['procuringEntity', 'agency'].map((host) => dossier.publication.get(host).get('name').said)
    const names = dossier.first('lot/names')
    const bids = names ? dossier.body(names).get('bids').items : []
    return new Set([...hosts, ...bids.map((bid) => bid.get('name').said)])
  }
}
