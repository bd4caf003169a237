import { ref } from 'vue'
import { problemBehind, type Problem } from '@/shared/api/http'

/** One act at a time, and why it was refused. */
export function useAttempt() {
  const busy = ref(false)
  const problem = ref<Problem>()

  async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await act()
    } catch (thrown) {
      problem.value = problemBehind(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, attempt }
}
