import { heard, unheard } from './line'

/** A refusal as every service tells it (RFC 9457). */
export interface Problem {
  code: string
  status: number
  law?: string
  field?: string
  seen?: string
  expected?: string
  earliest?: string
  [fact: string]: unknown
}

/** A service said no, and why. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

let token: () => string | undefined = () => undefined
let proof: (method: string, path: string) => Promise<string | undefined> = async () => undefined
let ended: () => void = () => undefined

/** Tells the client where the token of the log in is kept. */
export function useToken(source: () => string | undefined) {
  token = source
}

/** Tells the client what proves the machine of a member at a seat. */
export function useSeatProof(source: (method: string, path: string) => Promise<string | undefined>) {
  proof = source
}

/** Tells the client whom to call when the platform no longer knows the log in (401). */
export function onSessionEnd(call: () => void) {
  ended = call
}

/** Makes one request; a refusal or a dead line becomes a {@link Refusal}. */
export async function request(method: string, path: string, init: { body?: BodyInit; headers?: HeadersInit } = {}) {
  const headers = new Headers(init.headers)
  const bearer = token()
  if (bearer && !headers.has('Authorization')) headers.set('Authorization', `Bearer ${bearer}`)
  if (method !== 'GET' && !headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID())
  const device = await proof(method, path)
  if (device) headers.set('Seat-Proof', device)
  let response: Response
  try {
    response = await fetch(path, { method, headers, body: init.body })
  } catch {
    unheard()
    throw new Refusal({ code: 'client/offline', status: 0 })
  }
  heard()
  if (response.status === 401 && bearer) ended()
  if (!response.ok) throw new Refusal(await problemOf(response))
  return response
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Problem
    if (typeof problem.code === 'string') return { ...problem, status: response.status }
  } catch {
    // not a problem document: told below by its status
  }
  return { code: `client/status-${response.status}`, status: response.status }
}

async function json<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** GET of JSON. */
export async function get<T>(path: string): Promise<T> {
  return json<T>(await request('GET', path))
}

/** POST of JSON; `key` is the idempotency key of a retry. */
export async function post<T>(path: string, body: unknown = {}, key?: string): Promise<T> {
  return json<T>(await send('POST', path, body, key))
}

/** PUT of JSON. */
export async function put<T>(path: string, body: unknown, key?: string): Promise<T> {
  return json<T>(await send('PUT', path, body, key))
}

function send(method: string, path: string, body: unknown, key?: string) {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (key) headers['Idempotency-Key'] = key
  return request(method, path, { body: JSON.stringify(body), headers })
}

/** The problem behind anything thrown; a bug of the page is told as such. */
export function problemBehind(thrown: unknown): Problem {
  if (thrown instanceof Refusal) return thrown.problem
  const known = thrown as {
    code?: unknown
    message?: unknown
    facts?: { field?: string; seen?: string; expected?: string }
  }
  if (typeof known?.code === 'string') return { code: known.code, status: 0, ...known.facts }
  return { code: 'client/unexpected', status: 0, seen: String(known?.message ?? thrown) }
}
