import { computed, onScopeDispose, readonly, ref, shallowRef } from 'vue'
import { get } from '@/shared/api/http'

interface Reading {
  legal: string
  machine: string
  boundMs: number
  sandbox: boolean
}

const offsetMs = ref(0)
const boundMs = ref<number>()
const sandbox = ref(false)
const known = ref(false)
const tick = ref(performance.now())
const localAheadMs = ref(0)
const readAt = ref(performance.now())
/** Without a reading for so long, this page no longer judges by its clock. */
const STALE_MS = 90_000
const best = shallowRef({ roundTrip: Infinity, at: 0 })
let users = 0
let ticker: number | undefined
let poller: number | undefined

async function synchronise() {
  const began = performance.now()
  const reading = await get<Reading>('/api/core/clock').catch(() => undefined)
  if (!reading) return
  const ended = performance.now()
  const roundTrip = ended - began
  const moved = Math.abs(Date.parse(reading.legal) - (offsetMs.value + (began + ended) / 2)) > 2000
  if (!moved && roundTrip > best.value.roundTrip && ended - best.value.at < 120_000) return
  best.value = { roundTrip, at: ended }
  offsetMs.value = Date.parse(reading.legal) - (began + ended) / 2
  boundMs.value = Math.ceil(roundTrip / 2) + (reading.boundMs ?? 0)
  sandbox.value = reading.sandbox
  localAheadMs.value = Date.now() - Date.parse(reading.machine) - roundTrip / 2
  readAt.value = ended
  known.value = true
}

/** Platform time (平台时间): synchronised every 10 s by the best round trip, ticking from the page's own steady clock. */
export function useServerClock() {
  if (users++ === 0) {
    void synchronise()
    ticker = window.setInterval(() => (tick.value = performance.now()), 250)
    poller = window.setInterval(synchronise, 10_000)
  }
  onScopeDispose(() => {
    if (--users === 0) {
      clearInterval(ticker)
      clearInterval(poller)
    }
  })
  return {
    now: computed(() => offsetMs.value + tick.value),
    boundMs: readonly(boundMs),
    sandbox: readonly(sandbox),
    known: readonly(known),
    held: computed(() => !known.value || tick.value - readAt.value > STALE_MS),
    localAheadMs: readonly(localAheadMs),
    synchronise,
  }
}
