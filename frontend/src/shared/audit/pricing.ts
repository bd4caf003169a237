import type { PublishedMethod } from '../price/priceSteps'
import type { Dossier } from './dossier'

/** What the prices of an audited package were scored from, as plain values for a page. */
export interface Pricing {
  method: PublishedMethod
  ceilingFen: number
  k: string
  delta?: string
  /** M-D: the bid that was drawn for B. */
  drawn?: string
  offers: { bidId: string; priceFen: number }[]
  names: Record<string, string>
}

/** Reads it behind the check of the scores; nothing where no price was scored. */
export function pricingOf(dossier: Dossier): Pricing | undefined {
  const scored = dossier.first('evaluation/scored')
  const names = dossier.first('lot/names')
  if (!scored || !names) return undefined
  const body = dossier.body(scored)
  const input = body.get('input')
  return {
    method: body.get('method').object() as unknown as PublishedMethod,
    ceilingFen: dossier.publication.get('lot').get('ceilingFen').number(),
    k: input.get('k').said,
    delta: input.get('delta').said || undefined,
    drawn: input.get('drawn').said || undefined,
    offers: input.get('prices').items.map((line) => ({
      bidId: line.get('bidId').said,
      priceFen: line.get('priceFen').number(),
    })),
    names: Object.fromEntries(
      dossier
        .body(names)
        .get('bids')
        .items.map((line) => [line.get('bidId').said, line.get('name').said]),
    ),
  }
}
