import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { BIDS_MIN, liveLines } from '../lines'
import { carriedRejections, validPrices } from './panel'
import { reviewBegin } from './reviews'

const AWARD = [
  'evaluation/scored',
  'award/finalists',
  'award/committee',
  'award/determined',
  'award/passed',
  'award/committed',
  'award/revealed',
  'award/decided',
  'award/noticed',
  'contract/recorded',
]

/** A lot that failed (流标): too few bids, or too few left after the evaluation; nothing of an award stands with it. */
export async function checkFailure(dossier: Dossier): Promise<number> {
  const [failed, ...again] = dossier.all('lot/failed')
  if (!failed) return 0
  demand(again.length === 0, again.at(-1)?.object ?? '', 'failed-twice')
  if (dossier.first('lot/opened')) checkRejected(dossier, failed)
  else checkTooFew(dossier, failed)
  const begin = reviewBegin(dossier, failed.n)
  for (const { object, type, n } of dossier.entries)
    demand(n < begin || !AWARD.includes(type), object, 'an-award-in-a-lot-that-failed')
  return 1
}

/** Fewer bids than three, or an end by the supervisor, and the envelopes stay shut (招标投标法 §28). */
function checkTooFew(dossier: Dossier, failed: Entry): void {
  const body = dossier.body(failed)
  const ended = body.get('reason').value === 'ended-while-suspended'
  if (!ended) body.get('reason').equals('fewer-than-three-bids', 'another-reason-for-the-failure')
  const count = body.get('count').number()
  demand(ended || count < BIDS_MIN, body.get('count').path, 'failed-with-enough-bids', count, BIDS_MIN)
  if (!dossier.first('lot/bid-list')) {
    dossier.attested.push('bids-counted')
    return
  }
  const live = liveLines(dossier).length
  demand(live === count, body.get('count').path, 'not-the-live-bids', count, live)
}

/** All rejected, or so few left that the panel rejects the rest for want of competition (招标投标法 §42). */
function checkRejected(dossier: Dossier, failed: Entry): void {
  const body = dossier.body(failed)
  body.get('reason').equals('ALL_REJECTED', 'another-reason-for-the-failure')
  const valid = validPrices(dossier).size
  demand(valid < BIDS_MIN, failed.object, 'failed-with-enough-bids', valid, BIDS_MIN)
  body.get('count').equals(carriedRejections(dossier).length, 'not-the-rejections')
  const reported = dossier.all('evaluation/report').some((entry) => {
    return entry.n < failed.n && entry.n > reviewBegin(dossier, failed.n)
  })
  demand(reported, failed.object, 'failed-before-the-report')
}
