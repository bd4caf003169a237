import { get, post, Refusal } from '@/shared/api/http'
import { forget, keep, kept } from '@/shared/storage/kept'
import { hex, utf8 } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'

/** Key of this machine as the terminal of a seat (席位终端); the private half cannot leave the browser. */
interface Own {
  key: CryptoKey
  device: string
}

/** Where a terminal stands. */
export interface Standing {
  device: string
  siteName: string
  room: string
  seat: string
  boundAt: string
}

/** What the terminal signs next in a session; without a nonce the session takes place at no seats. */
interface Nonce {
  nonce: string | null
  seated: boolean
}

const KEPT = 'seat-terminal'
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }
const SESSION = /^\/api\/evaluation\/sessions\/([0-9a-f-]{36})(\/.*)?$/
const CHECK_IN = '/check-in'
/** Asked for wherever the member is. */
const OPEN = ['/seat', '/seat/challenge', '/invitation']
/** Nonces serve for 30 s at least; one is used for half of that. */
const NONCE_MS = 15_000
const UNSEATED_MS = 3_000
const WITHOUT_SEATS_MS = 60_000

const nonces = new Map<string, { until: number; nonce: Promise<Nonce> }>()

/** Whether this browser can be a terminal: keys are made only where the page came safely. */
export const canBeTerminal = () => typeof crypto !== 'undefined' && crypto.subtle !== undefined

const sign = async (key: CryptoKey, text: string) =>
  hex(new Uint8Array(await crypto.subtle.sign(SIGNING, key, utf8(text))))

/** The code as the platform reads it. */
const plain = (code: string) => code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** Makes a key that stays here and binds this machine to the seat of an activation code (激活). */
export async function activate(code: string): Promise<Standing> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const key = hex(point)
  const signature = await sign(pair.privateKey, ['QSD1 activation', plain(code), key].join('\n'))
  const standing = await post<Standing>('/api/evaluation/terminals', { code, key, signature })
  await keep(KEPT, { key: pair.privateKey, device: hex(sm3(point)) } satisfies Own)
  return standing
}

/** Where this machine stands; nothing when it has no key, or its binding was ended. */
export async function ownStanding(): Promise<Standing | undefined> {
  const own = await kept<Own>(KEPT)
  if (!own) return undefined
  try {
    return await get<Standing>(`/api/evaluation/terminals/${own.device}`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.problem.code !== 'terminal/not-bound') throw thrown
    await forget(KEPT)
    return undefined
  }
}

function nonceOf(session: string): Promise<Nonce> {
  const known = nonces.get(session)
  if (known && known.until > Date.now()) return known.nonce
  const entry = { until: Date.now() + NONCE_MS, nonce: askedFor(session) }
  nonces.set(session, entry)
  entry.nonce.then(
    ({ nonce, seated }) => {
      if (nonce === null) entry.until = Date.now() + WITHOUT_SEATS_MS
      else if (!seated) entry.until = Date.now() + UNSEATED_MS
    },
    () => nonces.delete(session),
  )
  return entry.nonce
}

const askedFor = (session: string) => post<Nonce>(`/api/evaluation/sessions/${session}/seat/challenge`)

/** The platform told the next nonce with the answer to a beat. */
export function takeNonce(session: string, nonce: string) {
  nonces.set(session, { until: Date.now() + NONCE_MS, nonce: Promise.resolve({ nonce, seated: true }) })
}

/** Asks for a nonce ahead, so that a beat is not delayed by it. */
export const warm = async (session: string) => void (await nonceOf(session).catch(() => undefined))

/** The proof that a member's request carries (设备凭证); none where the machine is no terminal or nobody asks for one. */
export async function proofFor(person: string, method: string, path: string): Promise<string | undefined> {
  const pathname = path.split('?')[0]!
  const [, session, rest = ''] = SESSION.exec(pathname) ?? []
  if (!session || OPEN.includes(rest)) return undefined
  const own = await kept<Own>(KEPT).catch(() => undefined)
  if (!own) return undefined
  if (rest === CHECK_IN) nonces.delete(session)
  const { nonce, seated } = await nonceOf(session).catch(() => ({ nonce: null, seated: false }))
  if (nonce === null || (!seated && rest !== CHECK_IN)) return undefined
  if (rest === CHECK_IN) nonces.delete(session)
  const text = ['QSD1 request', session, person, method, pathname, nonce].join('\n')
  return `${own.device}.${nonce}.${await sign(own.key, text)}`
}
