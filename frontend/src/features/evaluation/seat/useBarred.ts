import { shallowRef } from 'vue'
import { Refusal } from '@/shared/api/http'

/** Reads until the person is refused for being elsewhere: a page that asked again and again would be told off each time. */
export function useBarred<T>(read: () => Promise<T>) {
  const barred = shallowRef<Refusal>()

  async function unlessBarred(): Promise<T> {
    if (barred.value) throw barred.value
    try {
      return await read()
    } catch (thrown) {
      if (thrown instanceof Refusal && thrown.problem.code === 'terminal/elsewhere') barred.value = thrown
      throw thrown
    }
  }

  return { unlessBarred, barred }
}
