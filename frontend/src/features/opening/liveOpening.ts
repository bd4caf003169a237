import { onScopeDispose, ref, shallowRef } from 'vue'
import { problemBehind, type Problem } from '@/shared/api/http'
import { openingOf, type Opening } from './opening'

const BACK_OFF_MS = [500, 1000, 2000, 5000, 10_000]

/** The hall of a lot, asked for anew whenever the platform tells a change; the line is taken up again with back-off. */
export function useLiveOpening(lot: string) {
  const opening = shallowRef<Opening>()
  const problem = ref<Problem>()
  const connected = ref(false)
  let socket: WebSocket | undefined
  let retry: number | undefined
  let failures = 0
  let over = false
  let asking = false
  let again = false

  async function refresh() {
    if (asking) {
      again = true
      return
    }
    asking = true
    try {
      const read = await openingOf(lot)
      if (!opening.value || read.version >= opening.value.version) opening.value = read
      problem.value = undefined
    } catch (thrown) {
      problem.value = problemBehind(thrown)
    }
    asking = false
    if (again && !over) {
      again = false
      await refresh()
    }
  }

  function connect() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    socket = new WebSocket(`${scheme}://${location.host}/api/core/live/lots/${lot}`)
    socket.onopen = () => {
      failures = 0
      connected.value = true
    }
    socket.onmessage = () => void refresh()
    socket.onclose = () => {
      connected.value = false
      if (over) return
      retry = window.setTimeout(reconnect, BACK_OFF_MS[Math.min(failures++, BACK_OFF_MS.length - 1)])
    }
  }

  function reconnect() {
    void refresh()
    connect()
  }

  reconnect()
  onScopeDispose(() => {
    over = true
    clearTimeout(retry)
    socket?.close()
  })
  return { opening, problem, connected, refresh }
}
