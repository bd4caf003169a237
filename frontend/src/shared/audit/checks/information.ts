import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { InformationSteps } from './informationSteps'
import { reviewBegin } from './reviews'

const ASKED = 'evaluation/information-asked'
const TYPES = [ASKED, ...['gate', 'answered', 'passage', 'lapsed'].map((step) => `evaluation/information-${step}`)]

/**
 * Information that the panel asked of procuring entity and agency (评标所必需的信息, 实施条例 §48): each question passed the
 * gate before it reached them, each answer before it reached the panel, in time and signed; neither names a bidder; and
 * everything stands inside the evaluation.
 */
export async function checkInformation(dossier: Dossier): Promise<number> {
  const own = dossier.entries.filter((entry) => TYPES.includes(entry.type))
  own.forEach((entry) => checkPlace(dossier, entry))
  if (own.every((entry) => entry.body)) {
    const steps = new InformationSteps(dossier)
    for (const entry of dossier.entries) steps.take(entry)
  } else dossier.attested.push('information')
  return own.filter((entry) => entry.type === ASKED).length
}

/**
 * Behind a panel and before the report of its review; a question also before the scores, unless another panel sits since.
 * By the types alone.
 */
function checkPlace(dossier: Dossier, { type, n, object }: Entry): void {
  const begin = reviewBegin(dossier, n)
  const panel = Math.max(0, ...dossier.all('evaluation/panel').map((entry) => (entry.n < n ? entry.n : 0)))
  const isBehind = (what: string, from: number) => dossier.all(what).some((entry) => entry.n > from && entry.n < n)
  const isScored = type === ASKED && isBehind('evaluation/scored', Math.max(begin, panel))
  const isOver = isBehind('evaluation/report', begin) || isScored
  demand(panel > 0 && !isOver, object, 'information-outside-of-the-evaluation')
}
