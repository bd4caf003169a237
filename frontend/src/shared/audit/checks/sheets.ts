import { concat, fromHex, hex, u32, type Bytes } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import { atMost, decimal, plus, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { labelledBy } from './attempts'
import { labelCommit, labelOrder } from './drawReplay'
import { validPrices } from './panel'
import { memberIds } from '../lotSets'
import { isScreenedLater } from './screening'

/** What a member revealed, or the entry itself where the set opened the sheet. */
export function revealed(dossier: Dossier, reveal: Entry): Field {
  const body = dossier.body(reveal)
  return body.get('statement').isMissing ? body : body.get('statement').get('doc')
}

/** Certificate id of the member whose sheet it is. */
export function revealerOf(dossier: Dossier, reveal: Entry): string {
  const body = dossier.body(reveal)
  return body.get('statement').isMissing ? body.get('member').said : dossier.signerId(reveal)
}

/**
 * Points by bid of one revealed sheet: as committed to, every bid under its label once, every item once and within its
 * maximum.
 */
export function sheetPoints(
  dossier: Dossier,
  reveal: Entry,
  commits: Map<string, Entry>,
  scored: Entry,
): Map<string, Decimal> {
  const doc = revealed(dossier, reveal)
  checkCommitted(dossier, reveal, commits)
  const bidOf = bidUnder(dossier, scored, revealerOf(dossier, reveal))
  const points = new Map<string, Decimal>()
  for (const bid of doc.get('sheet').get('bids').items) {
    const bidId = bidOf(bid.get('label').said)
    demand(bidId !== undefined, reveal.object, 'a-label-that-no-bid-has', bid.get('label').value)
    const sum = itemSum(dossier, bid.get('items'), reveal.object)
    demand(!points.has(bidId), reveal.object, 'a-bid-scored-twice', bidId)
    points.set(bidId, sum)
  }
  const former = isScreenedLater(dossier, reveal.n)
  const all = former || [...validPrices(dossier).keys()].every((bidId) => points.has(bidId))
  demand(all, reveal.object, 'a-bid-without-points')
  return points
}

/** What was revealed is what its member committed to, or what the set opened in its place. */
export function checkCommitted(dossier: Dossier, reveal: Entry, commits: Map<string, Entry>): void {
  const doc = revealed(dossier, reveal)
  const member = revealerOf(dossier, reveal)
  if (dossier.body(reveal).get('statement').isMissing) checkOpenedBySet(dossier, reveal, member)
  const commit = commits.get(`${member} ${doc.get('version').count}`)
  demand(commit !== undefined && commit.n < reveal.n, reveal.object, 'revealed-without-a-commitment')
  dossier.doc(commit).get('commit').equals(sheetCommit(doc, member), 'not-the-sheet-committed-to')
  checkNote(dossier, commit)
}

function sheetCommit(doc: Field, member: string): string {
  const version = u32(Math.max(0, doc.get('version').count))
  return hex(
    sm3(
      concat(
        'QC1 sheet',
        doc.get('session').uuid(),
        fromHex(member),
        version,
        doc.get('nonce').bytes(32),
        doc.get('sheet').hash(),
      ),
    ),
  )
}

/** The note of a commitment belongs to it. */
export function checkNote(dossier: Dossier, commit: Entry): void {
  const doc = dossier.doc(commit)
  const context = hex(sm3(concat('QC1 note', doc.get('commit').bytes(32))))
  doc.get('note').get('context').equals(context, 'a-note-of-another-sheet')
}

/** Sum of the points of one bid: every item of the criteria once, within its maximum. */
export function itemSum(dossier: Dossier, items: Field, object: string): Decimal {
  const left = new Map<string, Decimal>()
  for (const criterion of dossier.publication.get('criteria').items)
    left.set(criterion.get('item').said, criterion.get('max').decimal())
  let sum: Decimal = { units: 0n, scale: 0 }
  for (const item of items.items) {
    const name = item.get('item').said
    const max = left.get(name)
    left.delete(name)
    const score = decimal(item.get('score').said, object)
    const inside = max !== undefined && score.units >= 0n && atMost(score, max)
    demand(inside, object, 'points-outside-the-criteria', name)
    sum = plus(sum, score)
  }
  demand(left.size === 0, object, 'an-item-without-points', [...left.keys()].join(' '))
  return sum
}

/** Breaks unless as many members of the set gave a share of this sheet before as the set asks for. */
function checkOpenedBySet(dossier: Dossier, reveal: Entry, member: string): void {
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, reveal.object, 'revealed-without-evaluation-opened')
  const set = dossier.body(opened).get('keySet')
  const members = memberIds(set)
  const givers = new Set<string>()
  for (const shared of dossier.all('evaluation/shared')) {
    demand(shared.body !== undefined, shared.object, 'withheld-although-the-sheets-are-shown')
    const doc = dossier.doc(shared)
    const own = doc.get('shares').items.some((share) => share.get('member').value === member)
    if (shared.n >= reveal.n || !doc.get('version').is(dossier.body(reveal).get('version')) || !own) continue
    const giver = dossier.signerId(shared)
    demand(members.includes(giver), shared.object, 'a-share-by-no-member-of-the-set')
    givers.add(giver)
  }
  const threshold = set.get('threshold').count
  const enough = threshold >= 0 && givers.size >= threshold
  demand(enough, reveal.object, 'opened-by-too-few-members-of-the-set', givers.size, threshold)
}

/** 0 for `A`, 25 for `Z`, 26 for `AA`. */
const indexOfLabel = (label: string) =>
  /^[A-Z]{1,4}$/.test(label) ? [...label].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1 : -1

/** Which bid a member saw under a label. */
export function bidUnder(dossier: Dossier, scored: Entry, member: string): (label: string) => string | undefined {
  const labels = labelsOf(dossier, scored, member)
  return (label) => labels[indexOfLabel(label)]
}

/** The seed of the labels, which was committed to before anybody wrote a sheet. */
export function labelSeed(dossier: Dossier, scored: Entry): Bytes {
  const body = dossier.body(scored)
  const seed = body.get('labelSeed').bytes(32)
  body.get('session').uuid()
  const commit = labelCommit(body.get('session').said, seed)
  const promised = dossier.body(labelledBy(dossier, openedOf(dossier, scored), scored)).get('labelCommit').value
  demand(commit === promised, body.get('labelSeed').path, 'not-the-seed-committed-to')
  return seed
}

function openedOf(dossier: Dossier, scored: Entry): Entry {
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, scored.object, 'scored-without-evaluation-opened')
  return opened
}

/** The bids under the labels A, B, … that this member saw, from the seed that was committed to. */
function labelsOf(dossier: Dossier, scored: Entry, member: string): string[] {
  const seed = labelSeed(dossier, scored)
  const bids = dossier.body(openedOf(dossier, scored)).get('bids').items
  return labelOrder(seed, member, bids.length).map((i) => bids[i]!.said)
}
