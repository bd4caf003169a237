import { onMounted, onScopeDispose, type Ref } from 'vue'

const LEAST = 420

/** Gives an element the height from where it begins to the lower edge of the window, so that the page need not scroll. */
export function useFullHeight(element: Ref<HTMLElement | undefined>) {
  function fit() {
    const place = element.value
    if (!place) return
    const top = place.getBoundingClientRect().top + window.scrollY
    place.style.height = `${Math.max(LEAST, window.innerHeight - top)}px`
  }
  const observer = new ResizeObserver(fit)
  onMounted(() => {
    fit()
    window.addEventListener('resize', fit)
    for (const before of document.body.children) observer.observe(before)
  })
  onScopeDispose(() => {
    observer.disconnect()
    window.removeEventListener('resize', fit)
  })
}
