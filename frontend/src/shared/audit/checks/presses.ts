import { hex } from '@/shared/trust/bytes'
import type { BidHeader } from '@/shared/trust/bes1/header'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { folderOf } from '../lines'
import { lotSets, type LotSet } from '../lotSets'
import { readBidHeader } from './headers'
import { isByBidders, unreleasedLine } from './releases'

/** What the trustees pressed, as far as this cut shows it. */
export interface Presses {
  /** Whether this cut shows it. */
  shown: boolean
  sets: LotSet[]
  /** Shares by set, and in it by trustee. */
  shares: Map<string, Map<string, Field[]>>
}

/** The set whose members open a bid: the one it is sealed to, in mode BIDDERS the one it was released to. */
export function setOf(dossier: Dossier, sets: LotSet[], header: BidHeader, object: string): LotSet {
  if (isByBidders(dossier)) return sets.at(-1)!
  const id = hex(header.trusteeSet)
  const set = sets.find((each) => each.id === id)
  demand(set !== undefined, object, 'sealed-to-other-trustees', id)
  return set
}

/**
 * Presses: each with a key of one set, for every bid to open that is sealed to that set; and as many of each such set as
 * its threshold, before anything was opened.
 */
export async function readPresses(dossier: Dossier, list: Entry, opened: Entry, live: Field[]): Promise<Presses> {
  const presses: Presses = { shown: false, sets: lotSets(dossier), shares: new Map() }
  const bids = await bidsBySet(dossier, presses.sets, live)
  const entries = dossier.all('lot/pressed')
  for (const entry of entries) readPress(dossier, list, entry, presses, bids)
  demandEnough(
    dossier,
    entries.filter((entry) => entry.n < opened.n),
    opened,
    presses,
    bids,
  )
  return presses
}

async function bidsBySet(dossier: Dossier, sets: LotSet[], live: Field[]): Promise<Map<string, string[]>> {
  const bids = new Map<string, string[]>()
  for (const line of live) {
    const bidId = line.get('bidId').said
    if (unreleasedLine(dossier, bidId)) continue
    const folder = folderOf(line)
    const { id } = setOf(dossier, sets, await readBidHeader(dossier, folder), `${folder}/header.der`)
    bids.set(id, [...(bids.get(id) ?? []), bidId])
  }
  return bids
}

function readPress(dossier: Dossier, list: Entry, entry: Entry, presses: Presses, bids: Map<string, string[]>): void {
  const { object } = entry
  dossier.demandHeadBetween(list, entry)
  const drawn = dossier.all('draw/result').some((result) => result.n < entry.n)
  demand(drawn, object, 'pressed-before-the-coefficient-was-drawn')
  if (!entry.body) return
  const doc = dossier.doc(entry)
  doc.get('type').equals('trustee-press', 'not-a-press')
  const id = doc.get('set').text()
  const trustee = dossier.signerId(entry)
  const set = presses.sets.find((each) => each.id === id)
  demand(set !== undefined, object, 'pressed-for-a-set-that-was-not-in-force', id)
  demand(set.members.includes(trustee), object, 'pressed-by-somebody-who-is-no-trustee-of-the-lot')
  demand(!isLost(dossier, id, trustee), object, 'pressed-with-a-key-that-was-declared-lost')
  doc.get('bidList').equals(list.contentHash, 'pressed-for-another-bid-list')
  if (isByBidders(dossier)) demandReleaseList(dossier, entry)
  const shares = doc.get('shares').items
  const answered = [...new Set(shares.map((share) => share.get('bidId').said))].sort()
  const its = [...(bids.get(id) ?? [])].sort()
  const whole = answered.length === its.length && answered.every((bid, i) => bid === its[i])
  demand(whole, object, 'pressed-for-other-bids-than-those-of-its-set')
  const bySet = presses.shares.get(id) ?? new Map<string, Field[]>()
  demand(!bySet.has(trustee), object, 'pressed-twice')
  presses.shares.set(id, bySet.set(trustee, shares))
  presses.shown = true
}

function isLost(dossier: Dossier, set: string, trustee: string): boolean {
  return dossier
    .all('lot/key-lost')
    .some((entry) => dossier.doc(entry).get('set').value === set && dossier.signerId(entry) === trustee)
}

function demandReleaseList(dossier: Dossier, press: Entry): void {
  const releases = dossier.first('lot/release-list')
  demand(releases !== undefined, press.object, 'pressed-without-a-release-list')
  dossier.doc(press).get('releaseList').equals(releases.contentHash, 'pressed-for-another-release-list')
}

function demandEnough(
  dossier: Dossier,
  before: Entry[],
  opened: Entry,
  { shown, sets }: Presses,
  bids: Map<string, string[]>,
): void {
  let wanted = 0
  for (const id of bids.keys()) {
    const { threshold } = sets.find((each) => each.id === id)!
    wanted += threshold
    const own = before.filter((press) => dossier.doc(press).get('set').value === id).length
    demand(!shown || own >= threshold, opened.object, 'opened-before-enough-trustees-pressed', own)
  }
  demand(before.length >= wanted, opened.object, 'opened-before-enough-trustees-pressed', before.length)
}
