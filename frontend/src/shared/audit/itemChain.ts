import { hex } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from './broken'
import type { Field } from './field'

const EVENTS = ['JOIN', 'LEAVE', 'MUTE', 'UNMUTE', 'CAMERA_OFF', 'CAMERA_ON', 'SCREEN_ON', 'SCREEN_OFF', 'RECONNECT']
const ABSENCES = ['JOIN', 'RECONNECT', 'SCREEN_ON']
const HOLE_MS_MAX = 2_000
const OVERLAP_MS_MAX = 1_000
const HEAD = ['seq', 'previous', 'at', 'kind']

/** The items of one recording in their order: each follows the one before, and nothing is missing between two parts. */
export class ItemChain {
  seq = 0
  hash = '0'.repeat(64)
  bytes = 0
  closed = false
  /** How often it went on behind its end, for a re-review. */
  reopenings = 0
  private at = Number.NEGATIVE_INFINITY
  private readonly files = new Map<string, { track: string; end: number }>()
  private readonly joined = new Set<string>()
  private readonly ends = new Map<string, number>()
  private readonly broken = new Set<string>()

  constructor(private readonly session: string) {}

  /** Takes the next item, or breaks `object`. */
  take(item: Field, object: string): void {
    const reopens = item.get('kind').value === 'REOPENED'
    demand(this.closed === reopens, object, 'something-stands-behind-the-end-of-a-recording')
    demand(item.get('seq').number() === this.seq + 1, object, 'an-item-of-a-recording-is-missing')
    demand(item.get('previous').value === this.hash, object, 'an-item-that-does-not-follow-the-one-before')
    const at = item.get('at').moment()
    demand(at >= this.at, object, 'time-of-a-recording-runs-backwards')
    const kind = item.get('kind').text()
    demand((kind === 'OPENED') === (this.seq === 0), object, 'a-recording-does-not-begin-with-its-opening')
    this.takeKind(kind, item, object)
    this.seq++
    this.hash = itemHash(item)
    this.at = at
  }

  private takeKind(kind: string, item: Field, object: string): void {
    if (EVENTS.includes(kind)) {
      item.exactly(...HEAD, 'participant')
      return this.takeEvent(kind, item.get('participant').text())
    }
    switch (kind) {
      case 'OPENED':
        item.exactly(...HEAD, 'session')
        return demand(item.get('session').value === this.session, object, 'a-recording-of-another-session')
      case 'SEGMENT':
        return this.takeSegment(item, object)
      case 'GAP':
        return span(item, object)
      case 'FAULT':
        span(item, object, 'reason')
        this.broken.add(item.get('track').said)
        return
      case 'CLOSED':
      case 'REOPENED':
        item.exactly(...HEAD)
        this.closed = kind === 'CLOSED'
        this.reopenings += this.closed ? 0 : 1
        return
      default:
        demand(false, object, 'an-unknown-item-of-a-recording', kind)
    }
  }

  /** Who comes, comes back or begins to show a screen may have been away before. */
  private takeEvent(kind: string, participant: string): void {
    if (kind === 'JOIN') this.joined.add(participant)
    if (ABSENCES.includes(kind)) this.broken.add(participant).add(`${participant}.screen`).add(`${participant}.sound`)
  }

  private takeSegment(item: Field, object: string): void {
    span(item, object, 'file', 'offset', 'length', 'hash')
    const track = item.get('track').said
    const file = item.get('file').text()
    item.get('hash').bytes(32)
    const participant = track.replace(/\.(screen|sound)$/, '')
    this.place(item, { track, participant, file }, object)
    demand(this.joined.has(participant), object, 'a-part-of-nobody-who-was-there', track)
    this.bytes += item.get('length').number()
    const last = this.ends.get(track)
    this.ends.set(track, item.get('to').moment())
    const mayBeAway = this.broken.delete(track)
    if (last === undefined) return
    const hole = item.get('from').moment() - last
    demand(mayBeAway || hole <= HOLE_MS_MAX, object, 'a-gap-of-a-recording-that-no-item-tells', hole)
    demand(hole >= -OVERLAP_MS_MAX, object, 'parts-of-a-recording-overlap', -hole)
  }

  /** A file stands once and whole; one that only grows stands piece behind piece, and in one track. */
  private place(item: Field, of: { track: string; participant: string; file: string }, object: string): void {
    const former = this.files.get(of.file)
    const grows = of.file.endsWith('.mjr')
    const offset = item.get('offset').number()
    const own = of.file.startsWith(`${grows ? of.participant : of.track}/`)
    const once = former === undefined || (grows && former.track === of.track)
    const next = offset === (former?.end ?? 0)
    demand(own && once && next, object, 'a-file-of-a-recording-twice-or-elsewhere', of.file)
    this.files.set(of.file, { track: of.track, end: offset + item.get('length').number() })
  }
}

function span(item: Field, object: string, ...more: string[]): void {
  item.exactly(...HEAD, 'track', 'from', 'to', ...more)
  item.get('track').text()
  const from = item.get('from').moment()
  demand(item.get('to').moment() >= from, object, 'a-part-of-a-recording-ends-too-early')
}

/** SM3("QR1 item" ‖ canonical item), hex. */
export const itemHash = (item: Field): string => hex(sm3('QR1 item', item.canonical()))
