import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useAct } from '@/shared/api/act'
import { useServerClock } from '@/shared/clock/serverClock'
import { forget, keep, kept } from '@/shared/storage/kept'
import { defaultDraft } from './defaults'
import type { MethodCode } from '@/shared/price/priceSteps'
import { chosen, draftOf, valuesOf, type Values } from './draftForm'
import { saveDraft, type OwnTender } from './tender'

interface Kept {
  at: number
  values: Values
}

const KEEP_AFTER_MS = 400

/**
 * What stands in the form of a tender. Every change is kept on this machine until the platform has checked and saved
 * it, so that a reload, a dead line or the end of the log in loses nothing.
 */
export function useDraft(tender: () => OwnTender, saved: (tender: OwnTender) => void) {
  const name = `draft/${tender().id}`
  const { now, known } = useServerClock()
  const { busy, problem, act } = useAct()
  const values = ref<Values>({})
  const ready = ref(false)
  const restoredAt = shallowRef<number>()
  const keptAt = shallowRef<number>()
  const checked = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const fromPlatform = () => valuesOf(tender().draft ?? defaultDraft(now.value, tender().projectName, ''))

  async function begin() {
    const before = await kept<Kept>(name).catch(() => undefined)
    values.value = { ...fromPlatform(), ...before?.values }
    restoredAt.value = before?.at
    ready.value = true
  }
  watch(known, (is) => (is || tender().draft) && !ready.value && void begin(), { immediate: true })

  async function keepNow() {
    clearTimeout(timer)
    timer = undefined
    const at = known.value ? now.value : Date.now()
    await keep(name, { at, values: { ...values.value } } satisfies Kept).catch(() => undefined)
    keptAt.value = at
  }

  function change(path: string, value: string | boolean) {
    if (path === 'method.code') values.value = chosen(values.value, value as MethodCode)
    else values.value[path] = value
    checked.value = false
    clearTimeout(timer)
    timer = setTimeout(keepNow, KEEP_AFTER_MS)
  }
  onScopeDispose(() => timer && void keepNow())

  /** Forgets what is only on this machine and shows what the platform has. */
  async function discard() {
    clearTimeout(timer)
    timer = undefined
    await forget(name)
    values.value = fromPlatform()
    restoredAt.value = keptAt.value = problem.value = undefined
  }

  async function save() {
    checked.value = await act('save', async () => {
      const stored = await saveDraft(tender().id, draftOf(values.value))
      clearTimeout(timer)
      timer = undefined
      await forget(name).catch(() => undefined)
      restoredAt.value = keptAt.value = undefined
      saved(stored)
    })
  }

  const draft = computed(() => draftOf(values.value))
  return { values, draft, ready, restoredAt, keptAt, checked, busy, problem, change, discard, save }
}
