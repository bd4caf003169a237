import { computed } from 'vue'
import { lineDown } from '@/shared/api/line'
import { useServerClock } from '@/shared/clock/serverClock'

/** Why nothing can be signed now, as the key of a text, or nothing: the line is down (离线) or the clock held (时钟待核). */
export function useSignStop() {
  const { held } = useServerClock()
  return computed(() => (lineDown.value ? 'state.signOffline' : held.value ? 'state.signHeld' : undefined))
}
