import { ref, watch, type Ref } from 'vue'
import type { MethodCode } from '@/shared/price/priceSteps'
import type { Draw } from './trustee'

/** Methods of the tenders whose coefficient is drawn, by tender, read once each; a tender whose notice cannot be read has none. */
export function useMethods(draws: Ref<Draw[]>, methodOf: (tender: string) => Promise<MethodCode>) {
  const methods = ref<Record<string, MethodCode>>({})
  const asked = new Set<string>()
  watch(
    draws,
    async (all) => {
      for (const { tender, purpose } of all) {
        if (purpose !== 'COEFFICIENT' || asked.has(tender)) continue
        asked.add(tender)
        try {
          methods.value[tender] = await methodOf(tender)
        } catch {
          asked.delete(tender)
        }
      }
    },
    { immediate: true },
  )
  return methods
}
