import { demand } from '../broken'
import { usccOf } from '@/shared/trust/certificates'
import { type Dossier, type Entry } from '../dossier'

/** The time in which bidders could release: as long as published, longer only by host and supervisor together. */
export class ReleaseTime {
  /** Behind an interruption another stretch begins with the extension. */
  private readonly stretches: { from: number; until: number }[]

  constructor(
    private readonly dossier: Dossier,
    opensAt: number,
  ) {
    const minutes = dossier.publication.get('releaseMinutes').number()
    this.stretches = [{ from: opensAt, until: opensAt + minutes * 60_000 }]
  }

  /** When it ends, as far as it is known. */
  get end(): number {
    return this.stretches.at(-1)!.until
  }

  contains(moment: number): boolean {
    return this.stretches.some(({ from, until }) => from <= moment && moment <= until)
  }

  /** The opening stood still: what was left of the time then is left behind it. */
  stoodStill(from: number, until: number): void {
    const last = this.stretches.at(-1)!
    if (from <= last.until) last.until += until - from
  }

  /** Takes an extension; two of different sides must have signed the same. */
  extend(entry: Entry): void {
    const body = this.dossier.body(entry).exactly('closesAt', 'statements')
    const closesAt = body.get('closesAt').moment()
    demand(closesAt > this.end, body.get('closesAt').path, 'a-window-made-shorter')
    this.demandTwo(entry)
    if (entry.at > this.end) this.stretches.push({ from: entry.at, until: closesAt })
    else this.stretches.at(-1)!.until = closesAt
  }

  private demandTwo(entry: Entry): void {
    const body = this.dossier.body(entry)
    const statements = body.get('statements').items
    demand(statements.length === 2, entry.object, 'not-extended-by-host-and-supervisor', statements.length, 2)
    const tenderer = ['agency', 'procuringEntity'].map((party) => this.dossier.publication.get(party).get('uscc').said)
    const reason = statements[0]!.get('doc').get('reason')
    const signers = statements.map((statement) => {
      const doc = statement.get('doc')
      doc.get('type').equals('release-extension', 'not-an-extension')
      doc.get('lot').equalsField(this.dossier.lot, 'an-extension-of-another-window')
      doc.get('closesAt').equalsField(body.get('closesAt'), 'an-extension-of-another-window')
      doc.get('reason').equalsField(reason, 'an-extension-of-another-window')
      return usccOf(this.dossier.signerOf(statement, entry))
    })
    const hosts = signers.filter((uscc) => tenderer.includes(uscc)).length
    demand(hosts === 1, entry.object, 'not-extended-by-host-and-supervisor', signers.join(' '))
  }
}
