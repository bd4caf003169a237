import { hex } from '@/shared/trust/bytes'
import { canonical, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { isBlank } from '../blank'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { Field } from '../field'

const KINDS = ['PAPER', 'DOCUMENT', 'MEDIA']
const MATTERS = ['SIGN_IN', 'ID_CHECK', 'DEVICE_LOCK', 'WITNESS', 'ROOM_CAMERA', 'OTHER']
const CLOCKS_MS = 5000

/** Tells the unified social credit code with which a statement was signed. */
export type UsccOf = (dossier: Dossier, statement: Field, entry: Entry) => string

/** The steps of one handover (移交经过): list, receipt, and again for what was sent back, each tied to the one before. */
export class HandoverSteps {
  private former?: { doc: Field; receipt: Field }

  constructor(
    private readonly dossier: Dossier,
    private readonly entry: Entry,
    private readonly line: Field,
    private readonly signer: UsccOf,
  ) {}

  check(isToldLate: boolean): void {
    const body = this.dossier.body(this.entry)
    body.get('site').equalsField(this.line.get('site'), 'handed-over-by-another-site')
    const steps = body.get('steps').items
    demand(steps.length > 0, body.get('steps').path, 'nothing-was-handed-over')
    let before = -Infinity
    steps.forEach((step, i) => (before = this.step(step, i + 1, i === steps.length - 1, before)))
    const isLate = steps[0]!.get('at').moment() > this.line.get('until').moment()
    const told = isLate === isToldLate && body.get('late').value === isLate
    demand(told, body.get('late').path, 'late-and-not-on-record')
  }

  private step(step: Field, number: number, isLast: boolean, before: number): number {
    const [doc, receipt] = [step.get('statement').get('doc'), step.get('receipt').get('doc')]
    this.list(doc, number)
    const [at, receivedAt] = [step.get('at').moment(), step.get('receivedAt').moment()]
    const inOrder = at >= before && receivedAt >= at && receivedAt <= this.entry.at + CLOCKS_MS
    demand(inOrder, step.path, 'steps-of-a-handover-out-of-order')
    this.receipt(step, doc, receipt, number)
    const recorded = new Field('recording', recordedIn(this.dossier, receivedAt + CLOCKS_MS))
    demand(receipt.get('recording').is(recorded), receipt.get('recording').path, 'not-what-was-recorded')
    checkRulings(doc, receipt, isLast)
    const uscc = this.signer(this.dossier, step.get('statement'), this.entry)
    demand(uscc === this.line.get('operator').value, step.path, 'not-handed-over-by-its-site')
    const main = this.signer(this.dossier, step.get('receipt'), this.entry)
    demand(main !== uscc, step.path, 'received-by-who-handed-over')
    this.former = { doc, receipt }
    return receivedAt
  }

  private list(doc: Field, number: number): void {
    doc.get('type').equals('handover', 'not-a-handover')
    doc.get('number').equals(number, 'not-the-next-number-of-a-handover')
    for (const field of ['booking', 'site', 'until'])
      doc.get(field).equalsField(this.line.get(field), 'a-handover-of-another-booking')
    const former = this.former ? this.former.receipt.hexHash() : null
    doc.get('former').equals(former, 'a-handover-that-does-not-follow-its-receipt')
    const items = doc.get('items').items
    demand(items.length > 0, doc.path, 'nothing-was-handed-over')
    items.forEach(checkItem)
    this.kept(doc)
  }

  /** What was received stays as it was; what was sent back keeps its number. */
  private kept(doc: Field): void {
    if (!this.former) return
    const now = doc.get('items').items
    const before = this.former.doc.get('items').items
    demand(now.length >= before.length, doc.path, 'an-item-was-dropped')
    const rulings = this.former.receipt.get('rulings').items
    before.forEach((item, i) => {
      const isReceived = rulings[i]?.get('accepted').value === true
      demand(!isReceived || now[i]!.is(item), now[i]!.path, 'an-item-that-was-received-is-another')
    })
  }

  private receipt(step: Field, doc: Field, receipt: Field, number: number): void {
    receipt.get('type').equals('handover-receipt', 'not-a-receipt-of-a-handover')
    const session = this.dossier.body(this.entry).get('session')
    receipt.get('session').equalsField(session, 'a-receipt-of-another-handover')
    receipt.get('booking').equalsField(this.line.get('booking'), 'a-receipt-of-another-handover')
    receipt.get('number').equals(number, 'a-receipt-of-another-handover')
    receipt.get('submission').equals(doc.hexHash(), 'a-receipt-of-another-handover')
    receipt.get('submittedAt').equalsField(step.get('at'), 'not-when-it-was-handed-over')
  }
}

function checkItem(item: Field, i: number): void {
  item.exactly('number', 'kind', 'matter', 'sheets', 'sm3', 'length', 'delivery')
  item.get('number').equals(i + 1, 'items-of-a-handover-not-in-order')
  item.get('sm3').bytes(32)
  const [kind, delivery] = [item.get('kind').said, item.get('delivery').said]
  const isKnown = KINDS.includes(kind) && MATTERS.includes(item.get('matter').said)
  const isDelivered = delivery === 'UPLOADED' || (delivery === 'CARRIER' && kind === 'MEDIA')
  demand(isKnown && isDelivered, item.path, 'an-item-that-cannot-be-handed-over')
  const sheets = item.get('sheets')
  demand(kind === 'PAPER' ? sheets.count >= 1 : sheets.isNull, sheets.path, 'paper-without-its-sheets')
  demand(item.get('length').count >= 1, item.path, 'an-item-that-cannot-be-handed-over')
}

function checkRulings(doc: Field, receipt: Field, isLast: boolean): void {
  const items = doc.get('items').items
  const rulings = receipt.get('rulings').items
  demand(rulings.length === items.length, receipt.path, 'an-item-on-which-nobody-ruled')
  rulings.forEach((ruling, i) => {
    ruling.get('number').equals(i + 1, 'an-item-on-which-nobody-ruled')
    const isReasoned = (ruling.get('accepted').value === true) === isBlank(ruling.get('reason').said)
    demand(isReasoned, ruling.path, 'sent-back-without-a-reason')
  })
  const isWhole = rulings.every((ruling) => ruling.get('accepted').value === true)
  demand(isWhole === isLast, receipt.path, isLast ? 'not-everything-was-received' : 'received-before-its-end')
}

/** What the recording's items say that were told up to a moment, by track; `null` where nothing was recorded. */
function recordedIn(dossier: Dossier, upTo: number): Json {
  const tracks = new Map<string, JsonObject[]>()
  const told = dossier.all('evaluation/recording-head')
  const behind = told.findIndex(({ at }) => at > upTo)
  const heads = told.slice(0, behind < 0 ? told.length : behind).map((entry) => dossier.body(entry))
  for (const head of heads)
    for (const item of head.get('items').items) {
      if (item.get('kind').value !== 'SEGMENT') continue
      const part = Object.fromEntries(['file', 'offset', 'length', 'hash'].map((name) => [name, item.get(name).value!]))
      const track = item.get('track').said
      tracks.set(track, [...(tracks.get(track) ?? []), part])
    }
  const last = heads.at(-1)
  if (!last) return null
  return {
    items: last.get('to').value!,
    head: last.get('head').value!,
    tracks: [...tracks.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([track, parts]) => ({
        track,
        files: new Set(parts.map(({ file }) => file)).size,
        bytes: parts.reduce((sum, { length }) => sum + Number(length), 0),
        sm3: hex(sm3(canonical(parts))),
      })),
  }
}
