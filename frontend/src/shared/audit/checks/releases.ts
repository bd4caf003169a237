import { hex } from '@/shared/trust/bytes'
import type { BidHeader } from '@/shared/trust/bes1/header'
import { decodeSm2Cipher } from '@/shared/trust/sm2wrap'
import { Broken, demand, within } from '../broken'
import { usccOf } from '@/shared/trust/certificates'
import { demandAnchor, platformSignature, type Dossier, type Entry } from '../dossier'
import type { Field } from '../field'
import { BIDS_MIN, liveLines } from '../lines'
import { currentSet } from '../lotSets'
import { checkCausation } from './causation'
import { ReleaseTime } from './releaseTime'

const TYPES = ['lot/released', 'lot/release-extended', 'lot/release-list']

/** Whether the tender was published with release by its bidders. */
export const isByBidders = (dossier: Dossier): boolean => dossier.publication.get('openingMode').value === 'BIDDERS'

/** The header with the wraps that its bidder released; as it is in mode TRUSTEES. */
export function releasedHeader(dossier: Dossier, header: BidHeader): BidHeader {
  if (!isByBidders(dossier)) return header
  const id = hex(header.bidId)
  const entry = dossier.all('lot/released').find((each) => dossier.doc(each).get('bidId').value === id)
  if (!entry) return header
  const trustees = dossier
    .doc(entry)
    .get('shares')
    .items.map((share) => {
      share.exactly('member', 'shareCommit', 'wrap')
      const wrap = share.get('wrap').base64()
      return {
        trusteeId: share.get('member').bytes(32),
        shareCommit: share.get('shareCommit').bytes(32),
        wrap: within(share.path, 'malformed', () => decodeSm2Cipher(wrap)),
      }
    })
  return { ...header, trustees }
}

/** The line of the release list of a bid that was not released; nothing for one that was, and in mode TRUSTEES. */
export function unreleasedLine(dossier: Dossier, bidId: string): Field | undefined {
  const list = isByBidders(dossier) ? dossier.first('lot/release-list') : undefined
  const lines = list ? dossier.body(list).get('bids').items : []
  return lines.find((line) => line.get('bidId').value === bidId && line.get('outcome').value !== 'RELEASED')
}

/**
 * Mode BIDDERS: each release by the bidder of its bid, for the published list and the published trustees, within the
 * window; every live bid in the release list, released or with a signed cause.
 */
export async function checkReleases(dossier: Dossier): Promise<number> {
  const [list, ...again] = dossier.all('lot/release-list')
  if (!isByBidders(dossier)) {
    dossier.publication.get('openingMode').equals('TRUSTEES', 'an-unknown-opening-mode')
    const release = dossier.entries.find(({ type }) => TYPES.includes(type))
    demand(release === undefined, release?.object ?? '', 'a-release-where-the-trustees-open')
    return 0
  }
  if (!list) {
    const opened = dossier.first('lot/opened')
    demand(opened === undefined, opened?.object ?? '', 'opened-without-a-release-list')
    return 0
  }
  demand(again.length === 0, again.at(-1)?.object ?? '', 'a-second-release-list')
  return new ReleaseWindow(dossier, list, await checkpointOf(dossier, list)).check()
}

/** SM3 of the first published head over the bid list. */
async function checkpointOf(dossier: Dossier, list: Entry): Promise<string> {
  const bidList = dossier.first('lot/bid-list')
  demand(bidList !== undefined, list.object, 'opened-without-a-bid-list')
  const i = dossier.heads.findIndex((head) => head.size > bidList.index)
  demand(i >= 0, bidList.object, 'under-no-head')
  return (await dossier.archive.json('heads.json')).items[i]!.get('head').hexHash()
}

/** What happened in one window. */
class ReleaseWindow {
  private readonly live: Field[]
  private readonly names: Entry
  private readonly bidList: Entry
  private readonly releases = new Map<string, string>()

  constructor(
    private readonly dossier: Dossier,
    private readonly list: Entry,
    private readonly checkpoint: string,
  ) {
    const names = dossier.first('lot/names')
    demand(names !== undefined, list.object, 'released-before-the-names-were-read')
    this.names = names
    this.bidList = dossier.first('lot/bid-list')!
    this.live = liveLines(dossier)
  }

  check(): number {
    const body = this.dossier.body(this.list).exactly('bidList', 'opensAt', 'closesAt', 'bids')
    body.get('bidList').equals(this.bidList.contentHash, 'a-release-list-of-another-bid-list')
    const opensAt = body.get('opensAt').moment()
    demand(opensAt >= this.names.at, body.get('opensAt').path, 'released-before-the-names-were-read')
    const time = new ReleaseTime(this.dossier, opensAt)
    let still: Entry | undefined
    for (const entry of this.dossier.entries) {
      if (entry.type === 'lot/suspended') still = entry
      const isDuring = entry.n > this.names.n && entry.n < this.list.n
      if (entry.type === 'lot/suspension-decided' && isDuring) time.stoodStill(still!.at, entry.at)
      if (!['lot/released', 'lot/release-extended'].includes(entry.type)) continue
      demand(entry.n > this.names.n, entry.object, 'released-before-the-names-were-read')
      demand(entry.n < this.list.n, entry.object, 'released-behind-the-release-list')
      if (entry.type === 'lot/released') this.release(entry, time)
      else time.extend(entry)
    }
    const closed = body.get('closesAt').moment() === time.end && this.list.at > time.end
    demand(closed, body.get('closesAt').path, 'not-the-time-that-was-published-or-extended')
    this.checkLines(body.get('bids').items)
    return this.releases.size
  }

  private release(entry: Entry, time: ReleaseTime): void {
    const { dossier } = this
    dossier.body(entry).exactly('statement', 'receipt')
    const doc = dossier.doc(entry)
    doc.get('type').equals('bid-release', 'not-a-release')
    const bidId = doc.get('bidId').text()
    const line = this.live.find((each) => each.get('bidId').value === bidId)
    demand(line !== undefined, entry.object, 'a-release-of-no-live-bid', bidId)
    doc.get('headerHash').equalsField(line.get('headerHash'), 'a-release-of-another-envelope')
    doc.get('lot').equalsField(dossier.lot, 'a-release-in-another-lot')
    doc.get('bidList').equals(this.bidList.contentHash, 'released-for-another-bid-list')
    doc.get('checkpoint').equals(this.checkpoint, 'released-under-another-head')
    doc.get('trusteeSet').equals(currentSet(dossier).id, 'released-to-other-trustees')
    const uscc = usccOf(dossier.signerOf(dossier.body(entry).get('statement'), entry))
    demand(this.ownerOf(bidId) === uscc, entry.object, 'released-by-another-bidder', uscc)
    demand(!this.releases.has(bidId), entry.object, 'released-twice', bidId)
    this.releases.set(bidId, doc.hexHash())
    this.checkReceipt(entry, line, doc.hexHash(), time)
  }

  private checkReceipt(entry: Entry, line: Field, hash: string, time: ReleaseTime): void {
    const receipt = this.dossier.body(entry).get('receipt').exactly('doc', 'sig')
    const doc = this.byPlatform(receipt, entry)
    doc.get('type').equals('release-receipt', 'not-the-receipt-of-a-release')
    for (const id of ['tender', 'lot', 'log', 'trustFile', 'sandbox'])
      doc.get(id).equalsField(this.dossier.manifest.get(id), 'a-receipt-of-something-else')
    for (const id of ['bidId', 'headerHash']) doc.get(id).equalsField(line.get(id), 'a-receipt-of-something-else')
    doc.get('release').equals(hash, 'not-the-receipt-of-a-release')
    demand(time.contains(doc.get('stamp').moment()), doc.get('stamp').path, 'released-outside-the-window')
  }

  /** The doc of what the platform's receipt key signed. */
  private byPlatform(signed: Field, entry: Entry): Field {
    const doc = signed.get('doc')
    const sig = signed.get('sig').base64()
    const signer = platformSignature(this.dossier.trust?.receipts, sig, doc.canonical(), signed.path)
    const head = this.dossier.headOver(entry.index)
    demand(head !== undefined, signed.path, 'under-no-head')
    if (this.dossier.trust) demandAnchor(this.dossier.trust.receipts, signer, head.machineAt, signed.path)
    return doc
  }

  private ownerOf(bidId: string): string {
    const name = this.dossier
      .body(this.names)
      .get('bids')
      .items.find((each) => each.get('bidId').value === bidId)
    if (!name) throw new Broken(this.names.object, 'not-exactly-the-live-bids')
    return name.get('uscc').said
  }

  /** Every live bid once, in order, released or with its cause; and enough of them left. */
  private checkLines(lines: Field[]): void {
    const { object } = this.list
    demand(lines.length === this.live.length, object, 'not-exactly-the-live-bids', lines.length, this.live.length)
    let left = 0
    this.live.forEach((live, i) => {
      const line = lines[i]!.exactly('bidId', 'outcome', 'release', 'causation')
      demand(line.get('bidId').is(live.get('bidId')), object, 'not-the-live-bids')
      const hash = this.releases.get(live.get('bidId').said)
      if (line.get('outcome').value === 'RELEASED') {
        const told = hash !== undefined && line.get('release').value === hash && line.get('causation').isNull
        demand(told, line.path, 'released-without-a-release')
      } else {
        demand(hash === undefined && line.get('release').isNull, line.path, 'a-release-that-the-list-leaves-out')
        const doc = this.byPlatform(line.get('causation'), this.list)
        checkCausation(this.dossier, doc, line, live, this.dossier.body(this.list))
      }
      if (line.get('outcome').value !== 'DEEMED_WITHDRAWN') left++
    })
    demand(this.releases.size > 0 && left >= BIDS_MIN, object, 'closed-with-too-few-bids', left, BIDS_MIN)
  }
}
