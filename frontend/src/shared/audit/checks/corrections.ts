import { demand } from '../broken'
import { divideHalfUp, equal, times, type Decimal } from '../decimal'
import type { Dossier } from '../dossier'
import type { Field } from '../field'
import { fenOfCapitals } from './capitals'
import { openedPrices, validPrices } from './panel'

const SLIP_MAX = 6n
const OTHERWISE = 'not-the-correction-that-the-rules-give'

/** Whether the tender document lets the corrected price count here. */
export const countsCorrected = (dossier: Dossier, where: 'score' | 'ceiling'): boolean =>
  dossier.publication.get('method').get('correction').get(where).value === 'CORRECTED'

/** What corrections before an entry bind, by bid. */
export function correctedBefore(dossier: Dossier, n: number): Map<string, number> {
  const entries = dossier.all('evaluation/corrected').filter((entry) => entry.n < n)
  return new Map(
    entries.map((entry) => [dossier.body(entry).get('bidId').said, dossier.body(entry).get('correctedFen').count]),
  )
}

/** Opened prices of the valid bids with every correction that binds: at these a contract is made. */
export function contractPrices(dossier: Dossier): Map<string, number> {
  const prices = validPrices(dossier)
  for (const [bidId, fen] of correctedBefore(dossier, Infinity)) if (prices.has(bidId)) prices.set(bidId, fen)
  return prices
}

/** The same where the document lets the corrected price enter the score; else as they were opened. */
export const scoredPrices = (dossier: Dossier): Map<string, number> =>
  countsCorrected(dossier, 'score') ? contractPrices(dossier) : validPrices(dossier)

/** Works a proposed correction out again: words, unit prices, slips of the decimal point (算术修正). */
export function checkCorrection(correction: Field, sung: number): void {
  correction.exactly('sungFen', 'correctedFen', 'words', 'lines')
  const corrected = correction.get('correctedFen')
  correction.get('sungFen').equals(sung, 'not-the-price-that-was-opened')
  corrected.number()
  const [words, lines] = [correction.get('words'), correction.get('lines').items]
  if (typeof words.value === 'string') {
    const amount = fenOfCapitals(words.value)
    const holds = amount !== undefined && amount === BigInt(corrected.count) && corrected.count !== sung
    demand(holds && lines.length === 0, corrected.path, OTHERWISE, corrected.value, amount ?? '')
    return
  }
  demand(words.isNull && lines.length > 0, correction.path, OTHERWISE)
  const price = lines.reduce((sum, line) => sum + changeOf(line), BigInt(sung))
  demand(price === BigInt(corrected.count) && price > 0n, corrected.path, OTHERWISE, corrected.value, price)
}

/** By how much one line changes the price, in fen. */
function changeOf(line: Field): bigint {
  line.exactly('item', 'quantity', 'unitPrice', 'totalFen', 'ruling', 'correctedUnitPrice', 'correctedTotalFen')
  const [quantity, unitPrice] = [line.get('quantity').decimal(), line.get('unitPrice').decimal()]
  const total = BigInt(line.get('totalFen').number())
  const product = inFen(quantity, unitPrice)
  demand(product !== total, line.path, OTHERWISE)
  const slipped = slipOf(quantity, unitPrice, total)
  line.get('ruling').equals(slipped ? 'DECIMAL_SLIP' : 'UNIT_PRICE', OTHERWISE)
  const [unit, expected] = slipped ? [slipped, total] : [unitPrice, product]
  const given = line.get('correctedUnitPrice').decimal()
  const holds = equal(given, unit) && BigInt(line.get('correctedTotalFen').number()) === expected
  demand(holds, line.path, OTHERWISE, '', expected)
  return expected - total
}

/** The unit price with its point where the total puts it. */
function slipOf(quantity: Decimal, unitPrice: Decimal, total: bigint): Decimal | undefined {
  for (let places = 1n; places <= SLIP_MAX; places++)
    for (const moved of [movedLeft(unitPrice, places), movedRight(unitPrice, places)])
      if (inFen(quantity, moved) === total) return moved
  return undefined
}

const movedLeft = ({ units, scale }: Decimal, places: bigint): Decimal => ({ units, scale: scale + Number(places) })
const movedRight = ({ units, scale }: Decimal, places: bigint): Decimal => ({ units: units * 10n ** places, scale })

/** Quantity times unit price in fen, HALF_UP. */
function inFen(quantity: Decimal, price: Decimal): bigint {
  const product = times(quantity, price)
  return divideHalfUp(product.units * 100n, 10n ** BigInt(product.scale))
}

/** The price of a bid that is held against the ceiling. */
export function ceilingPrice(dossier: Dossier, bidId: string, n: number): number {
  const sung = openedPrices(dossier).get(bidId) ?? -1
  return countsCorrected(dossier, 'ceiling') ? (correctedBefore(dossier, n).get(bidId) ?? sung) : sung
}
