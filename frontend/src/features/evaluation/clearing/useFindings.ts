import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { problemBehind, type Problem } from '@/shared/api/http'
import { readFindings, type Filter, type FindingPage } from './clearing'

const TYPING_MS = 300

/** The page of findings that a filter wants, read again whenever the filter or `version` changes; the last wish wins. */
export function useFindings(session: string, filter: Ref<Filter>, version: () => unknown) {
  const found = shallowRef<FindingPage>()
  const problem = shallowRef<Problem>()
  const loading = ref(false)
  let wanted = 0
  let timer: number | undefined

  async function load() {
    const turn = ++wanted
    loading.value = true
    try {
      const page = await readFindings(session, filter.value)
      if (turn !== wanted) return
      found.value = page
      problem.value = undefined
    } catch (thrown) {
      if (turn === wanted) problem.value = problemBehind(thrown)
    }
    if (turn === wanted) loading.value = false
  }

  watch(
    () => [filter.value, version()] as const,
    ([next], former) => {
      clearTimeout(timer)
      const typed = former !== undefined && next.q !== former[0].q
      if (typed) timer = window.setTimeout(() => void load(), TYPING_MS)
      else void load()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    wanted++
  })
  return { found, problem, loading }
}
