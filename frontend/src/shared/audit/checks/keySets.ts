import { hex, same, utf8 } from '@/shared/trust/bytes'
import { usccOf } from '@/shared/trust/certificates'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { lostBy, memberIds, namedSet } from '../lotSets'
import { isByBidders } from './releases'
import { checkKeySet } from './keySet'

const CANARY = utf8('QK1 canary')
const CAUSES = ['LOST', 'OFFICE_ENDED']

/** A set comes in force at once with its entry. */
const AT_ONCE_MS = 5_000

/** How long bidders have at least to seal again where a set cannot open; in a sandbox one plays everybody. */
const RESEALING_MS = { production: 3 * 86_400_000, sandbox: 60_000 }

interface Seen {
  ids: string[]
  sets: Field[]
  /** Set and member of keys that were declared lost, and of keys that were shown. */
  lost: Set<string>
  shown: Set<string>
  /** Sets that cannot open any more, as a replacement says. */
  closed: Set<string>
  /** The bid deadline, as published or as moved so far. */
  deadline: number
  waiting?: Entry
}

/**
 * Key sets after the publication: keys declared lost by their holders, sets replaced by who published and before the
 * deadline, controlled by no side, in force behind a published head and every member's canary.
 */
export function checkKeySets(dossier: Dossier): number {
  const seen: Seen = {
    ids: [dossier.publication.get('trusteeSet').said],
    sets: [dossier.body(dossier.entries[0]!).get('keySet')],
    lost: new Set(),
    shown: new Set(),
    closed: new Set(),
    deadline: dossier.publication.get('schedule').get('bidDeadline').moment(),
  }
  const checks: Record<string, (dossier: Dossier, entry: Entry, seen: Seen) => void> = {
    'lot/key-shown': checkShown,
    'lot/key-lost': checkLost,
    'lot/key-set': checkReplaced,
    'lot/key-set-in-force': checkInForce,
  }
  for (const entry of dossier.entries) checks[entry.type]?.(dossier, entry, seen)
  return seen.sets.length - 1
}

function membersOf(seen: Seen, id: string): string[] {
  const i = seen.ids.indexOf(id)
  return i < 0 ? [] : memberIds(seen.sets[i]!)
}

/** Members of a set of the lot who showed that their key works did so on a canary. */
function checkShown(dossier: Dossier, entry: Entry, seen: Seen): void {
  const body = dossier.body(entry)
  const id = body.get('set').said
  demand(seen.ids.includes(id), entry.object, 'of-another-key-set', id)
  const member = body.get('member').said
  demand(membersOf(seen, id).includes(member), entry.object, 'no-member-of-the-set')
  const answer = body.get('answer').bytes(32)
  demand(same(answer.slice(0, CANARY.length), CANARY), entry.object, 'not-the-answer-to-a-canary')
  seen.shown.add(id + member)
}

function checkLost(dossier: Dossier, entry: Entry, seen: Seen): void {
  const { object, at } = entry
  const body = dossier.body(entry).exactly('statement')
  const doc = dossier.doc(entry)
  doc.get('type').equals('key-lost', 'not-a-declaration')
  doc.get('lot').equalsField(dossier.lot, 'a-declaration-in-another-lot')
  const id = doc.get('set').text()
  const signer = hex(dossier.signerOf(body.get('statement'), entry).id)
  demand(membersOf(seen, id).includes(signer), object, 'declared-by-no-member-of-the-set')
  demand(CAUSES.includes(doc.get('cause').text()), object, 'an-unknown-cause')
  demand(!seen.lost.has(id + signer), object, 'declared-lost-twice')
  seen.lost.add(id + signer)
  demand(at <= seen.deadline, object, 'declared-behind-the-deadline')
}

function checkReplaced(dossier: Dossier, entry: Entry, seen: Seen): void {
  const { object, at } = entry
  const body = dossier.body(entry).exactly('statement', 'keySet')
  const doc = dossier.doc(entry)
  doc.get('type').equals('key-set-replacement', 'not-a-replacement')
  doc.get('lot').equalsField(dossier.lot, 'a-replacement-in-another-lot')
  demand(!seen.waiting, object, 'replaced-while-another-waits')
  doc.get('replaces').equals(seen.ids.at(-1)!, 'not-the-set-in-force-that-it-replaces')
  demand(isPublisher(dossier, entry), body.get('statement').get('sig').path, 'not-signed-by-who-published')
  demand(at < seen.deadline, object, 'replaced-behind-the-deadline')
  const id = namedSet(dossier, entry)
  demand(!seen.ids.includes(id), object, 'a-set-that-was-in-force-before')
  const set = body.get('keySet')
  const own = set.get('purpose').value === 'LOT' && set.get('owner').is(dossier.lot)
  demand(own, set.path, 'a-key-set-of-another-lot')
  checkKeySet(dossier, set, id, entry)
  checkMoved(dossier, entry, seen, doc)
  seen.ids.push(id)
  seen.sets.push(set)
  seen.waiting = entry
}

/**
 * Bids sealed to a former set stay good while enough of it are left to press. Where too few are, the replacement names
 * the set and moves the deadline, with time enough to seal again; in no other case does a deadline move.
 */
function checkMoved(dossier: Dossier, { object, at }: Entry, seen: Seen, doc: Field): void {
  const lost = isByBidders(dossier) ? [] : seen.ids.filter((id, i) => !seen.closed.has(id) && !opens(seen, i))
  if (lost.length === 0) {
    demand(doc.get('lost').isMissing && doc.get('deadline').isMissing, object, 'a-deadline-moved-without-a-cause')
    return
  }
  demand(lostBy(doc).join() === lost.join(), object, 'a-former-set-that-cannot-open')
  const later = doc.get('deadline').moment()
  const resealing = dossier.manifest.get('sandbox').value === true ? RESEALING_MS.sandbox : RESEALING_MS.production
  const enough = later > seen.deadline && later >= at + resealing - AT_ONCE_MS
  demand(enough, object, 'too-little-time-to-seal-again', doc.get('deadline').value)
  lost.forEach((id) => seen.closed.add(id))
  seen.deadline = later
}

function opens({ ids, sets, lost }: Seen, former: number): boolean {
  const left = memberIds(sets[former]!).filter((member) => !lost.has(ids[former]! + member)).length
  return left >= sets[former]!.get('threshold').count
}

function isPublisher(dossier: Dossier, entry: Entry): boolean {
  const [by, publisher] = [entry, dossier.entries[0]!].map((each) =>
    usccOf(dossier.signerOf(dossier.body(each).get('statement'), each)),
  )
  return by === publisher
}

function checkInForce(dossier: Dossier, entry: Entry, seen: Seen): void {
  const { object, at } = entry
  const body = dossier.body(entry).exactly('set', 'from')
  const { waiting } = seen
  demand(waiting !== undefined, object, 'in-force-without-a-replacement')
  const id = seen.ids.at(-1)!
  body.get('set').equals(id, 'in-force-without-a-replacement')
  dossier.demandHeadBetween(waiting, entry)
  for (const member of membersOf(seen, id))
    demand(seen.shown.has(id + member), object, 'in-force-before-its-keys-were-shown', member)
  const from = body.get('from').moment()
  demand(from < seen.deadline, object, 'replaced-behind-the-deadline')
  demand(Math.abs(from - at) <= AT_ONCE_MS, object, 'in-force-at-another-time-than-its-entry')
  seen.waiting = undefined
}
