import { computed, ref, shallowRef } from 'vue'
import { hitsOn, pageText, wanted, type Hit, type PageText, type TextRun } from './find'
import type { OpenPdf } from './pdf'

const HITS_MAX = 500

/** Searches an open PDF page by page, so that a long one shows its first hits at once. */
export function useFind(pdf: () => OpenPdf | undefined, show: (hit: Hit) => void) {
  const query = ref('')
  const hits = shallowRef<Hit[]>([])
  const current = ref(-1)
  const searching = ref(false)
  const texts = new Map<number, PageText>()
  let turn = 0

  async function textOf(open: OpenPdf, number: number): Promise<PageText> {
    const known = texts.get(number)
    if (known) return known
    const page = await open.doc.getPage(number)
    const { items } = await page.getTextContent()
    const text = pageText(items.filter((item) => 'str' in item) as unknown as TextRun[])
    texts.set(number, text)
    return text
  }

  /** Looks for the words; the first hit from page `from` on is shown. */
  async function search(words: string, from: number) {
    const own = ++turn
    const open = pdf()
    query.value = words
    hits.value = []
    current.value = -1
    if (!open || wanted(words) === '') return
    searching.value = true
    for (let number = 1; number <= open.pages && hits.value.length < HITS_MAX; number++) {
      const found = await textOf(open, number).then(
        (text) => hitsOn(number, text, words),
        () => [],
      )
      if (own !== turn) return
      if (found.length) hits.value = [...hits.value, ...found].slice(0, HITS_MAX)
      if (found.length && current.value < 0 && number >= from) step(hits.value.indexOf(found[0]!))
    }
    searching.value = false
    if (current.value < 0 && hits.value.length) step(0)
  }

  /** Shows the hit of this number; past the last one comes the first. */
  function step(to: number) {
    const size = hits.value.length
    if (size === 0) return
    current.value = (to + size) % size
    show(hits.value[current.value]!)
  }

  function clear() {
    turn++
    searching.value = false
    query.value = ''
    hits.value = []
    current.value = -1
  }

  return {
    query,
    hits,
    current,
    searching,
    full: computed(() => hits.value.length >= HITS_MAX),
    search,
    next: () => step(current.value + 1),
    previous: () => step(current.value - 1),
    step,
    clear,
    textOf,
  }
}
