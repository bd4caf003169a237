import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { checkConsequence } from './blindFiles'
import { ClarificationSteps } from './clarificationSteps'
import { ceilingPrice, correctedBefore } from './corrections'
import { openedPrices } from './panel'

const WITHHELD = ['proposed', 'vote', 'gate', 'answered', 'lapsed', 'found'].map(
  (step) => `evaluation/clarification-${step}`,
)

/** Kinds of clarification of which a basis needs one; none where the bidder need not be asked. */
const BASES: Record<string, string[]> = {
  FACT: [],
  ABOVE_CEILING: [],
  BELOW_COST: ['LOW_PRICE'],
  UNCLEAR: ['AMBIGUITY'],
  INCONSISTENT: ['AMBIGUITY'],
  OBVIOUS_ERROR: ['OBVIOUS_ERROR', 'ARITHMETIC'],
  BLIND_BREACH: [],
}

/**
 * Clarifications (澄清): each asked by a majority of the panel, released by a supervisor, answered by the bidder in time,
 * and found on; corrections worked out again; and no rejection on what the bidder had to be asked about first, without
 * having been (1117号 三(十三)).
 */
export async function checkClarifications(dossier: Dossier): Promise<number> {
  const own = dossier.entries.filter((entry) => WITHHELD.includes(entry.type))
  const shown = own.every((entry) => entry.body)
  if (!shown) dossier.attested.push('clarifications')
  const steps = new ClarificationSteps(dossier)
  for (const entry of dossier.entries) {
    if (entry.type === 'evaluation/corrected') checkPrice(dossier, entry, own.length > 0)
    if (entry.type === 'evaluation/rejected') checkBasis(dossier, entry, shown ? steps : undefined)
    if (shown) steps.take(entry)
  }
  if (shown) steps.end(dossier.entries.at(-1)!)
  return own.filter((entry) => entry.type === 'evaluation/clarification-proposed').length
}

/** A correction starts from the price that was opened, once for each bid. */
function checkPrice(dossier: Dossier, entry: Entry, asked: boolean): void {
  const body = dossier.body(entry)
  const [bidId, sung] = [body.get('bidId').said, body.get('sungFen')]
  demand(asked, entry.object, 'a-correction-that-nobody-confirmed')
  const opened = openedPrices(dossier).get(bidId)
  demand(opened !== undefined && sung.count === opened, sung.path, 'not-the-price-that-was-opened', sung.value)
  demand(!correctedBefore(dossier, entry.n).has(bidId), entry.object, 'a-bid-corrected-twice', bidId)
}

/** `steps` is missing where they are withheld. */
function checkBasis(dossier: Dossier, entry: Entry, steps?: ClarificationSteps): void {
  const body = dossier.body(entry)
  const [basis, clarification, bidId] = [body.get('basis'), body.get('clarification'), body.get('bidId').said]
  const kinds = Object.hasOwn(BASES, basis.said) ? BASES[basis.said] : undefined
  demand(kinds !== undefined, basis.path, 'a-basis-that-nobody-knows', basis.value)
  const isPrice = ['ABOVE_CEILING', 'BELOW_COST'].includes(basis.said)
  demand(isPrice === (body.get('code').value === 'RJ5'), basis.path, 'not-a-basis-of-this-ground', basis.value)
  if (basis.value === 'ABOVE_CEILING') {
    const price = ceilingPrice(dossier, bidId, entry.n)
    const ceiling = dossier.publication.get('lot').get('ceilingFen')
    const limit = Number.isSafeInteger(ceiling.value) ? ceiling.count : Infinity
    demand(price > limit, basis.path, 'not-above-the-ceiling', price, limit)
  }
  if (basis.value === 'BLIND_BREACH') checkConsequence(dossier, entry, 'REJECT')
  if (kinds.length === 0) {
    demand(clarification.isNull, clarification.path, 'a-clarification-of-a-fact')
    return
  }
  demand(Number.isSafeInteger(clarification.value), clarification.path, 'rejected-without-a-clarification')
  if (!steps) return
  const asked = steps.question(clarification.count)
  const left = asked !== undefined && asked.bidId === bidId && kinds.includes(asked.kind) && asked.isUnresolved
  demand(left, clarification.path, 'rejected-on-what-the-bidder-was-not-asked-or-explained')
}
