import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { problemBehind, type Problem } from '@/shared/api/http'
import { readTexts, sayText, type HallText } from './hall'

const RETRY_MS = 3000
/** What a retry does not heal: the message is given back to its writer. */
const FINAL = ['hall/bad-text', 'hall/not-open', 'hall/none', 'panel/wrong-seat-state', 'panel/not-found']

/** A message that is being written, or is on its way; its key makes one of it that was sent twice. */
interface Draft {
  text: string
  key: string
  sending: boolean
}

const nameOf = (session: string) => `hall-text/${session}`
const fresh = (): Draft => ({ text: '', key: crypto.randomUUID(), sending: false })

function keptDraft(session: string): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(session)) ?? 'null') as Draft | null
    return kept && typeof kept.text === 'string' && kept.key ? kept : fresh()
  } catch {
    return fresh()
  }
}

/**
 * The text channel (文字频道): everything that was said, in order, and the message at hand. What is written stays in this
 * tab until the platform has it; what was sent into a broken line is sent again under the same key.
 */
export function useTexts(session: string, spoken: Ref<number>) {
  const all = shallowRef<HallText[]>([])
  const draft = ref<Draft>(keptDraft(session))
  const problem = shallowRef<Problem>()
  const waiting = computed(() => draft.value.sending)
  let reading: Promise<void> | undefined
  let timer: number | undefined
  let ended = false

  async function readOn(): Promise<void> {
    for (;;) {
      const last = all.value.at(-1)?.number ?? 0
      const next = await readTexts(session, last)
      if (next.length === 0) return
      all.value = [...all.value, ...next]
    }
  }

  /** Reads what is new; one reading at a time, so that nothing stands twice. */
  function refresh() {
    reading ??= readOn()
      .catch(() => undefined)
      .finally(() => (reading = undefined))
    return reading
  }

  async function send() {
    if (draft.value.text.trim() === '' || ended) return
    draft.value = { ...draft.value, sending: true }
    clearTimeout(timer)
    try {
      await sayText(session, draft.value.key, draft.value.text)
      draft.value = fresh()
      problem.value = undefined
      await refresh()
    } catch (thrown) {
      problem.value = problemBehind(thrown)
      if (FINAL.includes(problem.value.code)) draft.value = { ...draft.value, sending: false }
      else if (!ended) timer = window.setTimeout(send, RETRY_MS)
    }
  }

  watch(draft, (kept) => sessionStorage.setItem(nameOf(session), JSON.stringify(kept)), { deep: true })
  watch(spoken, refresh, { immediate: true })
  if (draft.value.sending) void send()
  onScopeDispose(() => {
    ended = true
    clearTimeout(timer)
  })
  return { all, draft, problem, waiting, send }
}
