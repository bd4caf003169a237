import { ref, shallowRef } from 'vue'
import { problemBehind, type Problem } from './http'

/** One act of a page at a time: while it runs `busy` holds its name, and a refusal stands in `problem`. */
export function useAct() {
  const busy = ref('')
  const problem = shallowRef<Problem>()

  /** Runs the act; tells whether it was done. */
  async function act(name: string, work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value !== '') return false
    busy.value = name
    problem.value = undefined
    try {
      await work()
      return true
    } catch (thrown) {
      problem.value = problemBehind(thrown)
      return false
    } finally {
      busy.value = ''
    }
  }

  return { busy, problem, act }
}
