import { readonly, ref } from 'vue'

const offline = ref(typeof navigator !== 'undefined' && navigator.onLine === false)
const deaf = new Set<() => void>()

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => (offline.value = true))
  window.addEventListener('online', heard)
}

/** A request came back: the line works, and whoever waited for it goes on. */
export function heard() {
  offline.value = false
  for (const goOn of deaf) goOn()
  deaf.clear()
}

/** A request found no line. */
export function unheard() {
  offline.value = true
}

/** Calls once when the line works again. */
export function whenHeard(goOn: () => void) {
  deaf.add(goOn)
}

/** Whether the line to the platform is down (离线); reading and drafting go on, signing stops. */
export const lineDown = readonly(offline)
