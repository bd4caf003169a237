import { onScopeDispose, ref, shallowRef } from 'vue'
import { post, problemBehind, type Problem } from '@/shared/api/http'
import type { ClockMark } from '@/shared/terminal/clockMark'
import { takeNonce, warm } from '@/shared/terminal/terminal'

/** Answer to a beat (心跳应答); `offsetMs` is how far this machine's clock is ahead. */
export interface Beat {
  nonce: string
  heard: number
  answered: number
  mark: ClockMark
  offsetMs: number | null
  roundTripMs: number | null
  alarmMs: number
  blockMs: number
  everyMs: number
  intrusions: { at: string; kind: string }[]
}

/** Stamps of one exchange in milliseconds since 1970: sent and received by this clock, the others by the platform's. */
export interface Stamps {
  sent: number
  heard: number
  answered: number
  received: number
}

const RETRY_MS = 3_000
/** When beats have no sense any more: whoever is elsewhere, or nowhere, stops. */
const LAST = ['terminal/elsewhere', 'terminal/not-seated', 'panel/not-found']

/** Sends beats while the page stands; the first two follow each other, so that the clock is known at once. */
export function useBeats(session: string) {
  const beat = shallowRef<Beat>()
  const problem = shallowRef<Problem>()
  const beats = ref(0)
  let former: Stamps | null = null
  let timer: number | undefined
  let ended = false

  async function send() {
    clearTimeout(timer)
    await warm(session)
    let wait = RETRY_MS
    try {
      const known = former
      const sent = Date.now()
      const answer = await post<Beat>(`/api/evaluation/sessions/${session}/seat/beats`, { former: known })
      former = { sent, heard: answer.heard, answered: answer.answered, received: Date.now() }
      takeNonce(session, answer.nonce)
      beat.value = answer
      problem.value = undefined
      beats.value++
      wait = known ? answer.everyMs : 0
    } catch (thrown) {
      problem.value = problemBehind(thrown)
      former = null
      if (LAST.includes(problem.value.code)) ended = true
    }
    if (!ended) timer = window.setTimeout(send, wait)
  }

  /** A hidden page is called seldom by its browser; one that is seen again says so at once. */
  const seen = () => {
    if (document.visibilityState === 'visible' && !ended) void send()
  }
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    ended = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  })
  void send()
  return { beat, problem, beats }
}
