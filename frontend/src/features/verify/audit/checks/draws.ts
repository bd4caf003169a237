import { fromHex, hex } from '@/shared/trust/bytes'
import { drawCommit, drawPicks, drawSeed } from '@/shared/trust/draw'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'

type ByParty = Map<string, Entry>

/** Draws: committed, sealed, revealed, each step under a published head, and replayed. */
export async function checkDraws(dossier: Dossier): Promise<number> {
  const opened = dossier.all('draw/opened')
  const ids = new Set<string>()
  for (const draw of opened) {
    const body = dossier.body(draw)
    const id = body.get('drawId').text()
    demand(!ids.has(id), draw.object, 'draw-twice')
    ids.add(id)
    if (body.get('purpose').value === 'COEFFICIENT') checkCoefficientDraw(dossier, draw, opened)
    replay(dossier, draw, id)
  }
  for (const type of ['draw/committed', 'draw/sealed', 'draw/revealed'])
    for (const step of dossier.all(type)) demand(ids.has(drawIdOf(dossier, step)), step.object, 'no-such-draw')
  return opened.length
}

function checkCoefficientDraw(dossier: Dossier, draw: Entry, opened: Entry[]): void {
  const others = opened.filter((each) => {
    const body = dossier.body(each)
    return body.get('purpose').value === 'COEFFICIENT' && !isVoid(dossier, body.get('drawId').value)
  })
  demand(others.length <= 1, others.at(-1)?.object ?? draw.object, 'draw-twice')
  const list = dossier.first('lot/bid-list')
  demand(list !== undefined, draw.object, 'drawn-before-the-bid-list')
  dossier.demandHeadBetween(list, draw)
  const published = dossier.doc(dossier.entries[0]!).get('method').get('k')
  if (!published.isMissing) dossier.body(draw).get('pool').equals(published.value!, 'not-the-published-pool')
}

/** What a step says: the doc of its statement, or its body when the set opened a missing nonce. */
function said(dossier: Dossier, entry: Entry): Field {
  const body = dossier.body(entry)
  return body.get('statement').isMissing ? body : body.get('statement').get('doc')
}

const drawIdOf = (dossier: Dossier, entry: Entry) => said(dossier, entry).get('drawId').text()

function partyOf(dossier: Dossier, entry: Entry): string {
  const statement = dossier.body(entry).get('statement')
  if (!statement.isMissing) return hex(dossier.signerOf(statement, entry).id)
  demand(entry.type === 'draw/revealed', statement.path, 'missing')
  return dossier.body(entry).get('party').text()
}

const isVoid = (dossier: Dossier, id: unknown) =>
  dossier.all('draw/void').some((entry) => dossier.body(entry).get('drawId').value === id)

function byParty(dossier: Dossier, type: string, id: string): ByParty {
  const parties: ByParty = new Map()
  for (const entry of dossier.all(type)) {
    if (drawIdOf(dossier, entry) !== id) continue
    const party = partyOf(dossier, entry)
    demand(!parties.has(party), entry.object, 'party-twice')
    parties.set(party, entry)
  }
  return parties
}

function replay(dossier: Dossier, draw: Entry, id: string): void {
  const body = dossier.body(draw)
  const poolHash = body.get('pool').hash()
  body.get('poolHash').equals(hex(poolHash), 'not-the-pool')
  const [commits, seals, reveals] = ['draw/committed', 'draw/sealed', 'draw/revealed'].map((type) =>
    byParty(dossier, type, id),
  ) as [ByParty, ByParty, ByParty]
  const results = dossier.all('draw/result').filter((entry) => dossier.body(entry).get('drawId').value === id)
  demand(results.length <= 1, results.at(-1)?.object ?? '', 'draw-twice')
  const result = results[0]
  if (!result) {
    if (isVoid(dossier, id)) return
    demand(!dossier.first('tender/closed') && !dossier.first('lot/opened'), draw.object, 'draw-without-result')
    return
  }
  checkOrder(dossier, draw, commits, seals, reveals, result)
  const nonces = [...reveals].map(([party, entry]) => ({
    party: fromHex(party),
    nonce: nonceOf(dossier, entry, commits.get(party), id, poolHash, party),
  }))
  for (const party of seals.keys()) demand(reveals.has(party), result.object, 'drawn-without-a-nonce', '', party)
  const seed = drawSeed(id, poolHash, nonces)
  const outcome = dossier.body(result)
  outcome.get('seed').equals(hex(seed), 'another-seed')
  const pool = body
    .get('pool')
    .list()
    .map((each) => each.text())
  const picks = body.get('picks').integer()
  demand(picks >= 0 && picks <= pool.length, body.get('picks').path, 'out-of-range', picks)
  const picked = drawPicks(seed, pool.length, picks)
  outcome.get('picked').equals(picked, 'another-pick')
  outcome.get('values').equals(
    picked.map((i) => pool[i]!),
    'another-pick',
  )
}

function checkOrder(
  dossier: Dossier,
  draw: Entry,
  commits: ByParty,
  seals: ByParty,
  reveals: ByParty,
  result: Entry,
): void {
  const parties = dossier
    .body(draw)
    .get('parties')
    .list()
    .map((party) => party.text())
  for (const [party, commit] of commits) {
    demand(parties.includes(party), commit.object, 'not-a-party', party)
    dossier.demandHeadBetween(draw, commit)
    for (const seal of seals.values()) dossier.demandHeadBetween(commit, seal)
  }
  for (const seal of seals.values()) for (const reveal of reveals.values()) dossier.demandHeadBetween(seal, reveal)
  for (const reveal of reveals.values()) demand(reveal.n < result.n, reveal.object, 'revealed-after-the-result')
  demand(reveals.size > 0, draw.object, 'drawn-without-a-nonce')
}

function nonceOf(
  dossier: Dossier,
  reveal: Entry,
  commit: Entry | undefined,
  id: string,
  poolHash: Uint8Array,
  party: string,
) {
  demand(commit !== undefined, reveal.object, 'revealed-without-commitment')
  const nonce = said(dossier, reveal).get('nonce').bytes(32)
  const promised = dossier.doc(commit)
  promised.get('poolHash').equals(hex(poolHash), 'not-the-pool')
  demand(
    promised.get('commit').value === hex(drawCommit(id, poolHash, fromHex(party), nonce)),
    reveal.object,
    'not-what-was-committed',
  )
  return nonce
}
