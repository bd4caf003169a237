// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HallRoom } from './hallRoom'

type Said = { kind: string; to?: string; signal?: { kind: string } }

class Socket {
  static readonly OPEN = 1
  static last: Socket
  readyState = 1
  sent: Said[] = []
  onopen = () => {}
  onmessage: (message: { data: string }) => void = () => {}
  onclose = () => {}
  constructor() {
    Socket.last = this
  }
  send(text: string) {
    this.sent.push(JSON.parse(text) as Said)
  }
  close() {}
  says(message: object) {
    this.onmessage({ data: JSON.stringify(message) })
  }
}

class Stream {
  getTracks = () => []
  addTrack() {}
}

class Connection {
  static open = 0
  iceConnectionState = 'new'
  signalingState = 'stable'
  onnegotiationneeded: (() => void) | null = null
  oniceconnectionstatechange: (() => void) | null = null
  localDescription = { sdp: 'v=0' }
  constructor() {
    Connection.open++
  }
  addTransceiver = () => ({ sender: { replaceTrack: async () => {} }, mid: '0' })
  getReceivers = () => []
  close() {
    Connection.open--
  }
}

const turn = () => vi.advanceTimersByTimeAsync(0)
const present = [
  { label: 'M02', watches: false, sending: {} },
  { label: 'watch-1', watches: true, sending: {} },
]
const links = [
  { peer: 'M02', offers: false },
  { peer: 'recorder', offers: true },
]
/** Whom the page wished for since the last time. */
const wishes = () =>
  Socket.last.sent
    .splice(0)
    .filter(({ signal }) => signal?.kind === 'wanted')
    .map(({ to }) => to)

async function inHall() {
  const room = new HallRoom('s', () => {})
  await room.enter(false)
  await turn()
  Socket.last.onopen()
  Socket.last.says({ kind: 'entered', label: 'M01', watches: false, hall: 'JANUS', present, links })
  return room
}

describe('A hall with a media server', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    Connection.open = 0
    const answer = { ticket: 'ab', label: 'M01', watches: false, hall: 'JANUS', iceServers: [] }
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(answer)))
    vi.stubGlobal('WebSocket', Socket)
    vi.stubGlobal('RTCPeerConnection', Connection)
    vi.stubGlobal('MediaStream', Stream)
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.reject(new Error('none')) } })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is sent to once and asked for each other member, never for a watcher', async () => {
    const room = await inHall()
    expect(wishes()).toEqual(['M02'])
    expect(Connection.open).toBe(2)
    Socket.last.says({ kind: 'came', label: 'M03', watches: false, offers: true })
    Socket.last.says({ kind: 'came', label: 'watch-2', watches: true })
    expect(wishes()).toEqual(['M03'])
    expect(Connection.open).toBe(3)
    room.leave()
    expect(Connection.open).toBe(0)
  })

  it('is asked again for a member that publishes anew, and for everybody when another server goes on', async () => {
    const room = await inHall()
    wishes()
    Socket.last.says({ kind: 'signal', from: 'M02', signal: { kind: 'renew' } })
    expect(wishes()).toEqual(['M02'])
    expect(Connection.open).toBe(2)
    Socket.last.says({ kind: 'signal', from: 'recorder', signal: { kind: 'renew' } })
    expect(wishes()).toEqual(['M02'])
    expect(Connection.open).toBe(2)
    room.leave()
  })
})
