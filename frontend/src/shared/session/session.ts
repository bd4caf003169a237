import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { get, onSessionEnd, post, Refusal, request, useSeatProof, useToken } from '@/shared/api/http'
import { openKeyFile, type OpenedKeyFile } from '@/shared/trust/keyFile'
import { signStatement, type Statement } from '@/shared/trust/statement'
import { proofFor } from '@/shared/terminal/terminal'
import type { JsonObject } from '@/shared/trust/canonicalJson'

/** A person who logged in. */
export interface Person {
  id: string
  name: string
  roles: string[]
  party?: { id: string; name: string; uscc: string }
}

interface Opened {
  token: string
  expiresAt: string
  person: Person
}

const KEPT = 'qifeng.session'
const RENEW_BEFORE_MS = 4 * 60_000
const RETRY_MS = 20_000
/** Roles that can sit on a panel. */
const MEMBERS = ['expert', 'procuring-entity']

/** The log in of this tab. The token lives in the tab's own storage; the key only in memory. */
export const useSession = defineStore('session', () => {
  const kept = sessionStorage.getItem(KEPT)
  const opened = shallowRef<Opened | undefined>(kept ? (JSON.parse(kept) as Opened) : undefined)
  const key = shallowRef<OpenedKeyFile>()
  const wantsKey = shallowRef<{ opened: () => void; refused: () => void }>()
  const expired = ref(false)
  let timer: number | undefined

  useToken(() => opened.value?.token)
  useSeatProof(async (method, path) => {
    const who = opened.value?.person
    const mayBeMember = who?.roles.some((role) => MEMBERS.includes(role))
    return who && mayBeMember ? proofFor(who.id, method, path) : undefined
  })
  onSessionEnd(expire)

  const person = computed(() => opened.value?.person)
  const roles = computed(() => opened.value?.person.roles ?? [])

  function keep(session: Opened | undefined) {
    opened.value = session
    clearTimeout(timer)
    if (session) expired.value = false
    if (!session) {
      sessionStorage.removeItem(KEPT)
      return
    }
    sessionStorage.setItem(KEPT, JSON.stringify(session))
    const wait = Math.max(5_000, Date.parse(session.expiresAt) - Date.now() - RENEW_BEFORE_MS)
    timer = window.setTimeout(renew, wait)
  }

  /** The platform no longer knows this log in; the frame leads to the log in and back. */
  function expire() {
    if (!opened.value) return
    keep(undefined)
    expired.value = true
  }

  /** A dead line does not end the log in: only the platform's own no does. */
  async function renew() {
    try {
      keep(await post<Opened>('/api/core/sessions/renewal'))
    } catch (thrown) {
      if (thrown instanceof Refusal && [401, 403].includes(thrown.problem.status)) expire()
      else if (opened.value) timer = window.setTimeout(renew, RETRY_MS)
    }
  }

  /** Staff log in with password and one-time code. */
  async function logInByPassword(account: string, password: string, totp: string) {
    key.value = undefined
    keep(await post<Opened>('/api/core/sessions/password', { account, password, totp }))
  }

  /** Log in by challenge and response with a key file; the key stays in this tab. */
  async function logInByKeyFile(bytes: Uint8Array, password: string) {
    const file = await openKeyFile(bytes, password)
    const { challenge, doc } = await post<{ challenge: string; doc: JsonObject }>('/api/core/sessions/challenges')
    const { sig } = signStatement(file, doc)
    keep(await post<Opened>('/api/core/sessions/certificate', { challenge, sig }))
    key.value = file
  }

  /** Opens the key file again after a reload, for signing only. */
  async function openKey(bytes: Uint8Array, password: string) {
    key.value = await openKeyFile(bytes, password)
    wantsKey.value?.opened()
    wantsKey.value = undefined
  }

  /** The person does not want to sign now: whoever asked for the key is refused, nothing is signed. */
  function refuseKey() {
    wantsKey.value?.refused()
    wantsKey.value = undefined
  }

  /** The key of this tab; asks the person for the key file when it is not open. */
  async function requireKey(): Promise<OpenedKeyFile> {
    if (key.value) return key.value
    wantsKey.value?.refused()
    await new Promise<void>((opened, refused) => {
      const no = () => refused(new Refusal({ code: 'client/not-signed', status: 0 }))
      wantsKey.value = { opened, refused: no }
    })
    return key.value!
  }

  /** Signs a document with the key of this tab. */
  async function sign<T extends JsonObject>(doc: T): Promise<Statement<T>> {
    return signStatement(await requireKey(), doc)
  }

  /** Signs a document of a tender over the chain head that this page sees now. */
  async function signInTender<T extends JsonObject>(tender: string, doc: T) {
    const seen = await get<{ n: number; hash: string }>(`/api/core/public/tenders/${tender}/chain-head`)
    return sign({ ...doc, seen: { n: seen.n, hash: seen.hash } })
  }

  function logOut() {
    if (opened.value) void request('DELETE', '/api/core/sessions/mine').catch(() => undefined)
    key.value = undefined
    keep(undefined)
  }

  if (opened.value) keep(opened.value)
  return {
    person,
    roles,
    key,
    wantsKey,
    expired,
    logInByPassword,
    logInByKeyFile,
    openKey,
    refuseKey,
    requireKey,
    sign,
    signInTender,
    logOut,
    has: (role: string) => roles.value.includes(role),
  }
})
