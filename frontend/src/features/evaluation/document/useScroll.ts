import { computed, nextTick, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { drawnAround, GAP, layoutOf, pageAt } from './layout'
import type { OpenPdf } from './pdf'

export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3]
const MARGIN = 12
const SIGHT = 0.35

/** A place in a document that does not depend on its size on the screen: a page, and how far down on it. */
export interface Place {
  page: number
  part: number
}

/** Scrolling and zooming through the pages of one PDF; only pages near the one in sight are drawn. */
export function useScroll(pdf: Ref<OpenPdf>, scroller: Ref<HTMLElement | undefined>) {
  const zoom = ref(1)
  const room = ref(0)
  const current = ref(1)
  const ratios = shallowRef<(number | undefined)[]>([])
  const width = computed(() => Math.max(120, Math.round((room.value - 2 * MARGIN) * zoom.value)))
  const layout = computed(() => layoutOf(width.value, ratios.value))
  const drawn = computed(() => drawnAround(current.value, pdf.value.pages))
  const heightOf = (page: number) =>
    (layout.value.tops[page] ?? layout.value.height) - layout.value.tops[page - 1]! - GAP

  function where(): Place {
    const top = (scroller.value?.scrollTop ?? 0) + GAP
    const page = pageAt(layout.value, top)
    return { page, part: Math.max(0, (top - layout.value.tops[page - 1]!) / Math.max(1, heightOf(page))) }
  }

  function to({ page, part }: Place) {
    const inside = Math.min(Math.max(1, Math.round(page) || 1), pdf.value.pages)
    const top = layout.value.tops[inside - 1]! + part * heightOf(inside)
    scroller.value?.scrollTo({ top: top - GAP })
    look()
  }

  function look() {
    const element = scroller.value
    if (element) current.value = pageAt(layout.value, element.scrollTop + element.clientHeight * SIGHT)
  }

  /** Changes sizes and stays at the same place. */
  function staying(change: () => void) {
    const place = where()
    change()
    void nextTick(() => to(place))
  }

  function measured(page: number, ratio: number) {
    if (ratios.value[page - 1] === ratio) return
    const next = [...ratios.value]
    next[page - 1] = ratio
    const above = page < current.value || (page === 1 && next.filter(Boolean).length === 1)
    if (above) staying(() => (ratios.value = next))
    else ratios.value = next
  }

  const observer = new ResizeObserver(([entry]) => {
    const size = Math.round(entry!.contentRect.width)
    if (size > 0 && size !== room.value) staying(() => (room.value = size))
  })
  watch(
    scroller,
    (element) => {
      observer.disconnect()
      if (element) observer.observe(element)
    },
    { immediate: true },
  )
  watch(
    pdf,
    () => {
      ratios.value = new Array<number | undefined>(pdf.value.pages).fill(undefined)
      current.value = 1
    },
    { immediate: true },
  )
  onScopeDispose(() => observer.disconnect())

  function zoomBy(steps: number) {
    const nearest = ZOOMS.reduce(
      (best, each, i) => (Math.abs(each - zoom.value) < Math.abs(ZOOMS[best]! - zoom.value) ? i : best),
      0,
    )
    staying(() => (zoom.value = ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, nearest + steps))]!))
  }

  const fit = () => staying(() => (zoom.value = 1))
  return { zoom, width, layout, drawn, current, heightOf, where, to, look, measured, zoomBy, fit }
}
