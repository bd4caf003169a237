import { onScopeDispose } from 'vue'

/** Puts the page into the dark of the hall while it is shown, Element Plus included. */
export function useHallTheme() {
  const root = document.documentElement
  root.dataset.theme = 'hall'
  root.classList.add('dark')
  onScopeDispose(() => {
    delete root.dataset.theme
    root.classList.remove('dark')
  })
}
