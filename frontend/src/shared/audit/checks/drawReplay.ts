import { concat, fromHex, fromUuid, hex, type Bytes } from '@/shared/trust/bytes'
import { drawCommit, drawNote, drawNoteContext, drawPicks, drawSeed } from '@/shared/trust/draw'
import { keySetOf } from '@/shared/trust/keySet'
import { sm3 } from '@/shared/trust/sm3'
import { demand, within } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { memberIds } from '../lotSets'

type ByParty = Map<string, Entry>

/** The steps of one draw. */
interface Steps {
  draw: Entry
  id: string
  poolHash: Bytes
  commits: ByParty
  seals: ByParty
  reveals: ByParty
  result: Entry
}

/** Id of the draw that an entry without a statement names. */
export const drawnId = (dossier: Dossier, entry: Entry): string => dossier.body(entry).get('drawId').said

/** What a party said, or for a nonce that the set opened what the entry says in its place. */
export function said(dossier: Dossier, entry: Entry): Field {
  const body = dossier.body(entry)
  return body.get('statement').isMissing ? body : body.get('statement').get('doc')
}

/** Whether a draw came to nothing. */
export function isVoid(dossier: Dossier, draw: Entry): boolean {
  return dossier.all('draw/void').some((entry) => drawnId(dossier, entry) === drawnId(dossier, draw))
}

function byParty(dossier: Dossier, type: string, id: string): ByParty {
  const parties: ByParty = new Map()
  for (const entry of dossier.all(type)) {
    if (said(dossier, entry).get('drawId').said !== id) continue
    const signed = !dossier.body(entry).get('statement').isMissing
    demand(signed || type === 'draw/revealed', entry.object, 'unsigned')
    const party = signed ? dossier.signerId(entry) : dossier.body(entry).get('party').said
    demand(!parties.has(party), entry.object, 'the-same-party-twice')
    parties.set(party, entry)
  }
  return new Map([...parties].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Replays one draw from what its parties said. */
export function replay(dossier: Dossier, draw: Entry, id: string): void {
  const body = dossier.body(draw)
  const poolHash = body.get('pool').hash()
  body.get('poolHash').equals(hex(poolHash), 'not-the-hash-of-the-pool')
  const commits = byParty(dossier, 'draw/committed', id)
  const seals = byParty(dossier, 'draw/sealed', id)
  const reveals = byParty(dossier, 'draw/revealed', id)
  const [result, ...again] = dossier.all('draw/result').filter((entry) => drawnId(dossier, entry) === id)
  demand(again.length === 0, again.at(-1)?.object ?? '', 'drawn-twice')
  if (!result) {
    const open = !dossier.first('tender/closed') && !dossier.first('lot/opened')
    demand(isVoid(dossier, draw) || open, draw.object, 'a-draw-without-a-result')
    return
  }
  demand(!isVoid(dossier, draw), result.object, 'the-draw-is-void')
  const steps = { draw, id, poolHash, commits, seals, reveals, result }
  checkOrder(dossier, steps)
  checkLeftOut(dossier, steps)
  const nonces = new Map<string, Bytes>()
  for (const [party, reveal] of reveals) {
    nonces.set(party, nonceOf(dossier, party, reveal, steps))
    if (dossier.body(reveal).get('statement').isMissing) checkShared(dossier, draw, party, reveal)
  }
  checkSealed(dossier, steps, nonces)
  compare(dossier, steps, nonces)
}

function checkOrder(dossier: Dossier, { draw, commits, seals, reveals, result }: Steps): void {
  const parties = dossier.body(draw).get('parties').items
  for (const [party, commit] of commits) {
    const known = parties.some((each) => each.value === party)
    demand(known, commit.object, 'not-a-party-of-the-draw', party)
    dossier.demandHeadBetween(draw, commit)
  }
  for (const seal of seals.values()) for (const commit of commits.values()) dossier.demandHeadBetween(commit, seal)
  for (const reveal of reveals.values()) {
    for (const seal of seals.values()) dossier.demandHeadBetween(seal, reveal)
    demand(reveal.n < result.n, reveal.object, 'revealed-after-the-result')
  }
  demand(reveals.size > 0, draw.object, 'a-draw-without-nonces')
}

/** Who did not deliver stands in an entry before any nonce is open. */
function checkLeftOut(dossier: Dossier, { draw, id, commits, seals, reveals, result }: Steps): void {
  const first = Math.min(...[...reveals.values()].map((reveal) => reveal.n))
  const named = new Set<string>()
  for (const entry of dossier.all('draw/left-out')) {
    if (drawnId(dossier, entry) !== id) continue
    demand(entry.n < first, entry.object, 'left-out-after-a-nonce-was-open')
    for (const party of dossier.body(entry).get('parties').items) named.add(party.said)
  }
  for (const { said: party } of dossier.body(draw).get('parties').items) {
    const delivered = commits.has(party) && seals.has(party)
    demand(named.has(party) || delivered, result.object, 'a-party-is-missing-and-was-not-left-out', party)
    demand(!named.has(party) || !reveals.has(party), result.object, 'drawn-with-a-party-left-out', party)
  }
}

function nonceOf(dossier: Dossier, party: string, reveal: Entry, { commits, id, poolHash }: Steps): Bytes {
  const nonce = said(dossier, reveal).get('nonce').bytes(32)
  const commit = commits.get(party)
  demand(commit !== undefined, reveal.object, 'revealed-without-a-commitment')
  const promised = hex(within(reveal.object, 'malformed', () => drawCommit(id, poolHash, fromHex(party), nonce)))
  const kept = dossier.doc(commit).get('commit').value === promised
  demand(kept, reveal.object, 'not-the-nonce-committed-to', promised)
  return nonce
}

/** A nonce in place of its party's word: as many members of the set gave a share as the set asks for. */
function checkShared(dossier: Dossier, draw: Entry, party: string, reveal: Entry): void {
  const set = setOf(dossier, draw)
  const members = memberIds(set)
  const givers = new Set<string>()
  for (const entry of dossier.all('draw/shared')) {
    const doc = dossier.doc(entry)
    const own = doc.get('shares').items.some((share) => share.get('party').value === party)
    if (entry.n >= reveal.n || doc.get('drawId').said !== drawnId(dossier, draw) || !own) continue
    const giver = dossier.signerId(entry)
    demand(members.includes(giver), entry.object, 'a-share-by-no-member-of-the-set')
    givers.add(giver)
  }
  const threshold = set.get('threshold').count
  const enough = threshold >= 0 && givers.size >= threshold
  demand(enough, reveal.object, 'opened-by-too-few-members-of-the-set', givers.size, threshold)
}

function setOf(dossier: Dossier, draw: Entry): Field {
  const id = dossier.body(draw).get('set')
  for (const { body } of dossier.entries) {
    const set = body?.get('keySet')
    if (set && !set.isMissing && set.hexHash() === id.value) return set
  }
  demand(false, id.path, 'a-key-set-that-stands-in-no-entry')
}

/**
 * Every sealed nonce was drawn with, and no other. Who reveals its nonce itself sealed the note that follows from it: with
 * another one it could have had the draw void where it did not like the result.
 */
function checkSealed(dossier: Dossier, { draw, id, seals, reveals, result }: Steps, nonces: Map<string, Bytes>): void {
  const doc = setOf(dossier, draw)
  const set = within(doc.path, 'malformed', () => keySetOf(doc.object()))
  for (const [party, seal] of seals) {
    demand(nonces.has(party), result.object, 'drawn-without-a-nonce', '', party)
    const note = dossier.doc(seal).get('note')
    note.get('context').equals(hex(drawNoteContext(id, fromHex(party))), 'a-note-of-another-draw-or-party')
    note.get('set').equalsField(dossier.body(draw).get('set'), 'sealed-to-another-set')
    if (dossier.body(reveals.get(party)!).get('statement').isMissing) continue
    const rebuilt = within(note.path, 'malformed', () => drawNote(id, fromHex(party), nonces.get(party)!, set))
    note.equals(rebuilt, 'not-the-note-that-its-nonce-gives')
  }
  const sealed = [...nonces.keys()].every((party) => seals.has(party))
  demand(sealed, result.object, 'drawn-with-a-nonce-that-was-not-sealed')
}

function compare(dossier: Dossier, { draw, id, poolHash, result }: Steps, nonces: Map<string, Bytes>): void {
  const seed = drawSeed(
    id,
    poolHash,
    [...nonces].map(([party, nonce]) => ({ party: fromHex(party), nonce })),
  )
  const outcome = dossier.body(result)
  const pool = dossier.body(draw).get('pool').items
  demand(outcome.get('seed').value === hex(seed), outcome.get('seed').path, 'not-the-seed-that-the-nonces-give')
  const count = Math.max(0, Math.min(dossier.body(draw).get('picks').count, pool.length))
  const picked = drawPicks(seed, pool.length, count)
  const named = outcome.get('picked')
  const given = named.items.length === picked.length && named.items.every((each, i) => each.value === picked[i])
  demand(given, named.path, 'not-what-the-seed-gives', JSON.stringify(named.value), JSON.stringify(picked))
  const values = outcome.get('values')
  const right = values.items.length === picked.length && values.items.every((each, i) => each.is(pool[picked[i]!]!))
  demand(right, values.path, 'not-what-was-picked', JSON.stringify(values.value))
}

/** Order in which the labels of a session stand before a member (evidence.md section 10). */
export function labelOrder(seed: Uint8Array, member: string, bids: number): number[] {
  return drawPicks(sm3(concat('QC1 label order', seed, fromHex(member))), bids, bids)
}

/** What a session commits to before anybody scores. */
export function labelCommit(session: string, seed: Uint8Array): string {
  return hex(sm3(concat('QC1 labels', fromUuid(session), seed)))
}
