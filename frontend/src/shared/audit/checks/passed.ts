import { demand } from '../broken'
import { decimal, equal, ONE } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import { isReviewed } from './findings'
import { bidUnder, revealed, revealerOf } from './sheets'

/**
 * Items that are passed or not, method M-E: where a majority did not pass an item of a bid, the panel voted on rejecting it
 * (12号令 §31). Takes the sheets that count.
 */
export function checkPassed(dossier: Dossier, scored: Entry, sheets: Entry[]): void {
  if (!isReviewed(dossier)) return
  const failed = new Map<string, { bidId: string; members: number }>()
  for (const sheet of sheets) {
    const bidOf = bidUnder(dossier, scored, revealerOf(dossier, sheet))
    for (const bid of revealed(dossier, sheet).get('sheet').get('bids').items) {
      const bidId = bidOf(bid.get('label').said) ?? ''
      for (const item of bid.get('items').items) {
        const points = decimal(item.get('score').said, sheet.object)
        demand(
          points.units === 0n || equal(points, ONE),
          sheet.object,
          'neither-passed-nor-failed',
          item.get('score').said,
        )
        if (points.units !== 0n) continue
        const place = `${bidId}/${item.get('item').said}`
        failed.set(place, { bidId, members: (failed.get(place)?.members ?? 0) + 1 })
      }
    }
  }
  const voted = dossier
    .all('evaluation/rejected')
    .filter((entry) => entry.n < scored.n)
    .map((entry) => dossier.body(entry).get('bidId').said)
  for (const [place, { bidId, members }] of failed)
    demand(
      voted.includes(bidId) || 2 * members <= sheets.length,
      scored.object,
      'a-bid-that-did-not-pass-and-no-vote-on-it',
      place,
    )
}
