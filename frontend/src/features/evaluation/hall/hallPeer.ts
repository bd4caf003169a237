import type { PeerSignal, TrackRole } from './hallLine'
import { applyLevel, sampleOf, type Level, type Sample } from './quality'

/** What this browser can send. */
export interface OwnTracks {
  microphone: MediaStreamTrack | undefined
  camera: MediaStreamTrack | undefined
  screen: MediaStreamTrack | undefined
}

/** Who hears of a line to another browser. */
export interface PeerEars {
  send(signal: PeerSignal): void
  got(role: TrackRole, track: MediaStreamTrack): void
  stands(state: RTCIceConnectionState): void
}

/**
 * How this browser and the other are to one another: `offers` begins, `yields` gives way when both offer at once,
 * `sends` whether anything goes there, `takes` whether anything comes from there.
 */
export interface PeerManner {
  offers: boolean
  yields: boolean
  sends: boolean
  takes: boolean
}

const PATIENCE_MS = 4000

/** The line to one other participant, to a watcher or to the recorder (媒体连接). */
export class HallPeer {
  private readonly connection: RTCPeerConnection
  private readonly roles = new Map<RTCRtpTransceiver, TrackRole>()
  private theirs: Record<string, TrackRole> = {}
  private readonly waiting: RTCIceCandidateInit[] = []
  private offering = false
  private timer: number | undefined
  private work: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly manner: PeerManner,
    servers: RTCIceServer[],
    private readonly own: OwnTracks,
    private level: Level,
    private readonly ears: PeerEars,
  ) {
    this.connection = new RTCPeerConnection({ iceServers: servers })
    this.connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate)
        ears.send({
          kind: 'candidate',
          candidate: candidate.candidate,
          sdpMid: candidate.sdpMid,
          sdpMLineIndex: candidate.sdpMLineIndex,
        })
    }
    this.connection.ontrack = ({ track, transceiver }) => this.arrived(track, transceiver)
    this.connection.oniceconnectionstatechange = () => this.stands()
    this.connection.onnegotiationneeded = () => this.inTurn(() => this.offer())
    if (manner.offers) this.prepare()
  }

  /** Takes a signal of the other; one after another, because each may wait. */
  take(signal: PeerSignal): void {
    this.inTurn(() => this.taken(signal))
  }

  /** Sends another track of this role from now on, or none. */
  async replace(role: TrackRole, track: MediaStreamTrack | null): Promise<void> {
    if (!this.manner.sends) return
    const found = [...this.roles].find(([, kind]) => kind === role)?.[0]
    if (found) {
      await found.sender.replaceTrack(track)
      if (role === 'screen') found.direction = track ? 'sendonly' : 'inactive'
      if (role === 'camera') await this.lower(this.level)
    } else if (track && role === 'screen' && this.connection.remoteDescription) this.add(role, track)
  }

  /** Sends so much of the picture. */
  async lower(level: Level): Promise<void> {
    this.level = level
    for (const [{ sender }, role] of this.roles) if (role === 'camera' && sender.track) await applyLevel(sender, level)
  }

  /** What the other received of us of late. */
  async sample(): Promise<Sample | undefined> {
    return this.connection.iceConnectionState === 'connected' || this.connection.iceConnectionState === 'completed'
      ? sampleOf(await this.connection.getStats())
      : undefined
  }

  /** How loud it is there, from 0 to 1. */
  voice(): number {
    const receivers = this.connection.getReceivers().filter(({ track }) => track.kind === 'audio')
    return Math.max(0, ...receivers.flatMap((it) => it.getSynchronizationSources().map((one) => one.audioLevel ?? 0)))
  }

  /** Other servers, with fresh names, for the next way. */
  serve(servers: RTCIceServer[]): void {
    this.connection.setConfiguration({ iceServers: servers })
  }

  close(): void {
    clearTimeout(this.timer)
    this.connection.onnegotiationneeded = null
    this.connection.oniceconnectionstatechange = null
    this.connection.close()
  }

  private inTurn(act: () => Promise<void>): void {
    this.work = this.work.then(act).catch(() => {
      if (this.connection.signalingState !== 'closed') this.restartSoon()
    })
  }

  private prepare(): void {
    this.add('microphone', this.own.microphone)
    this.add('camera', this.own.camera)
    if (this.own.screen) this.add('screen', this.own.screen)
  }

  private add(role: TrackRole, track: MediaStreamTrack | undefined): void {
    const kind = role === 'microphone' ? 'audio' : 'video'
    const both = this.manner.takes && role !== 'screen'
    const transceiver = this.connection.addTransceiver(track ?? kind, { direction: both ? 'sendrecv' : 'sendonly' })
    this.roles.set(transceiver, role)
  }

  private async offer(): Promise<void> {
    if (this.connection.signalingState !== 'stable' || (!this.manner.offers && this.roles.size === 0)) return
    this.offering = true
    try {
      await this.connection.setLocalDescription()
      this.describe('offer')
      await this.lower(this.level)
    } finally {
      this.offering = false
    }
  }

  private describe(kind: 'offer' | 'answer'): void {
    const sdp = this.connection.localDescription!.sdp
    if (kind === 'answer') this.ears.send({ kind, sdp })
    else {
      const named = [...this.roles].flatMap(([{ mid }, role]) => (mid === null ? [] : [[mid, role] as const]))
      this.ears.send({ kind, sdp, tracks: Object.fromEntries(named) })
    }
  }

  private async taken(signal: PeerSignal): Promise<void> {
    if (signal.kind === 'candidate') {
      const { candidate, sdpMid, sdpMLineIndex } = signal
      await this.addCandidate({ candidate, sdpMid, sdpMLineIndex })
      return
    }
    const glare = signal.kind === 'offer' && (this.offering || this.connection.signalingState !== 'stable')
    if (glare && !this.manner.yields) return
    if (signal.kind === 'offer') this.theirs = signal.tracks
    await this.connection.setRemoteDescription({ type: signal.kind, sdp: signal.sdp })
    for (const one of this.waiting.splice(0)) await this.addCandidate(one)
    if (signal.kind === 'offer') {
      if (this.manner.sends) await this.join()
      await this.connection.setLocalDescription()
      this.describe('answer')
      await this.lower(this.level)
    }
  }

  /** Puts the own tracks on the lines that the other opened for them. */
  private async join(): Promise<void> {
    for (const transceiver of this.connection.getTransceivers()) {
      const role = transceiver.mid === null ? undefined : this.theirs[transceiver.mid]
      if (this.roles.has(transceiver) || !role || role === 'screen') continue
      this.roles.set(transceiver, role)
      transceiver.direction = 'sendrecv'
      await transceiver.sender.replaceTrack(this.own[role] ?? null)
    }
    const shown = [...this.roles.values()].includes('screen')
    if (this.own.screen && !shown) this.add('screen', this.own.screen)
  }

  private async addCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    if (this.connection.remoteDescription) await this.connection.addIceCandidate(candidate).catch(() => undefined)
    else this.waiting.push(candidate)
  }

  private arrived(track: MediaStreamTrack, transceiver: RTCRtpTransceiver): void {
    const role = this.roles.get(transceiver) ?? this.theirs[transceiver.mid ?? '']
    if (role) this.ears.got(role, track)
  }

  private stands(): void {
    const state = this.connection.iceConnectionState
    clearTimeout(this.timer)
    if (state === 'failed') this.restart()
    if (state === 'disconnected') this.restartSoon()
    this.ears.stands(state)
  }

  private restartSoon(): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.restart(), PATIENCE_MS)
  }

  /** Looks for another way; whoever never offers waits for the other to do so. */
  private restart(): void {
    if (this.manner.sends) this.connection.restartIce()
  }
}
