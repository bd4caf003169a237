/** What a key does at the work place while nobody is typing. */
export type Act =
  | { does: 'cited'; by: 1 | -1 }
  | { does: 'item'; by: 1 | -1 }
  | { does: 'bid'; by: 1 | -1 }
  | { does: 'quote' }
  | { does: 'find' }
  | { does: 'points'; digit: string }

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** What this key does, or nothing; keys with Ctrl, Alt or Meta stay the browser's. */
export function actOf({ key, ctrlKey, metaKey, altKey }: Pressed): Act | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (/^\d$/.test(key)) return { does: 'points', digit: key }
  switch (key) {
    case 'n':
    case 'N':
      return { does: 'cited', by: 1 }
    case 'b':
    case 'B':
      return { does: 'cited', by: -1 }
    case 'q':
    case 'Q':
      return { does: 'quote' }
    case '/':
      return { does: 'find' }
    case 'Enter':
      return { does: 'item', by: 1 }
    case ']':
      return { does: 'bid', by: 1 }
    case '[':
      return { does: 'bid', by: -1 }
    default:
      return undefined
  }
}

const TYPING = 'input, textarea, select, [contenteditable]'
const ANSWERS_ENTER = 'button, a, summary'

/** Whether the key belongs to what has the focus: somebody types, a button takes Enter, a dialog is open. */
export function isTaken(target: Element | null, key: string): boolean {
  if (!target) return false
  if (target.closest(TYPING) || target.closest('dialog')) return true
  return key === 'Enter' && target.closest(ANSWERS_ENTER) !== null
}
