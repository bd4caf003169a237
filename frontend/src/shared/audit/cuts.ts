const SHOWN = [
  'tender/published',
  'lot/key-shown',
  'lot/bid-list',
  'lot/held-decided',
  'lot/suspended',
  'lot/suspension-decided',
  'lot/failed',
  'lot/names',
  'lot/released',
  'lot/release-extended',
  'lot/release-list',
  'draw/opened',
  'draw/committed',
  'draw/sealed',
  'draw/left-out',
  'draw/revealed',
  'draw/shared',
  'draw/result',
  'draw/void',
  'lot/opened',
  'lot/objection',
  'lot/opening-record',
  'evaluation/opened',
  'evaluation/rejected',
  'evaluation/scored',
  'award/finalists',
  'award/committee',
  'award/committed',
  'award/revealed',
  'award/decided',
  'award/noticed',
  'contract/recorded',
  'tender/closed',
]
const HEAD_ONLY = [
  'lot/pressed',
  'evaluation/panel',
  'evaluation/declared',
  'evaluation/committed',
  'evaluation/vote',
  'evaluation/revealed',
  'evaluation/shared',
  'evaluation/void',
  'evaluation/report',
  'bond/released',
]

/** Whether the public may be shown only the head of such an entry (column *public* of section 9); nothing for an unknown type. */
export function mayWithhold(type: string): boolean | undefined {
  if (HEAD_ONLY.includes(type)) return true
  return SHOWN.includes(type) ? false : undefined
}
