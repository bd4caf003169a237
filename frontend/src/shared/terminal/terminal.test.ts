import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { kept } from '@/shared/storage/kept'
import { fromHex, hex, utf8 } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { activate, ownStanding, proofFor, takeNonce } from './terminal'

const SESSION = '11111111-2222-4333-8444-555555555555'
const AT = `/api/evaluation/sessions/${SESSION}`
const asked: { method: string; path: string; body: Record<string, string> }[] = []
let nonce: { nonce: string | null; seated: boolean }
let bound = true

function answer(path: string): [number, unknown] {
  if (path.endsWith('/challenge')) return [200, nonce]
  if (!bound && path.includes('/terminals/')) return [404, { code: 'terminal/not-bound' }]
  return [200, { device: '', siteName: '某市交易中心', room: '301', seat: '05', boundAt: '2026-12-02T01:00:00Z' }]
}

vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: string }) => {
  asked.push({ method: init.method, path, body: init.body ? JSON.parse(init.body) : {} })
  const [status, body] = answer(path)
  return new Response(JSON.stringify(body), { status })
})

const challenges = () => asked.filter(({ path }) => path.endsWith('/challenge')).length

async function signed(key: string, signature: string, text: string) {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const point = await crypto.subtle.importKey('raw', fromHex(key), curve, true, ['verify'])
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, point, fromHex(signature), utf8(text))
}

describe('This machine as the terminal of a seat', () => {
  beforeEach(() => {
    asked.length = 0
    nonce = { nonce: 'ab'.repeat(16), seated: true }
    bound = true
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 })
  })

  it('asks for nothing and proves nothing before it was activated', async () => {
    expect(await proofFor('p', 'GET', AT)).toBeUndefined()
    expect(await ownStanding()).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('brings a code with a key that cannot leave it, and proves that it has it', async () => {
    await activate('k7qm 3f9t-xw2p-8cdO')
    const { key, signature, code } = asked[0]!.body as { key: string; signature: string; code: string }
    expect(code).toBe('k7qm 3f9t-xw2p-8cdO')
    expect(await signed(key, signature, `QSD1 activation\nK7QM3F9TXW2P8CD0\n${key}`)).toBe(true)
    const own = await kept<{ key: CryptoKey; device: string }>('seat-terminal')
    expect(own?.device).toBe(hex(sm3(fromHex(key))))
    expect(own?.key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', own!.key)).rejects.toThrow()

    const proof = await proofFor('p', 'GET', `${AT}/bids/A/index?x=1`)
    const [device, over, over64] = proof!.split('.')
    expect([device, over]).toEqual([own!.device, nonce.nonce])
    const text = `QSD1 request\n${SESSION}\np\nGET\n${AT}/bids/A/index\n${nonce.nonce}`
    expect(await signed(key, over64!, text)).toBe(true)
  })

  it('uses one nonce for fifteen seconds, and the one of a beat at once', async () => {
    await proofFor('p', 'GET', AT)
    await proofFor('p', 'POST', `${AT}/leader-votes`)
    expect(challenges()).toBe(1)
    vi.setSystemTime(Date.now() + 15_001)
    await proofFor('p', 'GET', AT)
    expect(challenges()).toBe(2)
    takeNonce(SESSION, 'cd'.repeat(16))
    expect((await proofFor('p', 'GET', AT))!.split('.')[1]).toBe('cd'.repeat(16))
    expect(challenges()).toBe(2)
  })

  it('proves check-in alone before it, with a challenge of its own, and nothing where there are no seats', async () => {
    nonce.seated = false
    expect(await proofFor('p', 'GET', AT)).toBeUndefined()
    expect(await proofFor('p', 'POST', `${AT}/check-in`)).toContain(nonce.nonce)
    expect(challenges()).toBe(2)
    nonce = { nonce: 'ef'.repeat(16), seated: true }
    expect(await proofFor('p', 'GET', AT)).toContain(nonce.nonce)
    expect(await proofFor('p', 'GET', `${AT}/seat`)).toBeUndefined()
    expect(await proofFor('p', 'GET', '/api/evaluation/sessions/mine')).toBeUndefined()
    vi.setSystemTime(Date.now() + 60_000)
    nonce = { nonce: null, seated: false }
    expect(await proofFor('p', 'POST', `${AT}/check-in`)).toBeUndefined()
  })

  it('forgets a key whose binding was ended', async () => {
    bound = false
    expect(await ownStanding()).toBeUndefined()
    expect(await kept('seat-terminal')).toBeUndefined()
  })
})
