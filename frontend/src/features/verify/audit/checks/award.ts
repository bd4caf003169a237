import { concat, fromHex, hex, u32 } from '@/shared/trust/bytes'
import { canonicalHash } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'

type Votes = Map<number, Map<string, number>>

/** Award and contract: ballots as committed, a majority for a finalist, and the price that was opened. */
export async function checkAward(dossier: Dossier): Promise<number> {
  const finalists = finalistsOf(dossier)
  const votes = countBallots(dossier, finalists)
  const decided = dossier.all('award/decided').at(-1)
  if (!decided) return 0
  const winner = dossier.body(decided).get('winner')
  if (winner.isNull) return 0
  demand(finalists.includes(winner.text()), winner.path, 'not-a-finalist')
  checkRounds(dossier.body(decided), winner.text(), votes)
  const price = openedPrice(dossier, winner)
  for (const type of ['award/noticed', 'contract/recorded'])
    for (const entry of dossier.all(type)) {
      dossier.body(entry).get('winner').equals(winner.text(), 'not-the-winner')
      dossier.body(entry).get('amountFen').equals(price, 'not-the-opened-price')
    }
  return [...votes.values()].flatMap((round) => [...round.values()]).reduce((sum, count) => sum + count, 0)
}

function finalistsOf(dossier: Dossier): string[] {
  const entry = dossier.first('award/finalists')
  if (!entry) return []
  const scored = dossier.first('evaluation/scored')
  const known = scored
    ? dossier
        .body(scored)
        .get('totals')
        .list()
        .map((line) => line.get('bidId').value)
    : []
  return dossier
    .body(entry)
    .get('finalists')
    .list()
    .map((each) => {
      demand(known.includes(each.text()), each.path, 'not-scored')
      return each.text()
    })
}

function countBallots(dossier: Dossier, finalists: string[]): Votes {
  const commits = new Map<string, Entry>()
  for (const commit of dossier.all('award/committed')) {
    const key = `${signerIn(dossier, commit)} ${dossier.doc(commit).get('round').integer()}`
    demand(!commits.has(key), commit.object, 'ballot-twice')
    commits.set(key, commit)
  }
  const votes: Votes = new Map()
  for (const reveal of dossier.all('award/revealed')) {
    const doc = dossier.doc(reveal)
    const [member, round] = [signerIn(dossier, reveal), doc.get('round').integer()]
    const commit = commits.get(`${member} ${round}`)
    demand(commit !== undefined && commit.n < reveal.n, reveal.object, 'revealed-without-commitment')
    commits.delete(`${member} ${round}`)
    demand(
      dossier.doc(commit).get('commit').value === ballotCommit(dossier, doc, member),
      reveal.object,
      'not-what-was-committed',
    )
    const choice = doc.get('choice').text()
    demand(finalists.includes(choice), doc.get('choice').path, 'not-a-finalist')
    const counts = votes.get(round) ?? new Map<string, number>()
    votes.set(round, counts.set(choice, (counts.get(choice) ?? 0) + 1))
  }
  return votes
}

const signerIn = (dossier: Dossier, entry: Entry) =>
  hex(dossier.signerOf(dossier.body(entry).get('statement'), entry).id)

function ballotCommit(dossier: Dossier, doc: Field, member: string): string {
  const ballot = canonicalHash({ choice: doc.get('choice').text(), reason: doc.get('reason').value ?? null })
  const round = u32(doc.get('round').integer())
  return hex(
    sm3(
      concat(
        'QC1 ballot',
        dossier.manifest.get('lot').uuid(),
        fromHex(member),
        round,
        doc.get('nonce').bytes(32),
        ballot,
      ),
    ),
  )
}

function checkRounds(body: Field, winner: string, votes: Votes): void {
  const rounds = body.get('rounds')
  demand(rounds.list().length === votes.size, rounds.path, 'not-the-votes', rounds.list().length, votes.size)
  for (const round of rounds.list()) {
    const counted = votes.get(round.get('n').integer()) ?? new Map<string, number>()
    const lines = round.get('votes').list()
    for (const line of lines) line.get('count').equals(counted.get(line.get('bidId').text()) ?? 0, 'not-the-votes')
    const named = lines.reduce((sum, line) => sum + line.get('count').integer(), 0)
    demand(named === [...counted.values()].reduce((sum, count) => sum + count, 0), round.path, 'not-the-votes')
  }
  const decisive = votes.get(Math.max(...votes.keys())) ?? new Map<string, number>()
  const cast = [...decisive.values()].reduce((sum, count) => sum + count, 0)
  demand((decisive.get(winner) ?? 0) * 2 > cast, body.get('winner').path, 'no-majority')
}

function openedPrice(dossier: Dossier, winner: Field): number {
  for (const entry of dossier.all('lot/opened'))
    for (const result of dossier.body(entry).get('results').list())
      if (result.get('bidId').value === winner.value) return result.get('bid').get('priceFen').integer()
  demand(false, winner.path, 'not-opened')
}
