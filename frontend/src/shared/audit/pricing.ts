import type { PublishedMethod } from '../price/priceSteps'
import type { FoundLine, ReviewInput } from '../price/reviewedSteps'
import type { Dossier, Entry } from './dossier'

/** What the prices of an audited package were scored from, as plain values for a page. */
export interface Pricing {
  method: PublishedMethod
  ceilingFen: number
  k: string
  delta?: string
  /** M-D: the bid that was drawn for B. */
  drawn?: string
  offers: { bidId: string; priceFen: number }[]
  /** M-E: what reviewed prices are computed from. */
  review?: ReviewInput
  names: Record<string, string>
}

/** Reads it behind the check of the scores; nothing where no price was scored. */
export function pricingOf(dossier: Dossier): Pricing | undefined {
  const scored = dossier.all('evaluation/scored').at(-1)
  const names = dossier.first('lot/names')
  if (!scored || !names) return undefined
  const body = dossier.body(scored)
  const input = body.get('input')
  const offers = input.get('prices').items.map((line) => ({
    bidId: line.get('bidId').said,
    priceFen: line.get('priceFen').number(),
  }))
  return {
    review: body.get('reviewed').isMissing ? undefined : reviewOf(dossier, scored, offers),
    method: body.get('method').object() as unknown as PublishedMethod,
    ceilingFen: dossier.publication.get('lot').get('ceilingFen').number(),
    k: input.get('k').said,
    delta: input.get('delta').said || undefined,
    drawn: input.get('drawn').said || undefined,
    offers,
    names: Object.fromEntries(
      dossier
        .body(names)
        .get('bids')
        .items.map((line) => [line.get('bidId').said, line.get('name').said]),
    ),
  }
}

/** Behind the checks, which hold ranks and findings: a tie goes as the entry says. */
function reviewOf(dossier: Dossier, scored: Entry, offers: Pricing['offers']): ReviewInput {
  const body = dossier.body(scored)
  const results = dossier.body(dossier.first('lot/opened')!).get('results').items
  const days = (bidId: string) =>
    results
      .find((each) => each.get('bidId').value === bidId)!
      .get('bid')
      .get('durationDays')
      .number()
  const found = dossier.all('evaluation/found').map((entry) => dossier.body(entry).object())
  const reviewed = body
    .get('reviewed')
    .items.map((line) => ({ bidId: line.get('bidId').said, rank: line.get('rank').count }))
  const { adjustments } = body.get('method').object() as unknown as PublishedMethod
  return {
    adjustments: adjustments ?? [],
    offers: offers.map((offer) => ({ ...offer, days: days(offer.bidId) })),
    found: found
      .filter(({ carried }) => carried === true)
      .map(({ code, lines }) => ({ code: code as string, lines: lines as unknown as FoundLine[] })),
    lots: reviewed.sort((a, b) => a.rank - b.rank).map(({ bidId }) => bidId),
  }
}
