import { computed } from 'vue'
import { useAct } from '@/shared/api/act'
import { usePolled } from '@/shared/api/polled'
import { useSession } from '@/shared/session/session'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

/** The supervisor's gate (监督放行) over questions of a tender, newest first: every decision is signed. */
export function useGate<T>(tender: string, read: () => Promise<T[]>) {
  const { signInTender } = useSession()
  const { busy, problem, act } = useAct()
  const { value, problem: unread, refresh } = usePolled(read)
  const list = computed(() => [...(value.value ?? [])].reverse())

  /** Signs what is to be signed with these words in it. */
  async function decide(
    toSign: () => Promise<JsonObject>,
    said: JsonObject,
    send: (statement: Statement) => Promise<unknown>,
  ): Promise<void> {
    const done = await act('gate', async () => {
      await send(await signInTender(tender, { ...(await toSign()), ...said }))
    })
    if (done) await refresh()
  }

  return {
    list,
    decide,
    busy: computed(() => busy.value !== ''),
    problem: computed(() => problem.value ?? unread.value),
    known: computed(() => value.value !== undefined),
  }
}
