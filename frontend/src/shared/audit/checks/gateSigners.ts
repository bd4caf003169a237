import { hex } from '@/shared/trust/bytes'
import { usccOf, type Certificate } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { membersBefore } from './panel'

/** Who signs what on the way of a question through the supervisor's gate (监督放行), to a bidder or to the procuring entity. */
export class GateSigners {
  constructor(private readonly dossier: Dossier) {}

  /** Demands that what names a session names the one of this evaluation. */
  demandSession(named: Field, entry: Entry): void {
    const opened = this.dossier.first('evaluation/opened')
    demand(opened !== undefined, entry.object, 'a-question-before-the-evaluation')
    const own = named.get('session').is(this.dossier.body(opened).get('session'))
    demand(own, entry.object, 'a-question-of-another-session')
  }

  /** The member of the panel who signed; the panel is the one that sits at this entry. */
  member(entry: Entry): string {
    this.demandSession(this.dossier.doc(entry), entry)
    const member = hex(this.signer(entry).id)
    demand(this.sits(entry), entry.object, 'said-by-no-member-of-the-panel', member)
    return member
  }

  /** The gate is kept by nobody of the tenderer's side, of the panel, or of the bidders. */
  demandSupervisor(entry: Entry): void {
    const uscc = this.usccOf(entry)
    const others = [...this.hosts(), ...this.bidders('uscc')]
    demand(!others.includes(uscc) && !this.sits(entry), entry.object, 'not-decided-by-a-supervisor', uscc)
  }

  /** Whether procuring entity or agency signed, by nobody who sits on the panel. */
  answersForHost(entry: Entry): boolean {
    return this.hosts().includes(this.usccOf(entry)) && !this.sits(entry)
  }

  /** The credit code with which an entry is signed. */
  usccOf(entry: Entry): string {
    return usccOf(this.signer(entry))
  }

  /** The credit code of the bidder of a bid, or nothing. */
  bidderOf(bidId: string): string {
    return (
      this.bids()
        .find((bid) => bid.get('bidId').value === bidId)
        ?.get('uscc').said ?? ''
    )
  }

  /** One field of every bid whose name was read. */
  bidders(field: string): string[] {
    return this.bids().map((bid) => bid.get(field).said)
  }

  private hosts(): string[] {
    const { publication } = this.dossier
    return [publication.get('procuringEntity').get('uscc').said, publication.get('agency').get('uscc').said]
  }

  private sits(entry: Entry): boolean {
    return membersBefore(this.dossier, entry.n).includes(hex(this.signer(entry).id))
  }

  private signer(entry: Entry): Certificate {
    return this.dossier.signerOf(this.dossier.body(entry).get('statement'), entry)
  }

  private bids(): Field[] {
    return this.dossier.all('lot/names').flatMap((names) => this.dossier.body(names).get('bids').items)
  }
}
