import { fromHex, hex, same } from '@/shared/trust/bytes'
import { decodeHeader, type BidHeader } from '@/shared/trust/bes1/header'
import { tenderCtxOf } from '@/shared/trust/bes1/keys'
import { sm3 } from '@/shared/trust/sm3'
import { demand, within } from '../broken'
import { usccOf } from '@/shared/trust/certificates'
import { signature, type Dossier } from '../dossier'
import type { Field } from '../field'
import { folderOf, isLive, keyOf, liveLines } from '../lines'
import { isSealable, lostSets, lotSets } from '../lotSets'
import { owns, scoresOf } from '../party'
import { isByBidders } from './releases'

/** Headers behind the lines of a bid list, and that each folder holds exactly what the cut shows of it. */
export async function checkHeaders(dossier: Dossier, lines: Field[], receipts: Map<string, Field>): Promise<void> {
  const hashes = new Map<string, Uint8Array>()
  const uscc = new Map<string, string>()
  for (const line of lines) {
    if (isShown(dossier, line)) {
      const owner = await checkHeader(dossier, line, receipts.get(keyOf(line))!, hashes)
      if (isLive(dossier, line)) {
        demand(!uscc.has(owner), `${folderOf(line)}/header.der`, 'a-second-live-bid-of-one-bidder', owner)
        uscc.set(owner, line.get('bidId').said)
      }
    }
    await checkContents(dossier, line)
  }
  checkNames(dossier, uscc)
}

const isShown = (dossier: Dossier, line: Field) => dossier.isWhole || isLive(dossier, line) || owns(dossier, line)

/** Reads a header of the package. */
export async function readBidHeader(dossier: Dossier, folder: string): Promise<BidHeader> {
  const object = `${folder}/header.der`
  const der = await dossier.archive.bytes(object)
  return within(object, 'malformed-header', () => decodeHeader(der))
}

/** Unified social credit code of the bidder whose header this is. */
async function checkHeader(
  dossier: Dossier,
  line: Field,
  receipt: Field,
  hashes: Map<string, Uint8Array>,
): Promise<string> {
  const folder = folderOf(line)
  const object = `${folder}/header.der`
  const der = await dossier.archive.bytes(object)
  demand(line.get('headerHash').value === hex(sm3(der)), object, 'not-the-header-of-the-list')
  const header = await readBidHeader(dossier, folder)
  const at = `${folder}/header.p7s`
  const signed = signature(await dossier.archive.bytes(at), der, at)
  dossier.demandTrusted(signed, at, receipt.get('stamp').moment())
  demand(same(header.bidder, signed.signer.id), at, 'signed-by-another-bidder')
  receipt.get('bidder').equals(hex(header.bidder), 'the-receipt-of-another-bidder')
  checkContext(dossier, header, line, object)
  checkOpenable(dossier, header, line, object)
  checkTrustees(dossier, header, receipt, object)
  const bid = line.get('bidId').said
  const former = hashes.get(`${bid}-${header.seq - 1}`)
  const follows = header.seq === 1 || former === undefined || (header.prev !== undefined && same(former, header.prev))
  demand(follows, object, 'does-not-follow-the-envelope-before')
  hashes.set(`${bid}-${header.seq}`, sm3(der))
  return usccOf(signed.signer)
}

function checkContext(dossier: Dossier, header: BidHeader, line: Field, object: string): void {
  const { publication } = dossier
  const context = tenderCtxOf(fromHex(dossier.entries[0]!.contentHash), dossier.lot.uuid())
  demand(same(header.tenderCtx, context), object, 'sealed-for-another-tender')
  const unsealed = !isByBidders(dossier) || header.trustees.length === 0
  demand(unsealed, object, 'sealed-to-trustees-before-its-bidder-released-it', header.trustees.length)
  const newest = publication.get('document').get('version').count
  demand(header.docVersion <= newest, object, 'made-for-a-document-that-was-not-published', header.docVersion)
  const isThis = line.get('bidId').value === hex(header.bidId) && line.get('seq').value === header.seq
  demand(isThis, object, 'another-bid')
}

/** Listed as lost exactly where the keys of the set that it is sealed to are. */
function checkOpenable(dossier: Dossier, header: BidHeader, line: Field, object: string): void {
  const because = lostSets(dossier).get(hex(header.trusteeSet))
  const state = line.get('state').said
  if (state === 'SET_LOST') demand(line.get('because').value === because, object, 'a-bid-that-could-be-opened')
  else demand(because === undefined || !['LIVE', 'HELD'].includes(state), object, 'a-bid-that-nobody-can-open')
}

/** Sealed to the key set that was in force at the stamp. */
function checkTrustees(dossier: Dossier, header: BidHeader, receipt: Field, object: string): void {
  const sets = lotSets(dossier)
  const id = hex(header.trusteeSet)
  const known = sets.some((each) => each.id === id)
  demand(known, object, 'sealed-to-other-trustees', id)
  const [stamp, bound] = [receipt.get('stamp').moment(), receipt.get('boundMs').number()]
  demand(isSealable(sets, id, stamp, bound), object, 'sealed-to-a-set-that-was-not-in-force', id)
}

/** Exactly the files that the cut shows of this line. */
async function checkContents(dossier: Dossier, line: Field): Promise<void> {
  const folder = folderOf(line)
  const expected = new Set([`${folder}/receipt.json`])
  const all = dossier.isWhole || owns(dossier, line)
  if (isShown(dossier, line)) {
    expected.add(`${folder}/header.der`).add(`${folder}/header.p7s`)
    if ((isLive(dossier, line) && !dossier.isPressing) || (all && line.get('state').value === 'HELD')) {
      const count = all ? (await readBidHeader(dossier, folder)).files.length : 1
      for (let n = 1; n <= count; n++) expected.add(`${folder}/${n}.enc`)
    }
    if (all && line.get('state').value === 'WITHDRAWN')
      expected.add(`${folder}/withdrawal.json`).add(`${folder}/withdrawal-receipt.json`)
  }
  const scores = scoresOf(dossier)
  if (scores?.startsWith(`${folder}/`)) expected.add(scores)
  for (const name of [...expected].sort()) demand(dossier.archive.has(name), name, 'missing')
  for (const name of dossier.archive.under(`${folder}/`)) demand(expected.has(name), name, 'more-than-this-cut-shows')
}

/** The names read out are those in the certificates of the live bids. */
function checkNames(dossier: Dossier, uscc: Map<string, string>): void {
  const entry = dossier.first('lot/names')
  if (!entry) return
  const live = liveLines(dossier)
  const names = dossier.body(entry).get('bids').items
  demand(names.length === live.length, entry.object, 'not-exactly-the-live-bids', names.length, live.length)
  live.forEach((line, i) => {
    const id = line.get('bidId')
    demand(names[i]!.get('bidId').is(id), entry.object, 'not-the-live-bids')
    demand(uscc.get(names[i]!.get('uscc').said) === id.said, entry.object, 'not-the-bidder-who-signed-the-bid')
  })
}
