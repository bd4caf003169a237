import { reactive, shallowReactive } from 'vue'
import type { Problem } from '@/shared/api/http'
import { HallLine, type Heard, type Here, type LineState, type Sending, type Signal, type TrackRole } from './hallLine'
import { HallPeer, type OwnTracks } from './hallPeer'
import { keptPicture, openCamera, openDevices, openScreen, troubleOf, type DeviceTrouble } from './ownMedia'
import { Ladder, markOf, type Level, type LineMark } from './quality'

/** Another participant on the page (视频席位). */
export interface Tile {
  label: string
  watches: boolean
  sending: Sending
  picture: MediaStream
  screen: MediaStream
  hasPicture: boolean
  hasScreen: boolean
  /** How loud it is there, from 0 to 1. */
  voice: number
  line: LineMark
}

/** The state of the hall that pages show. */
export interface RoomState {
  line: LineState
  problem: Problem | undefined
  closed: number | undefined
  label: string
  watches: boolean
  level: Level
  /** Whether the line to the recorder stands. */
  recorder: boolean
  microphone: boolean
  camera: boolean
  screen: boolean
  troubles: { microphone?: DeviceTrouble; camera?: DeviceTrouble; screen?: DeviceTrouble }
}

const RECORDER = 'recorder'
const NOTHING: Sending = { microphone: false, camera: false, screen: false, lowered: false }
const LOOK_MS = 2000
const VOICE_MS = 250
const CONNECTED = ['connected', 'completed']

/** The hall of a session in this browser (评标厅会场): one line, and one connection to each of the others. */
export class HallRoom {
  readonly state = reactive<RoomState>({
    line: 'OFF',
    problem: undefined,
    closed: undefined,
    label: '',
    watches: false,
    level: 0,
    recorder: false,
    microphone: false,
    camera: false,
    screen: false,
    troubles: {},
  })
  readonly tiles = shallowReactive(new Map<string, Tile>())
  readonly picture = new MediaStream()
  private readonly own: OwnTracks = { microphone: undefined, camera: undefined, screen: undefined }
  private readonly peers = new Map<string, HallPeer>()
  private readonly line: HallLine
  private ladder = new Ladder()
  private servers: RTCIceServer[] = []
  /** Whether a server carries the media: then this browser sends to it alone, and asks it for the others. */
  private served = false
  private timers: number[] = []

  constructor(
    session: string,
    private readonly changed: (what: string) => void,
  ) {
    this.line = new HallLine(session, {
      heard: (message) => this.heard(message),
      stands: (line, problem, closed) => Object.assign(this.state, { line, problem, closed }),
      servers: (servers) => (this.servers = servers),
    })
  }

  /** Comes in; a watcher without camera and microphone. */
  async enter(watches: boolean): Promise<void> {
    this.state.watches = watches
    if (!watches) await this.openOwn()
    this.line.open()
    this.timers = [
      window.setInterval(() => void this.look(), LOOK_MS),
      window.setInterval(() => this.listen(), VOICE_MS),
    ]
  }

  leave(): void {
    this.timers.forEach((timer) => clearInterval(timer))
    this.hangUp()
    this.line.close()
    for (const track of Object.values(this.own) as (MediaStreamTrack | undefined)[]) track?.stop()
    this.own.microphone = this.own.camera = this.own.screen = undefined
    this.picture.getTracks().forEach((track) => this.picture.removeTrack(track))
    Object.assign(this.state, { microphone: false, camera: false, screen: false, level: 0 })
  }

  /** Asks for the devices that are not there yet. */
  async openOwn(): Promise<void> {
    const devices = await openDevices(keptPicture())
    this.state.troubles = { ...devices.troubles }
    await this.put('microphone', devices.microphone)
    await this.put('camera', devices.camera)
    this.tell()
  }

  toggleMicrophone(): void {
    const track = this.own.microphone
    if (!track) return void this.openOwn()
    track.enabled = !track.enabled
    this.state.microphone = track.enabled
    this.tell()
  }

  async toggleCamera(): Promise<void> {
    if (this.own.camera) {
      this.own.camera.stop()
      await this.put('camera', undefined)
    } else
      try {
        await this.put('camera', await openCamera(keptPicture()))
        this.state.troubles.camera = undefined
      } catch (thrown) {
        this.state.troubles.camera = troubleOf(thrown)
      }
    this.tell()
  }

  async toggleScreen(): Promise<void> {
    if (this.own.screen) {
      this.own.screen.stop()
      await this.put('screen', undefined)
    } else
      try {
        const track = await openScreen()
        if (!track) return
        track.onended = () => void this.put('screen', undefined).then(() => this.tell())
        await this.put('screen', track)
        this.state.troubles.screen = undefined
      } catch (thrown) {
        this.state.troubles.screen = troubleOf(thrown)
      }
    this.tell()
  }

  private async put(role: TrackRole, track: MediaStreamTrack | undefined): Promise<void> {
    const former = this.own[role]
    if (former && former !== track) former.stop()
    this.own[role] = track
    this.state[role] = track !== undefined && track.enabled
    if (role === 'camera') {
      this.picture.getTracks().forEach((one) => this.picture.removeTrack(one))
      if (track) this.picture.addTrack(track)
    }
    await Promise.all([...this.peers.values()].map((peer) => peer.replace(role, track ?? null)))
  }

  private tell(): void {
    const { microphone, camera, screen, level } = this.state
    this.line.send({ kind: 'state', sending: { microphone, camera: camera && level < 3, screen, lowered: level > 0 } })
  }

  private heard(message: Heard): void {
    if (message.kind === 'entered') this.entered(message)
    else if (message.kind === 'came') this.came(message)
    else if (message.kind === 'left') this.gone(message.label)
    else if (message.kind === 'state') this.change(message.label, { sending: message.sending })
    else if (message.kind === 'signal') this.signalled(message.from, message.signal)
    else if (message.kind === 'changed') this.changed(message.what)
    else if (message.kind === 'ice') {
      this.servers = message.iceServers
      for (const peer of this.peers.values()) peer.serve(message.iceServers)
    }
  }

  private entered(message: Extract<Heard, { kind: 'entered' }>): void {
    this.hangUp()
    this.state.label = message.label
    this.state.watches = message.watches
    this.served = message.hall === 'JANUS'
    for (const one of message.present) this.show(one)
    for (const { peer, offers } of message.links) this.connect(peer, offers)
    this.tell()
    this.changed('hall')
  }

  private came(message: Extract<Heard, { kind: 'came' }>): void {
    this.gone(message.label)
    this.show({ label: message.label, watches: message.watches, sending: NOTHING })
    if (message.offers !== undefined) this.connect(message.label, message.offers)
    this.changed('hall')
  }

  private connect(label: string, offers: boolean): void {
    const other = this.tiles.get(label)
    const recorder = label === RECORDER
    if (this.served && other?.watches) return
    const manner = {
      offers: this.served ? recorder : offers,
      yields: this.served || this.state.label > label,
      sends: !this.state.watches && (recorder || !this.served),
      takes: !recorder && other?.watches !== true,
    }
    const peer = new HallPeer(manner, this.servers, this.own, this.ladder.level, {
      send: (signal) => this.line.send({ kind: 'signal', to: label, signal }),
      got: (role, track) => this.got(label, role, track),
      stands: (state) => {
        if (recorder) this.state.recorder = CONNECTED.includes(state)
        else this.change(label, { line: CONNECTED.includes(state) ? 'GOOD' : state === 'checking' ? 'WEAK' : 'GONE' })
        if (state === 'failed') this.failed(label)
      },
    })
    this.peers.set(label, peer)
    if (this.served && !recorder) this.line.send({ kind: 'signal', to: label, signal: { kind: 'wanted' } })
  }

  private signalled(from: string, signal: Signal): void {
    if (signal.kind !== 'renew') this.peers.get(from)?.take(signal)
    else if (from !== RECORDER) this.again(from)
    else this.renew()
  }

  /** Other servers for another way; a line that never offers is asked for anew. */
  private failed(label: string): void {
    this.line.send({ kind: 'ice' })
    if (this.served && label !== RECORDER) this.again(label)
  }

  private again(label: string): void {
    if (!this.peers.has(label)) return
    this.peers.get(label)?.close()
    this.peers.delete(label)
    this.connect(label, false)
  }

  /** Another recorder goes on where one ended: it has no line to this browser yet, nor has a server of its own. */
  private renew(): void {
    this.peers.get(RECORDER)?.close()
    this.peers.delete(RECORDER)
    this.state.recorder = false
    if (!this.state.watches) this.connect(RECORDER, true)
    if (this.served) for (const label of this.tiles.keys()) this.again(label)
  }

  private got(label: string, role: TrackRole, track: MediaStreamTrack): void {
    const tile = this.tiles.get(label)
    if (!tile) return
    const stream = role === 'screen' ? tile.screen : tile.picture
    stream.getTracks().forEach((one) => one.kind === track.kind && stream.removeTrack(one))
    stream.addTrack(track)
    this.change(label, role === 'screen' ? { hasScreen: true } : role === 'camera' ? { hasPicture: true } : {})
  }

  private show({ label, watches, sending }: Here): void {
    const none = { hasPicture: false, hasScreen: false, voice: 0, line: 'WEAK' as LineMark }
    this.tiles.set(label, { label, watches, sending, picture: new MediaStream(), screen: new MediaStream(), ...none })
  }

  private change(label: string, what: Partial<Tile>): void {
    const tile = this.tiles.get(label)
    if (tile) this.tiles.set(label, { ...tile, ...what })
  }

  private gone(label: string): void {
    this.peers.get(label)?.close()
    this.peers.delete(label)
    if (this.tiles.delete(label)) this.changed('hall')
  }

  private hangUp(): void {
    for (const peer of this.peers.values()) peer.close()
    this.peers.clear()
    this.tiles.clear()
    this.state.recorder = false
  }

  /** Looks how the lines are, and lets the picture give way to the voice on a bad one. */
  private async look(): Promise<void> {
    const worst = { lost: 0, roundTripMs: 0 }
    let seen = false
    for (const [label, peer] of this.peers) {
      const sample = await peer.sample()
      if (!sample) continue
      seen = true
      worst.lost = Math.max(worst.lost, sample.lost)
      worst.roundTripMs = Math.max(worst.roundTripMs, sample.roundTripMs)
      const tile = this.tiles.get(label)
      const line = markOf(sample)
      if (tile && tile.line !== line) this.change(label, { line })
    }
    if (!seen || !this.ladder.take(worst)) return
    this.state.level = this.ladder.level
    for (const peer of this.peers.values()) await peer.lower(this.ladder.level)
    this.tell()
  }

  private listen(): void {
    for (const [label, tile] of this.tiles) {
      const voice = Math.round((this.peers.get(label)?.voice() ?? 0) * 20) / 20
      if (voice !== tile.voice) this.change(label, { voice })
    }
  }
}
