import { onScopeDispose, ref, shallowRef } from 'vue'
import { problemBehind, type Problem } from './http'

/** A value of the server that is read again every `everyMs`; a failed reading keeps the former value. */
export function usePolled<T>(read: () => Promise<T>, everyMs = 4000) {
  const value = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(true)
  let timer: number | undefined
  let ended = false

  async function refresh() {
    clearTimeout(timer)
    try {
      value.value = await read()
      problem.value = undefined
    } catch (thrown) {
      problem.value = problemBehind(thrown)
    }
    loading.value = false
    if (!ended) timer = window.setTimeout(refresh, everyMs)
  }

  onScopeDispose(() => {
    ended = true
    clearTimeout(timer)
  })
  void refresh()
  return { value, problem, loading, refresh }
}
