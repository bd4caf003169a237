import { ref, watch, type Ref } from 'vue'
import type { PublishedMethod } from '@/shared/price/priceSteps'
import { fromHex } from '@/shared/trust/bytes'
import { drawnDelta } from '@/shared/trust/priceDraw'
import type { Draw } from './trustee'

/** Methods of the tenders whose coefficient is drawn, by tender, read once each; a tender whose notice cannot be read has none. */
export function useMethods(draws: Ref<Draw[]>, methodOf: (tender: string) => Promise<PublishedMethod>) {
  const methods = ref<Record<string, PublishedMethod>>({})
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

const CODE_SHOWN = 8

/**
 * What was drawn, as the desk shows it: in method M-D also Δ, which comes out of the same seed, and in
 * M-E the beginning of the seed, which gives the bids their numbers; of experts the
 * beginnings of their codes, in the order in which they are called.
 */
export function drawnValues(draw: Extract<Draw, { state: 'RESULT' }>, method?: PublishedMethod): string {
  if (draw.purpose === 'EXPERTS') return draw.values.map((code) => code.slice(0, CODE_SHOWN)).join(' ')
  if (method?.code === 'M-E') return draw.seed.slice(0, CODE_SHOWN)
  const delta = method?.delta ?? []
  const more = delta.length > 0 ? [`Δ ${drawnDelta(fromHex(draw.seed, 32), delta)}`] : []
  return [...draw.values, ...more].join('、')
}
