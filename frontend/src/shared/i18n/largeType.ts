import { readonly, ref } from 'vue'

const KEY = 'qifeng.largeType'
const large = ref(false)

function apply(on: boolean) {
  large.value = on
  document.documentElement.toggleAttribute('data-large', on)
}

/** Bigger text (大字版): the whole page at 1.25, kept on this machine. */
export const largeType = readonly(large)

/** Shows the page as it was chosen on this machine before. */
export const rememberLargeType = () => apply(localStorage.getItem(KEY) === '1')

/** Turns the bigger text on or off. */
export function switchLargeType() {
  apply(!large.value)
  localStorage.setItem(KEY, large.value ? '1' : '0')
}
