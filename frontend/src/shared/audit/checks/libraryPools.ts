import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'

const ASKED = ['specialties', 'regions', 'needed', 'startsAt']
const ID = 36

/** Signed pools of the provincial library: each for the look that follows it, with codes that no other pool has. */
export class LibraryPools {
  /** What each code was bound to, hex. */
  readonly commits = new Map<string, string>()
  /** Codes by the look that they were for. */
  readonly byStep = new Map<Entry, string[]>()
  private readonly requests = new Map<string, string>()
  private readonly uscc: string

  constructor(private readonly dossier: Dossier) {
    this.uscc = dossier.publication.get('panel').get('library').get('uscc').said
  }

  /** Demands that each look at the pool has its signed pool directly before it. */
  check(): void {
    const asked = new Set<string>()
    const steps = this.dossier.all('evaluation/draw-step')
    for (const pool of this.dossier.all('evaluation/library-pool')) {
      const doc = this.signed(pool, 'expert-library-pool')
      const step = steps.find((it) => it.n > pool.n)
      demand(step !== undefined, pool.object, 'a-pool-of-the-library-that-nobody-looked-at')
      demand(!this.byStep.has(step), pool.object, 'two-pools-of-the-library-for-one-look')
      const request = doc.get('asked').get('request').text()
      demand(request.length === ID && !asked.has(request), pool.object, 'a-request-to-the-library-twice')
      asked.add(request)
      this.answersStep(doc, step)
      this.byStep.set(step, this.codes(doc, request))
    }
    for (const step of steps) demand(this.byStep.has(step), step.object, 'a-look-without-a-pool-of-the-library')
  }

  /** The doc of a reply that the library of the tender document signed. */
  signed(entry: Entry, type: string): Field {
    const doc = this.dossier.doc(entry)
    doc.get('type').equals(type, 'not-a-reply-of-the-library')
    const signer = usccOf(this.dossier.signerOf(this.dossier.body(entry).get('statement'), entry))
    const { uscc } = this
    const own = uscc !== '' && signer === uscc && doc.get('library').said === uscc
    demand(own, entry.object, 'not-signed-by-the-library', signer, uscc)
    return doc
  }

  /** Whether a reply is about a code of the pool of that request. */
  knows(doc: Field): boolean {
    const request = this.requests.get(doc.get('code').said)
    return request !== undefined && doc.get('request').said === request
  }

  private answersStep(doc: Field, step: Entry): void {
    const [asked, look] = [doc.get('asked'), this.dossier.body(step)]
    const same = ASKED.every((field) => asked.get(field).is(look.get(field)))
    demand(same, asked.path, 'not-what-the-look-asked-for')
    const { path, items } = doc.get('experts')
    const eligible = look.get('eligible').count
    demand(items.length === eligible, path, 'not-the-pool-of-the-library', items.length, eligible)
    const excluded = new Set(asked.get('excluded').items.map((it) => it.said))
    const all = this.parties().every((it) => excluded.has(it))
    demand(all, asked.get('excluded').path, 'a-party-was-not-excluded')
  }

  private parties(): string[] {
    const { dossier } = this
    const hosts = ['procuringEntity', 'agency'].map((host) => dossier.publication.get(host).get('uscc').said)
    const names = dossier.first('lot/names')
    const bids = names ? dossier.body(names).get('bids').items : []
    return [...hosts, ...bids.map((bid) => bid.get('uscc').said)]
  }

  private codes(doc: Field, request: string): string[] {
    let last = ''
    return doc.get('experts').items.map((expert) => {
      const code = expert.get('code').text()
      demand(code > last && !this.commits.has(code), doc.get('experts').path, 'a-code-of-the-library-twice', code)
      expert.get('commit').bytes(32)
      this.commits.set(code, expert.get('commit').said)
      this.requests.set(code, request)
      last = code
      return code
    })
  }
}
