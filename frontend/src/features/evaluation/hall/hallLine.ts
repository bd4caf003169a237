import { problemBehind, type Problem } from '@/shared/api/http'
import { askTicket, plainServers, type Ticket } from './hall'

/** What a participant sends at the moment (发送状态). */
export interface Sending {
  microphone: boolean
  camera: boolean
  screen: boolean
  /** Whether its line is too bad for its picture. */
  lowered: boolean
}

/** A signal between two browsers, or to the recorder (信令). */
export type PeerSignal =
  | { kind: 'offer'; sdp: string; tracks: Record<string, TrackRole> }
  | { kind: 'answer'; sdp: string }
  | { kind: 'candidate'; candidate: string; sdpMid: string | null; sdpMLineIndex: number | null }

/** The same, or the word that a line has to be made anew. */
export type Signal = PeerSignal | { kind: 'renew' }

/** The wish for a line of somebody, where a server carries the media. */
export type Wish = { kind: 'wanted' }

export type TrackRole = 'camera' | 'microphone' | 'screen'

/** Somebody who is there. */
export interface Here {
  label: string
  watches: boolean
  sending: Sending
}

/** What the platform says on the line. */
export type Heard =
  | {
      kind: 'entered'
      label: string
      watches: boolean
      hall: 'MESH' | 'JANUS'
      present: Here[]
      links: { peer: string; offers: boolean }[]
    }
  | { kind: 'came'; label: string; watches: boolean; offers?: boolean }
  | { kind: 'left'; label: string }
  | { kind: 'state'; label: string; sending: Sending }
  | { kind: 'signal'; from: string; signal: Signal }
  | { kind: 'changed'; what: 'text' | 'warnings' | 'freeze' }
  | { kind: 'ice'; iceServers: RTCIceServer[] }
  | { kind: 'here' }

/** How the line stands: `WAITING` between two tries. */
export type LineState = 'OFF' | 'ENTERING' | 'HERE' | 'WAITING' | 'ENDED'

/** Who hears what comes, and how the line stands. */
export interface LineEars {
  heard(message: Heard): void
  stands(state: LineState, problem?: Problem, closed?: number): void
  servers(ice: RTCIceServer[]): void
}

const BACK_OFF_MS = [500, 1000, 2000, 4000, 8000, 15_000]
const SIGN_MS = 10_000
const SILENCE_MS = 25_000
/** The platform ended it and means it: taken over elsewhere, put out, closed, no member any more. */
const FINAL = [4001, 4003, 4004, 4005]
/** A place that may be had later. */
const PASSING = ['client/offline', 'hall/ticket', 'terminal/stale', 'client/unexpected']

/** The line of this browser to its hall (信令通道): comes again by itself with a new ticket, ever more slowly. */
export class HallLine {
  private socket: WebSocket | undefined
  private timer: number | undefined
  private signs: number | undefined
  private lastHeard = 0
  private failures = 0
  private over = true

  constructor(
    private readonly session: string,
    private readonly ears: LineEars,
  ) {}

  open(): void {
    if (!this.over) return
    this.over = false
    this.failures = 0
    void this.connect()
  }

  /** Leaves for good. */
  close(): void {
    this.over = true
    this.quiet()
    this.ears.stands('OFF')
  }

  send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message))
  }

  private async connect(): Promise<void> {
    this.ears.stands(this.failures === 0 ? 'ENTERING' : 'WAITING')
    let ticket: Ticket
    try {
      ticket = await askTicket(this.session)
    } catch (thrown) {
      this.refused(problemBehind(thrown))
      return
    }
    if (this.over) return
    this.ears.servers(plainServers(ticket.iceServers))
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/api/evaluation/live/halls/${this.session}`)
    this.socket = socket
    socket.onopen = () => this.send({ kind: 'enter', ticket: ticket.ticket })
    socket.onmessage = ({ data }) => this.take(JSON.parse(String(data)) as Heard)
    socket.onclose = ({ code }) => {
      if (this.socket === socket) this.lost(code)
    }
  }

  private take(message: Heard): void {
    this.lastHeard = Date.now()
    if (message.kind === 'entered') {
      this.failures = 0
      this.ears.stands('HERE')
      clearInterval(this.signs)
      this.signs = window.setInterval(() => this.sign(), SIGN_MS)
    }
    this.ears.heard(message)
  }

  /** A line that gives no answer is dead before TCP knows. */
  private sign(): void {
    if (Date.now() - this.lastHeard > SILENCE_MS) {
      const dead = this.socket
      this.socket = undefined
      dead?.close()
      this.lost(0)
    } else this.send({ kind: 'here' })
  }

  private refused(problem: Problem): void {
    const passing = PASSING.includes(problem.code) || problem.status >= 500
    if (this.over) return
    if (passing) this.again(problem)
    else {
      this.over = true
      this.ears.stands('ENDED', problem)
    }
  }

  private lost(code: number): void {
    this.quiet()
    if (this.over) return
    if (FINAL.includes(code)) {
      this.over = true
      this.ears.stands('ENDED', undefined, code)
    } else this.again()
  }

  private again(problem?: Problem): void {
    const wait = BACK_OFF_MS[Math.min(this.failures++, BACK_OFF_MS.length - 1)]
    this.ears.stands('WAITING', problem)
    this.timer = window.setTimeout(() => void this.connect(), wait)
  }

  private quiet(): void {
    clearTimeout(this.timer)
    clearInterval(this.signs)
    const socket = this.socket
    this.socket = undefined
    socket?.close()
  }
}
