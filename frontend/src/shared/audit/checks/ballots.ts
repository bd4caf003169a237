import { concat, fromHex, hex, u32 } from '@/shared/trust/bytes'
import { canonicalHash } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { checkNote } from './sheets'

/** One round: who committed where, and the choices that were opened. */
export interface Round {
  commits: Map<string, Entry>
  choices: Map<string, string>
}

/** The ballots of an award by round: by members of the committee, opened when all were in, as committed to. */
export function readBallots(dossier: Dossier, committee: Set<string>): Map<number, Round> {
  const rounds = new Map<number, Round>()
  for (const commit of dossier.all('award/committed')) {
    const member = dossier.signerId(commit)
    dossier.doc(commit).get('type').equals('ballot-commit', 'not-a-ballot')
    demand(committee.has(member), commit.object, 'a-ballot-by-no-member-of-the-committee', member)
    const n = dossier.doc(commit).get('round').count
    const round = rounds.get(n) ?? { commits: new Map(), choices: new Map() }
    rounds.set(n, round)
    demand(!round.commits.has(member), commit.object, 'two-ballots-of-one-member-in-one-round')
    round.commits.set(member, commit)
    checkNote(dossier, commit)
  }
  for (const reveal of dossier.all('award/revealed')) readReveal(dossier, reveal, rounds)
  return rounds
}

function readReveal(dossier: Dossier, reveal: Entry, rounds: Map<number, Round>): void {
  const doc = dossier.doc(reveal)
  doc.get('type').equals('ballot-reveal', 'not-a-ballot')
  const member = dossier.signerId(reveal)
  const round = rounds.get(doc.get('round').count)
  const commit = round?.commits.get(member)
  demand(round !== undefined && commit !== undefined, reveal.object, 'revealed-without-a-commitment')
  const allIn = [...round.commits.values()].every((each) => each.n < reveal.n)
  demand(allIn, reveal.object, 'revealed-before-every-ballot-was-in')
  const promised = ballotCommit(dossier, doc, member)
  dossier.doc(commit).get('commit').equals(promised, 'not-the-ballot-committed-to')
  demand(!round.choices.has(member), reveal.object, 'revealed-twice')
  round.choices.set(member, doc.get('choice').said)
}

function ballotCommit(dossier: Dossier, doc: Field, member: string): string {
  const ballot = { choice: doc.get('choice').value ?? null, reason: doc.get('reason').value ?? null }
  const round = u32(Math.max(0, doc.get('round').count))
  return hex(
    sm3(
      concat(
        'QC1 ballot',
        dossier.lot.uuid(),
        fromHex(member),
        round,
        doc.get('nonce').bytes(32),
        canonicalHash(ballot),
      ),
    ),
  )
}
