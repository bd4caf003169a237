import { Archive } from '@/shared/audit/archive'
import { contentHashOf } from '@/shared/audit/checks/chain'
import type { Field } from '@/shared/audit/field'
import type { Prove } from '@/shared/audit/inWorker'
import { standingLines } from '@/shared/audit/lines'
import { decodeHeader, type BidHeader } from '@/shared/trust/bes1/header'
import { fromBase64, fromHex, hex, same, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { Refused } from '@/shared/trust/refused'
import { publicKeyOf } from '@/shared/trust/sm2'
import { decodeSm2Cipher } from '@/shared/trust/sm2wrap'
import { verifyStatement } from '@/shared/trust/statement'
import type { Safe } from './safe'

interface Link {
  n: number
  hash: string
  type: string
  body: Field
}

/**
 * What a trustee presses for (启封依据): the trustee's cut of the evidence package, proved by the auditor. Nothing that the
 * platform says besides it goes into a press.
 */
export interface OpeningEvidence {
  tender: string
  lot: string
  /** The key sets that bids were sealed to, the one in force last. */
  sets: KeySet[]
  /** Keys that were declared lost: set and certificate. */
  lost: { set: string; member: string }[]
  bidList: string
  releaseList?: string
  coefficient: string
  /** The envelopes to open, with the wraps for the trustees. */
  envelopes: { bidId: string; header: BidHeader }[]
  /** Numbers that the draws were made with, by the party who committed to each. */
  revealed: { draw: string; party: string; nonce: string }[]
  /** Content hashes of the chain by number, from 1. */
  hashes: string[]
}

/** Has a package proved and reads it; refuses one that does not hold, or that is of another lot. */
export async function openingEvidence(
  file: Blob,
  lot: string,
  trustFile: Uint8Array,
  prove: Prove,
): Promise<OpeningEvidence> {
  const archive = await provenArchive(file, lot, 'TRUSTEE', trustFile, prove)
  const manifest = await archive.json('package.json')
  const chain = await chainOf(archive)
  const list = first(chain, 'lot/bid-list')
  return {
    tender: manifest.get('tender').said,
    lot,
    sets: setsOf(chain),
    lost: lostIn(chain),
    bidList: list.hash,
    releaseList: chain.find(({ type }) => type === 'lot/release-list')?.hash,
    coefficient: coefficientOf(chain),
    envelopes: await readEnvelopes(archive, chain, list),
    revealed: chain.filter(({ type }) => type === 'draw/revealed').map(({ body }) => revealedIn(body)),
    hashes: chain.map(({ hash }) => hash),
  }
}

/** A cut of the lot's package that the auditor proves with the trust file; refuses any other. */
async function provenArchive(file: Blob, lot: string, cut: string, trustFile: Uint8Array, prove: Prove) {
  const verdict = await prove(file, trustFile)
  if (verdict.outcome === 'broken')
    throw new Refused('trustee/evidence-broken', {
      field: verdict.object,
      seen: verdict.reason,
      expected: verdict.expected,
    })
  if (verdict.outcome !== 'proved') refuse('trustFile', verdict.outcome, 'proved')
  const archive = await Archive.open(file)
  const manifest = await archive.json('package.json')
  if (manifest.get('cut').said !== cut) refuse('cut', manifest.get('cut').said, cut)
  if (manifest.get('lot').said !== lot) refuse('lot', manifest.get('lot').said, lot)
  return archive
}

async function chainOf(archive: Archive): Promise<Link[]> {
  const links: Link[] = []
  for (const name of archive.under('chain/')) {
    const file = await archive.json(name)
    const inside = file.get('entry')
    const head = (inside.isMissing ? file : inside).get('head')
    const [n, hash] = [links.length + 1, hex(contentHashOf(file))]
    links.push({ n, hash, type: head.get('type').said, body: inside.get('body') })
  }
  return links
}

/** The published set and those that came in force after it; the auditor has judged how. */
function setsOf(chain: Link[]): KeySet[] {
  const carried = chain
    .filter(({ type }) => type === 'lot/key-set')
    .map(({ body }) => keySetOf(body.get('keySet').object()))
  const inForce = chain.filter(({ type }) => type === 'lot/key-set-in-force').map(({ body }) => body.get('set').said)
  const later = inForce.flatMap((id) => carried.filter((set) => hex(set.id) === id))
  return [keySetOf(first(chain, 'tender/published').body.get('keySet').object()), ...later]
}

function lostIn(chain: Link[]) {
  return chain
    .filter(({ type }) => type === 'lot/key-lost')
    .map(({ body }) => {
      const statement = body.get('statement')
      const doc = statement.get('doc')
      const { signer } = verifyStatement({ doc: doc.object(), sig: statement.get('sig').said })
      return { set: doc.get('set').said, member: hex(signer.id) }
    })
}

/** The envelopes that the members of a set open: those sealed to it, in mode BIDDERS all by the one in force. */
export function envelopesOf({ envelopes, releaseList, sets }: OpeningEvidence, set: KeySet) {
  if (releaseList) return same(set.id, sets.at(-1)!.id) ? envelopes : []
  return envelopes.filter(({ header }) => same(header.trusteeSet, set.id))
}

/** The sets with envelopes to open in which this member has a key that is not lost. */
export function setsToPress(evidence: OpeningEvidence, certificate: string): KeySet[] {
  return evidence.sets.filter(
    (set) =>
      set.members.some(({ id }) => hex(id) === certificate) &&
      !isLost(evidence, set, certificate) &&
      envelopesOf(evidence, set).length > 0,
  )
}

const isLost = ({ lost }: OpeningEvidence, set: KeySet, certificate: string) =>
  lost.some((each) => each.set === hex(set.id) && each.member === certificate)

function first(chain: Link[], type: string): Link {
  return chain.find((link) => link.type === type) ?? refuse('chain', 'none', type)
}

function coefficientOf(chain: Link[]): string {
  const draws = chain.filter(({ type, body }) => type === 'draw/opened' && body.get('purpose').value === 'COEFFICIENT')
  const result = chain.find(
    ({ type, body }) => type === 'draw/result' && draws.some((draw) => draw.body.get('drawId').is(body.get('drawId'))),
  )
  return result?.body.get('values').items[0]?.said ?? refuse('draw/result', 'none', 'the coefficient')
}

/** The live bids of the list; in mode BIDDERS those that the release list calls released, with the released wraps. */
async function readEnvelopes(archive: Archive, chain: Link[], list: Link) {
  const releases = chain.find(({ type }) => type === 'lot/release-list')?.body.get('bids').items
  const envelopes: { bidId: string; header: BidHeader }[] = []
  const decided = chain.find(({ type }) => type === 'lot/held-decided')?.body.get('decisions').items
  for (const line of standingLines(list.body.get('bids').items, decided)) {
    const bidId = line.get('bidId').said
    const release = releases?.find((each) => each.get('bidId').value === bidId)
    if (releases && release?.get('outcome').value !== 'RELEASED') continue
    const header = decodeHeader(await archive.bytes(`bids/${bidId}-${line.get('seq').count}/header.der`))
    envelopes.push({ bidId, header: release ? releasedHeader(chain, release.get('release').said, header) : header })
  }
  return envelopes
}

function releasedHeader(chain: Link[], release: string, header: BidHeader): BidHeader {
  const docs = chain
    .filter(({ type }) => type === 'lot/released')
    .map(({ body }) => body.get('statement').get('doc').object())
  const doc = docs.find((each) => hex(canonicalHash(each)) === release) ?? refuse('release', 'none', release)
  const trustees = (doc.shares as JsonObject[]).map(({ member, shareCommit, wrap }) => ({
    trusteeId: fromHex(member, 32),
    shareCommit: fromHex(shareCommit, 32),
    wrap: decodeSm2Cipher(fromBase64(wrap)),
  }))
  return { ...header, trustees }
}

function revealedIn(body: Field) {
  const statement = body.get('statement')
  if (statement.isMissing)
    return { draw: body.get('drawId').said, party: body.get('party').said, nonce: body.get('nonce').said }
  const doc = statement.get('doc')
  const { signer } = verifyStatement({ doc: doc.object(), sig: statement.get('sig').said })
  return { draw: doc.get('drawId').said, party: hex(signer.id), nonce: doc.get('nonce').said }
}

/** Whether a lot's key is needed no more, as its proved public package says, and what goes with the key. */
export interface KeyAtEnd {
  over: boolean
  sets: KeySet[]
  /** Draws whose numbers were sealed to the set. */
  draws: string[]
}

/** Reads from the public package of a lot whether its opening record is signed, or the lot failed. */
export async function keyAtEnd(file: Blob, lot: string, trustFile: Uint8Array, prove: Prove): Promise<KeyAtEnd> {
  const archive = await provenArchive(file, lot, 'PUBLIC', trustFile, prove)
  const chain = await chainOf(archive)
  const sets = setsOf(chain)
  const draws = chain
    .filter(({ type, body }) => type === 'draw/opened' && sets.some(({ id }) => body.get('set').value === hex(id)))
    .map(({ body }) => body.get('drawId').said)
  return { over: chain.some(({ type }) => type === 'lot/opening-record' || type === 'lot/failed'), sets, draws }
}

/** Deletes the own key of the lot and the numbers of its draws; refuses while they are needed. */
export async function destroyKey({ over, sets, draws }: KeyAtEnd, certificate: string, safe: Safe): Promise<void> {
  if (!over)
    throw new Refused('trustee/key-still-needed', {
      field: 'chain',
      seen: 'no record',
      expected: 'lot/opening-record, lot/failed',
    })
  const own = sets.flatMap(({ members }) => members.filter((each) => hex(each.id) === certificate))
  for (const name of await safe.names()) {
    const secret = name.startsWith('key:') ? await safe.find(name) : undefined
    if (secret && own.some((member) => same(publicKeyOf(secret), member.encryptionKey))) await safe.forget(name)
    if (draws.some((draw) => name === `nonce:${draw}`)) await safe.forget(name)
  }
}

const seenName = (tender: string, n: number) => `seen:${tender}:${n}`

/** Notes an entry of a tender's chain over which this trustee signs: what it verifies later must contain it. */
export const noteSeen = (safe: Safe, tender: string, seen: { n: number; hash: string }) =>
  safe.keep(seenName(tender, seen.n), fromHex(seen.hash, 32))

/**
 * Holds the evidence against what this browser made and saw itself, and gives the own key of one of its sets. Refuses a set with a
 * key that was not made here, a draw with another number than the one kept, and a chain that is not the one seen before.
 */
export async function ownKeyIn(
  evidence: OpeningEvidence,
  set: KeySet,
  certificate: string,
  safe: Safe,
): Promise<Bytes> {
  const own = await memberKey(set, certificate, safe)
  for (const { draw, party, nonce } of evidence.revealed) {
    const kept = await safe.find(`nonce:${draw}`)
    if (kept && party === certificate && hex(kept) !== nonce)
      throw new Refused('trustee/foreign-draw', { field: 'draw/revealed', seen: nonce, expected: hex(kept) })
  }
  const prefix = `seen:${evidence.tender}:`
  for (const name of await safe.names()) {
    if (!name.startsWith(prefix)) continue
    const n = Number(name.slice(prefix.length))
    const before = hex((await safe.find(name))!)
    const here = evidence.hashes[n - 1] ?? ''
    if (here !== before)
      throw new Refused('trustee/other-chain', { field: `chain[${n}]`, seen: here, expected: before })
  }
  return own
}

async function memberKey(set: KeySet, certificate: string, safe: Safe): Promise<Bytes> {
  const member = set.members.find((each) => hex(each.id) === certificate)
  for (const name of await safe.names()) {
    const secret = name.startsWith('key:') ? await safe.find(name) : undefined
    if (secret && member && same(publicKeyOf(secret), member.encryptionKey)) return secret
  }
  throw new Refused('trustee/foreign-key-set', {
    field: 'keySet',
    seen: member ? hex(member.encryptionKey) : 'without you',
    expected: 'the key that you made',
  })
}

function refuse(field: string, seen: string, expected: string): never {
  throw new Refused('trustee/other-evidence', { field, seen, expected })
}
