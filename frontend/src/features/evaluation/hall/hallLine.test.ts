// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HallLine, type Heard, type LineState } from './hallLine'

class Socket {
  static readonly OPEN = 1
  static all: Socket[] = []
  readyState = 0
  sent: Record<string, unknown>[] = []
  onopen = () => {}
  onmessage: (message: { data: string }) => void = () => {}
  onclose: (closed: { code: number }) => void = () => {}

  constructor(readonly url: string) {
    Socket.all.push(this)
  }
  send(text: string) {
    this.sent.push(JSON.parse(text))
  }
  close() {
    this.readyState = 3
  }
  opens() {
    this.readyState = 1
    this.onopen()
  }
  says(message: object) {
    this.onmessage({ data: JSON.stringify(message) })
  }
}

let answers: [number, object][]
const states: [LineState, string?, number?][] = []
const heard: Heard[] = []
const ticket = { ticket: 'ab', label: 'M01', watches: false, iceServers: [{ urls: ['turn:x'], username: null }] }

function line() {
  const servers: RTCIceServer[][] = []
  const made = new HallLine('s', {
    heard: (message) => heard.push(message),
    stands: (state, problem, closed) => states.push([state, problem?.code, closed]),
    servers: (given) => servers.push(given),
  })
  return { made, servers }
}
const turn = () => vi.advanceTimersByTimeAsync(0)

describe('The line to a hall', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    Socket.all = []
    states.length = heard.length = 0
    answers = []
    vi.stubGlobal('WebSocket', Socket)
    vi.stubGlobal('fetch', async () => {
      const [status, body] = answers.shift() ?? [200, ticket]
      return new Response(JSON.stringify(body), { status })
    })
  })
  afterEach(() => vi.useRealTimers())

  it('begins with a ticket, which never stands in the address', async () => {
    const { made, servers } = line()
    made.open()
    await turn()
    const [socket] = Socket.all
    expect(socket!.url).toMatch(/\/api\/evaluation\/live\/halls\/s$/)
    socket!.opens()
    expect(socket!.sent).toEqual([{ kind: 'enter', ticket: 'ab' }])
    expect(servers).toEqual([[{ urls: ['turn:x'] }]])
    socket!.says({ kind: 'entered', label: 'M01', present: [], links: [] })
    expect(states.at(-1)![0]).toBe('HERE')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(socket!.sent.at(-1)).toEqual({ kind: 'here' })
    made.close()
    expect(socket!.readyState).toBe(3)
  })

  it('comes again with a new ticket, ever more slowly', async () => {
    const { made } = line()
    made.open()
    await turn()
    Socket.all[0]!.onclose({ code: 1006 })
    expect(states.at(-1)![0]).toBe('WAITING')
    await vi.advanceTimersByTimeAsync(500)
    expect(Socket.all).toHaveLength(2)
    Socket.all[1]!.onclose({ code: 1006 })
    await vi.advanceTimersByTimeAsync(500)
    expect(Socket.all).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(500)
    expect(Socket.all).toHaveLength(3)
    made.close()
  })

  it('is dead when nothing is heard, though the browser does not know', async () => {
    const { made } = line()
    made.open()
    await turn()
    Socket.all[0]!.opens()
    Socket.all[0]!.says({ kind: 'entered', label: 'M01', present: [], links: [] })
    await vi.advanceTimersByTimeAsync(41_000)
    expect(Socket.all.length).toBeGreaterThan(1)
    made.close()
  })

  it.each([4001, 4003, 4004, 4005])('ends where the platform means it: %i', async (code) => {
    const { made } = line()
    made.open()
    await turn()
    Socket.all[0]!.onclose({ code })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states.at(-1)).toEqual(['ENDED', undefined, code])
    expect(Socket.all).toHaveLength(1)
  })

  it('tells a refusal, and tries again when the platform is away', async () => {
    answers = [
      [503, {}],
      [409, { code: 'hall/not-recorded' }],
    ]
    const { made } = line()
    made.open()
    await turn()
    expect(states.at(-1)![0]).toBe('WAITING')
    await vi.advanceTimersByTimeAsync(500)
    expect(states.at(-1)).toEqual(['ENDED', 'hall/not-recorded', undefined])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(Socket.all).toHaveLength(0)
  })
})
