import { demand } from '../broken'
import { usccOf } from '@/shared/trust/certificates'
import { type Dossier, type Entry } from '../dossier'
import { contractPrices } from './corrections'
import { isRanked, standing } from './rankedAward'
import { awardsOf } from './reviews'

/** Notice and contract: for the winner that was decided, after the publicity, at the price that was opened. */
export async function checkContract(dossier: Dossier): Promise<number> {
  return awardsOf(dossier).map(checkMade).at(-1)!
}

/** Notices and contracts by the decision of their own award, and by none that was withdrawn. */
function checkMade(dossier: Dossier): number {
  const [notices, contracts] = [dossier.all('award/noticed'), dossier.all('contract/recorded')]
  for (const entry of notices) {
    checkAwarded(dossier, entry)
    checkNotice(dossier, entry)
  }
  for (const entry of contracts) {
    checkAwarded(dossier, entry)
    checkParties(dossier, entry)
  }
  return notices.length + contracts.length
}

function checkAwarded(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry)
  const decided = isRanked(dossier) ? standing(dossier, entry) : dossier.first('award/decided')
  demand(decided !== undefined, entry.object, 'without-a-decision')
  const decision = dossier.body(decided)
  const same = entry.n > decided.n && body.get('winner').is(decision.get('winner'))
  demand(same, entry.object, 'not-the-winner-that-was-decided')
  const price = contractPrices(dossier).get(body.get('winner').said)
  const holds = price !== undefined && body.get('amountFen').value === price
  demand(holds, entry.object, 'not-the-price-that-was-opened', body.get('amountFen').value, price ?? '')
  if (isRanked(dossier)) return
  const over = decision.get('publicity').get('to').moment()
  demand(entry.at >= over, entry.object, 'before-the-publicity-of-the-result-was-over')
}

function checkNotice(dossier: Dossier, entry: Entry): void {
  const [body, doc] = [dossier.body(entry), dossier.doc(entry)]
  doc.get('type').equals('award-notice', 'not-a-notice')
  for (const field of ['sm3', 'winner', 'amountFen'])
    doc.get(field).equalsField(body.get(field), 'signed-for-something-else')
  doc.get('winnerUscc').equals(winnerOf(dossier, entry), 'names-another-winner')
  const statement = body.get('statement')
  const signer = usccOf(dossier.signerOf(statement, entry))
  demand(signer === entityOf(dossier), statement.get('sig').path, 'not-signed-by-the-procuring-entity', signer)
}

function checkParties(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry)
  const signers = new Set<string>()
  for (const statement of body.get('statements').items) {
    const doc = statement.get('doc')
    doc.get('type').equals('contract', 'not-a-contract')
    for (const field of ['contractNo', 'winner', 'amountFen', 'signedOn'])
      doc.get(field).equalsField(body.get(field), 'signed-for-another')
    signers.add(usccOf(dossier.signerOf(statement, entry)))
  }
  const parties = new Set([entityOf(dossier), winnerOf(dossier, entry)])
  const both = signers.size === parties.size && [...parties].every((party) => signers.has(party))
  demand(both, body.get('statements').path, 'not-signed-by-both-parties', [...signers].join(' '))
}

const entityOf = (dossier: Dossier) => dossier.publication.get('procuringEntity').get('uscc').said

function winnerOf(dossier: Dossier, entry: Entry): string {
  const winner = dossier.body(entry).get('winner')
  for (const names of dossier.all('lot/names'))
    for (const bid of dossier.body(names).get('bids').items)
      if (bid.get('bidId').is(winner)) return bid.get('uscc').said
  demand(false, entry.object, 'the-winner-has-no-name')
}
