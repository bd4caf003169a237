import { isBlank } from '../blank'
import { Broken } from '../broken'
import { atMost, compare, decimal, equal, meanOf, minus, plus, times, ZERO, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { bidUnder, revealed, revealerOf } from './sheets'

const TOLERANCE: Decimal = { units: 25n, scale: 2 }

/** What stands out: in which sheet, and where. */
export interface Found {
  sheet: Entry
  place: string
}

interface Total {
  sheet: Entry
  points: Decimal
  explained: boolean
}

/**
 * Sheets of several members held beside each other, under the labels that `scored` opens: the first item of fact with other
 * points than in a sheet before, and the first total far from the mean of all without a word on any item of judgement.
 */
export function compareSheets(dossier: Dossier, scored: Entry, sheets: Entry[]): { fact?: Found; far?: Found } {
  const totals = new Map<string, Total[]>()
  const facts = new Map<string, Decimal>()
  let fact: Found | undefined
  for (const sheet of sheets) {
    const bidOf = bidUnder(dossier, scored, revealerOf(dossier, sheet))
    for (const bid of revealed(dossier, sheet).get('sheet').get('bids').items) {
      const bidId = bidOf(bid.get('label').said) ?? ''
      const items = bid.get('items').items
      const judged = items.filter((item) => isJudged(criterionOf(dossier, item)))
      for (const item of items.filter((each) => !judged.includes(each))) {
        const place = `${bidId}/${item.get('item').said}`
        const [points, others] = [pointsOf(item, sheet), facts.get(place)]
        if (others && !equal(others, points)) fact ??= { sheet, place }
        facts.set(place, others ?? points)
      }
      const own = { sheet, points: totalOf(bid, sheet), explained: judged.some(isExplained) }
      totals.set(bidId, [...(totals.get(bidId) ?? []), own])
    }
  }
  const far = farTotal(totals)
  return { ...(fact && { fact }), ...(far && { far }) }
}

function farTotal(totals: Map<string, Total[]>): Found | undefined {
  for (const [place, sums] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const mean = meanOf(sums.map(({ points }) => points))
    const far = sums.find(
      ({ points, explained }) => !explained && !atMost(distance(points, mean), times(TOLERANCE, mean)),
    )
    if (far) return { sheet: far.sheet, place }
  }
  return undefined
}

const distance = (a: Decimal, b: Decimal) => (compare(a, b) < 0 ? minus(b, a) : minus(a, b))

export const pointsOf = (item: Field, reveal: Entry) => decimal(item.get('score').said, reveal.object)

export const totalOf = (bid: Field, reveal: Entry) =>
  bid.get('items').items.reduce((sum, item) => plus(sum, pointsOf(item, reveal)), ZERO)

export const isJudged = (criterion: Field) => criterion.get('kind').value !== 'OBJECTIVE'

export const isExplained = (item: Field) => !isBlank(item.get('reason').said)

export function criterionOf(dossier: Dossier, item: Field): Field {
  const found = dossier.publication.get('criteria').items.find((each) => each.get('item').is(item.get('item')))
  if (!found) throw new Broken('chain/000001.json', 'points-outside-the-criteria')
  return found
}
