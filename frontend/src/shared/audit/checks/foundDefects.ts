import { isBlank } from '../blank'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { bidUnder, revealed, revealerOf } from './sheets'

const CODES = ['RJ1', 'RJ2', 'RJ3', 'RJ4', 'RJ6', 'RJ7']

/**
 * Grounds of rejection that members found while scoring (评分中发现的否决情形): each well-formed, and the panel voted on the
 * bid. Takes the sheets that count.
 */
export function checkFoundDefects(dossier: Dossier, scored: Entry, sheets: Entry[]): void {
  const bids = new Set<string>()
  for (const sheet of sheets) {
    const bidOf = bidUnder(dossier, scored, revealerOf(dossier, sheet))
    for (const bid of revealed(dossier, sheet).get('sheet').get('bids').items) {
      const found = bid.get('rejection')
      if (found.isMissing) continue
      found.exactly('code', 'reason', 'page')
      const texts = ['reason', 'page'].every((name) => !isBlank(found.get(name).said))
      const whole = CODES.includes(found.get('code').said) && texts
      demand(whole, sheet.object, 'no-ground-of-rejection-with-reason-and-page')
      bids.add(bidOf(bid.get('label').said) ?? '')
    }
  }
  const rejected = dossier.all('evaluation/rejected').filter((entry) => entry.n < scored.n)
  const voted = rejected.map((entry) => dossier.body(entry).get('bidId').said)
  for (const bid of [...bids].sort())
    demand(voted.includes(bid), scored.object, 'a-ground-found-while-scoring-and-no-vote-on-it', bid)
}
