import { fromHex, hex, same } from '@/shared/trust/bytes'
import { readHeader } from '@/shared/trust/bes1/opener'
import type { BidHeader } from '@/shared/trust/bes1/header'
import { tenderCtxOf } from '@/shared/trust/bes1/keys'
import { sm3 } from '@/shared/trust/sm3'
import { demand, within } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'

/** A bid is recorded under a published head made at most this long after its stamp, or it is held. */
const RECORDED_WITHIN_MS = 120_000

/** Folder of a line of the bid list. */
export function folderOf(line: Field): string {
  return `bids/${hex(line.get('bidId').bytes(16))}-${line.get('seq').integer()}`
}

/** Live lines of the bid list, in order. */
export function liveLines(dossier: Dossier): Field[] {
  const list = dossier.first('lot/bid-list')
  if (!list) return []
  return dossier
    .body(list)
    .get('bids')
    .list()
    .filter((line) => line.get('state').value === 'LIVE')
}

/** The bid list: behind each line its receipt, header, signature and place in the log. */
export async function checkBids(dossier: Dossier): Promise<number> {
  const list = dossier.first('lot/bid-list')
  const lines = list ? dossier.body(list).get('bids').list() : []
  const folders = lines.map(folderOf)
  folders.forEach((folder, i) => demand(folders.indexOf(folder) === i, lines[i]!.path, 'listed-twice', folder))
  lines.slice(1).forEach((line, i) => demand(orderOf(lines[i]!) < orderOf(line), line.path, 'list-out-of-order'))
  for (const name of dossier.archive.under('bids/'))
    demand(folders.includes(name.slice(0, name.lastIndexOf('/'))), name, 'not-in-the-bid-list')
  if (!dossier.first('lot/opened')) {
    if (list) dossier.attested.push('bids-shut')
    return demandShut(dossier)
  }
  for (const line of lines) await checkLine(dossier, list!, line, lines)
  const live = liveLines(dossier).map((line) => line.get('bidId').text())
  demand(new Set(live).size === live.length, list?.object ?? '', 'two-live-bids')
  checkNames(dossier, live)
  return lines.length
}

/** Before an opening, and of a failed lot, nothing in a package tells of bids. */
function demandShut(dossier: Dossier): number {
  const [name] = dossier.archive.under('bids/')
  demand(name === undefined, name ?? '', 'bids-before-opening')
  return 0
}

const orderOf = (line: Field) => `${line.get('bidId').text()}${String(line.get('seq').integer()).padStart(4, '0')}`

function checkNames(dossier: Dossier, live: string[]): void {
  const names = dossier.first('lot/names')
  if (!names) return
  const named = dossier.body(names).get('bids')
  const ids = named.list().map((each) => each.get('bidId').text())
  demand(ids.length === live.length && live.every((id) => ids.includes(id)), named.path, 'not-the-live-bids')
}

async function checkLine(dossier: Dossier, list: Entry, line: Field, lines: Field[]): Promise<void> {
  const folder = folderOf(line)
  const { doc, index } = await checkReceipt(dossier, line, `${folder}/receipt.json`)
  const state = line.get('state').text()
  if (state === 'LIVE') {
    line.get('because').equals(null)
    const head = dossier.heads.find((each) => each.size > index)!
    const stamp = doc.get('stamp').moment()
    demand(stamp <= dossier.body(list).get('deadline').moment(), `${folder}/receipt.json`, 'after-the-deadline')
    demand(
      head.at - stamp <= RECORDED_WITHIN_MS,
      `${folder}/receipt.json`,
      'recorded-too-late',
      `${head.at - stamp} ms`,
      RECORDED_WITHIN_MS,
    )
    await checkHeader(dossier, line, doc, folder)
  } else if (state === 'REPLACED') {
    const next = lines.find(
      (each) =>
        each.get('bidId').value === line.get('bidId').value && each.get('seq').value === line.get('seq').integer() + 1,
    )
    demand(next !== undefined, line.path, 'replaced-by-nothing')
    line.get('because').equals(next.get('headerHash').value!, 'replaced-by-another')
  } else if (state === 'WITHDRAWN') await checkWithdrawal(dossier, line, doc, folder)
  else demand(state === 'HELD', line.get('state').path, 'unknown-state', state)
}

interface ProvedReceipt {
  doc: Field
  index: number
}

async function checkReceipt(dossier: Dossier, line: Field, object: string): Promise<ProvedReceipt> {
  const receipt = await checkPlatformReceipt(dossier, line, object)
  demand(line.get('receiptHash').value === receipt.doc.hexHash(), object, 'another-receipt')
  receipt.doc.get('act').equals('SEALED')
  return receipt
}

async function checkPlatformReceipt(dossier: Dossier, line: Field, object: string): Promise<ProvedReceipt> {
  const file = await dossier.archive.json(object)
  const doc = file.get('doc')
  const index = dossier.proveLeaf(file.get('leaf'), doc.hash())
  const head = dossier.heads.find((each) => each.size > index)
  demand(head !== undefined, object, 'under-no-head')
  dossier.platformSignature('receipts', file.get('sig').base64(), doc.canonical(), object, head.machineAt)
  doc.get('type').equals('bid-receipt')
  for (const id of ['tender', 'lot', 'log', 'trustFile', 'sandbox'])
    doc.get(id).equals(dossier.manifest.get(id).value!, 'foreign-receipt')
  for (const id of ['bidId', 'seq', 'headerHash']) doc.get(id).equals(line.get(id).value!, 'not-this-line')
  doc.get('leafNonce').equals(file.get('leaf').get('nonce').value!, 'another-nonce')
  return { doc, index }
}

async function checkWithdrawal(dossier: Dossier, line: Field, receipt: Field, folder: string): Promise<void> {
  const object = `${folder}/withdrawal.json`
  if (!dossier.isWhole) {
    dossier.withheld.push(object)
    return
  }
  const statement = await dossier.archive.json(object)
  const doc = statement.get('doc')
  demand(line.get('because').value === doc.hexHash(), object, 'another-statement')
  const stamp = receipt.get('stamp').moment()
  const { signer } = dossier.signature(statement.get('sig').base64(), doc.canonical(), object, stamp)
  doc.get('type').equals('bid-withdrawal')
  for (const id of ['bidId', 'seq', 'headerHash']) doc.get(id).equals(line.get(id).value!, 'not-this-line')
  receipt.get('bidder').equals(hex(signer.id), 'another-bidder')
  const taken = await checkPlatformReceipt(dossier, line, `${folder}/withdrawal-receipt.json`)
  taken.doc.get('act').equals('WITHDRAWN')
  taken.doc.get('statement').equals(doc.hexHash(), 'another-statement')
}

/** Reads and verifies the header of a live bid. */
export async function readBidHeader(dossier: Dossier, folder: string): Promise<BidHeader> {
  const der = await dossier.archive.bytes(`${folder}/header.der`)
  const signature = await dossier.archive.bytes(`${folder}/header.p7s`)
  return within(`${folder}/header.der`, () => readHeader(der, signature)).header
}

async function checkHeader(dossier: Dossier, line: Field, receipt: Field, folder: string): Promise<void> {
  const object = `${folder}/header.der`
  const der = await dossier.archive.bytes(object)
  demand(line.get('headerHash').value === hex(sm3(der)), object, 'another-header')
  const signature = await dossier.archive.bytes(`${folder}/header.p7s`)
  const { header, signed } = within(`${folder}/header.p7s`, () => readHeader(der, signature))
  dossier.demandTrusted(signed.signer, signed.others, `${folder}/header.p7s`, receipt.get('stamp').moment())
  receipt.get('bidder').equals(hex(header.bidder), 'another-bidder')
  const publication = dossier.entries[0]!
  const lot = dossier.manifest.get('lot').uuid()
  demand(same(header.tenderCtx, tenderCtxOf(fromHex(publication.contentHash), lot)), object, 'envelope/foreign-tender')
  dossier.doc(publication).get('trusteeSet').equals(hex(header.trusteeSet), 'envelope/foreign-trustees')
  const isThisLine = line.get('bidId').value === hex(header.bidId) && line.get('seq').value === header.seq
  demand(isThisLine, object, 'not-this-line')
}
