import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { Field } from '../field'
import { askedDraw } from './repeatedDraws'

const ORDER = ['ASKED', 'SPECIALTY_GROUP', 'REGION', 'PROVINCE']
const DIGITS = [Infinity, Infinity, 4, 2]

/** Looks at the pool of experts: each draw has one, and the scope is widened in its order, only when too few are left. */
export class DrawSteps {
  private readonly looks: Entry[]
  private readonly draws: Entry[]

  constructor(private readonly dossier: Dossier) {
    this.looks = dossier.all('evaluation/draw-step')
    this.draws = dossier.all('draw/opened').filter((draw) => dossier.body(draw).get('purpose').value === 'EXPERTS')
  }

  /** Demands a look for each draw, and a lawful way from look to look. */
  check(): void {
    const { dossier } = this
    for (const draw of this.draws) {
      const opened = dossier.body(draw)
      const asked = askedDraw(dossier, opened.get('drawId').said)
      const look = this.looks.find((it) => it.n < draw.n && dossier.body(it).get('draw').said === asked)
      demand(look !== undefined, draw.object, 'a-draw-of-experts-without-its-step')
      const eligible = dossier.body(look).get('eligible')
      const [seen, size] = [eligible.count, opened.get('pool').items.length]
      demand(seen === size, eligible.path, 'not-the-pool-that-was-looked-at', seen, size)
    }
    this.looks.reduce((former, look) => this.way(look, former), 0)
  }

  private way(look: Entry, former: number): number {
    const body = this.dossier.body(look)
    const at = ORDER.indexOf(body.get('step').said)
    const inOrder = at >= former && (look !== this.looks[0] || at === 0)
    demand(inOrder, body.get('step').path, 'not-widened-in-the-declared-order')
    const tooFew = body.get('eligible').count < body.get('needed').count
    demand(!body.get('draw').isNull || tooFew, body.get('draw').path, 'not-drawn-though-enough-were-left')
    const { path, said } = body.get('reason')
    demand(said.trim() !== '', path, 'no-reason-for-a-draw-behind-the-opening')
    const asked = this.dossier.body(this.looks[0]!)
    const specialties = each(asked.get('specialties'), at === 0 ? (code) => code : group)
    const regions = each(asked.get('regions'), (region) => region.slice(0, DIGITS[at]))
    const same = each(body.get('specialties')) === specialties && each(body.get('regions')) === regions
    demand(same, look.object, 'not-the-scope-of-the-step')
    return at
  }

  /** Codes in the order of the draws whose results stand before an entry. */
  drawnBefore(n: number): string[] {
    const { dossier } = this
    return this.draws.flatMap((draw) =>
      dossier
        .all('draw/result')
        .filter((result) => result.n < n && dossier.body(result).get('drawId').is(dossier.body(draw).get('drawId')))
        .flatMap((result) =>
          dossier
            .body(result)
            .get('values')
            .items.map((value) => value.said),
        ),
    )
  }

  /** The last look before an entry; missing when there is none. */
  rulesBefore(n: number): Field {
    const last = this.looks.filter((look) => look.n < n).at(-1)
    return last ? this.dossier.body(last) : new Field('evaluation/draw-step', undefined)
  }

  /** The widest limit that any look declared; 0: none. */
  limit(name: string): number {
    const declared = this.looks.map((look) => Math.max(0, this.dossier.body(look).get(name).count))
    return declared.includes(0) ? 0 : Math.max(0, ...declared)
  }
}

const group = (code: string) => code.slice(0, code.length <= 3 ? 1 : -2)

const each = (codes: Field, change: (code: string) => string = (code) => code) =>
  [...new Set(codes.items.map((code) => change(code.said)))].sort().join(' ')
