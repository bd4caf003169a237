import type { IndexLine } from '../evaluation'

/** The lines of a bid's index for one item, in the order of the bid. */
export const citedFor = (lines: IndexLine[], item: string) => lines.filter((line) => line.item === item)

/** The next cited place of an item after the one shown last, or the one before; round at both ends. */
export function nextCited(lines: IndexLine[], last: IndexLine | undefined, by: 1 | -1): IndexLine | undefined {
  if (lines.length === 0) return undefined
  const at = last ? lines.indexOf(last) : -1
  if (at < 0) return by === 1 ? lines[0] : lines.at(-1)
  return lines[(at + by + lines.length) % lines.length]
}

/** 「44—49」, or 「44」 for one page. */
export const pagesOf = ({ from, to }: IndexLine) => (from === to ? String(from) : `${from}—${to}`)
