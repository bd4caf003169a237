import { hex } from '@/shared/trust/bytes'
import { demand } from '../broken'
import { demandAnchor, platformSignature, type Dossier, type Entry, type Head } from '../dossier'
import type { Field } from '../field'
import { proveLeaf } from '../leaf'
import { folderOf, keyOf, listedLines } from '../lines'
import { deadlineOf, lostSets } from '../lotSets'
import { checkHeaders } from './headers'

/** A bid is recorded under a published head made at most this long after its stamp, or it is held. */
const RECORDED_WITHIN_MS = 120_000

/** Receipts behind the lines of a bid list, by bid and number, and the last receipt of each bid. */
interface Receipts {
  docs: Map<string, Field>
  last: Map<string, string>
}

/** The bid list and what stands behind each of its lines: receipts, header, signature, context, and nothing else. */
export async function checkBids(dossier: Dossier): Promise<number> {
  const list = dossier.first('lot/bid-list')
  const lines = listedLines(dossier)
  if (list) checkList(dossier, list, lines)
  const opened = dossier.isPressing || dossier.first('lot/opened') !== undefined
  const folders = new Set(lines.map(folderOf))
  for (const name of dossier.archive.under('bids/')) {
    demand(opened, name, 'a-bid-before-the-opening-or-of-a-lot-that-failed')
    demand(folders.has(name.slice(0, name.lastIndexOf('/'))), name, 'a-bid-that-the-list-does-not-have')
  }
  if (!opened || !list) {
    if (list) dossier.attested.push('bids-shut')
    return 0
  }
  const receipts: Receipts = { docs: new Map(), last: new Map() }
  for (const line of lines) await checkLine(dossier, list, line, lines, receipts)
  await checkHeaders(dossier, lines, receipts.docs)
  return lines.length
}

const orderOf = (line: Field) => `${line.get('bidId').said}${String(line.get('seq').count).padStart(4, '0')}`

function checkList(dossier: Dossier, list: Entry, lines: Field[]): void {
  const live = new Set<string>()
  let former = ''
  for (const line of lines) {
    demand(orderOf(line) > former, list.object, 'the-list-is-out-of-order')
    former = orderOf(line)
    const id = line.get('bidId').said
    const isListedLive = line.get('state').value === 'LIVE'
    demand(!isListedLive || !live.has(id), list.object, 'two-live-envelopes-of-one-bid')
    if (isListedLive) live.add(id)
  }
  const body = dossier.body(list)
  const deadline = body.get('deadline').moment()
  demand(deadline === deadlineOf(dossier), body.get('deadline').path, 'not-the-deadline-that-was-published')
  demand(body.get('frozenAt').moment() >= deadline, body.get('frozenAt').path, 'frozen-before-the-deadline')
}

async function checkLine(
  dossier: Dossier,
  list: Entry,
  line: Field,
  lines: Field[],
  { docs, last }: Receipts,
): Promise<void> {
  const object = `${folderOf(line)}/receipt.json`
  const { doc, head } = await checkReceipt(dossier, line, object)
  const hash = doc.hexHash()
  demand(hash === line.get('receiptHash').value, object, 'not-the-receipt-of-the-list')
  doc.get('act').equals('SEALED', 'not-the-receipt-of-a-sealing')
  const bid = line.get('bidId').said
  const former = last.get(bid)
  if (former !== undefined) doc.get('prevReceipt').equals(former, 'does-not-follow-the-receipt-before')
  last.set(bid, hash)
  docs.set(keyOf(line), doc)
  const state = line.get('state').said
  if (state === 'LIVE') {
    demand(line.get('because').isNull, list.object, 'a-live-bid-with-a-reason')
    checkOnTime(doc, head, dossier.body(list).get('deadline').moment(), object)
  } else if (state === 'REPLACED') checkReplaced(list, line, lines)
  else if (state === 'SET_LOST') {
    const says = [...lostSets(dossier).values()].includes(line.get('because').said)
    demand(says, list.object, 'a-bid-that-could-be-opened', folderOf(line))
  } else if (state === 'WITHDRAWN') await checkWithdrawal(dossier, line, doc, last)
  else {
    demand(state === 'HELD', list.object, 'a-state-that-nobody-knows', state)
    checkHeld(doc, head, object)
  }
}

/** Only a receipt that says so, or one that came under a head too late, holds a bid; otherwise it would be dropped. */
function checkHeld(receipt: Field, head: Head, object: string): void {
  const late = head.at - receipt.get('stamp').moment() > RECORDED_WITHIN_MS
  demand(receipt.get('verdict').value === 'HELD' || late, object, 'held-without-a-cause')
}

function checkReplaced(list: Entry, line: Field, lines: Field[]): void {
  const next = lines.find(
    (each) => each.get('bidId').is(line.get('bidId')) && each.get('seq').count === line.get('seq').count + 1,
  )
  demand(next !== undefined, list.object, 'replaced-by-nothing', folderOf(line))
  demand(line.get('because').is(next.get('headerHash')), list.object, 'replaced-by-another', folderOf(line))
}

function checkOnTime(receipt: Field, head: Head, deadline: number, object: string): void {
  const stamp = receipt.get('stamp').moment()
  receipt.get('verdict').equals('ON_TIME', 'a-live-bid-that-was-not-on-time')
  demand(stamp <= deadline, object, 'stamped-after-the-deadline', receipt.get('stamp').value)
  const after = head.at - stamp
  demand(after <= RECORDED_WITHIN_MS, object, 'in-no-published-head-within-120-s-after-its-stamp', `${after} ms`)
}

async function checkReceipt(dossier: Dossier, line: Field, object: string): Promise<{ doc: Field; head: Head }> {
  const file = await dossier.archive.json(object)
  file.exactly('doc', 'sig', 'leaf')
  const doc = file.get('doc')
  const index = proveLeaf(dossier, file.get('leaf'), doc.hash())
  const signer = platformSignature(dossier.trust?.receipts, file.get('sig').base64(), doc.canonical(), object)
  file.get('leaf').get('nonce').equalsField(doc.get('leafNonce'), 'the-log-has-it-under-another-nonce')
  doc.get('type').equals('bid-receipt', 'not-a-receipt')
  for (const id of ['tender', 'lot', 'log', 'trustFile', 'sandbox'])
    doc.get(id).equalsField(dossier.manifest.get(id), 'a-receipt-of-something-else')
  demandSameLine(doc, line)
  doc.get('stamp').moment()
  doc.get('boundMs').number()
  const head = dossier.headOver(index)
  demand(head !== undefined, object, 'under-no-head')
  if (dossier.trust) demandAnchor(dossier.trust.receipts, signer, head.machineAt, object)
  return { doc, head }
}

function demandSameLine(doc: Field, line: Field): void {
  for (const id of ['bidId', 'seq', 'headerHash'])
    doc.get(id).equalsField(line.get(id), 'differs-from-the-line-of-the-bid-list')
}

/** The statement of a withdrawal and its receipt, unless the cut withholds them. */
async function checkWithdrawal(dossier: Dossier, line: Field, receipt: Field, last: Map<string, string>) {
  const object = `${folderOf(line)}/withdrawal.json`
  if (!dossier.isWhole && !dossier.archive.has(object)) {
    dossier.withheld.push(object)
    last.delete(line.get('bidId').said)
    return
  }
  const statement = await dossier.archive.json(object)
  statement.exactly('doc', 'sig')
  const doc = statement.get('doc')
  const hash = doc.hexHash()
  demand(line.get('because').value === hash, object, 'not-the-statement-that-the-list-names')
  const signer = dossier.signerAt(statement, object, receipt.get('stamp').moment())
  doc.get('type').equals('bid-withdrawal', 'not-a-withdrawal')
  demandSameLine(doc, line)
  demand(receipt.get('bidder').value === hex(signer.id), object, 'signed-by-another-bidder')
  const taken = await checkReceipt(dossier, line, `${folderOf(line)}/withdrawal-receipt.json`)
  taken.doc.get('act').equals('WITHDRAWN', 'not-the-receipt-of-a-withdrawal')
  taken.doc.get('statement').equals(hash, 'the-receipt-of-another-statement')
  last.set(line.get('bidId').said, taken.doc.hexHash())
}
