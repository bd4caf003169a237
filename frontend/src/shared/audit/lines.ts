import type { Dossier } from './dossier'
import type { Field } from './field'

/** Fewer bids than these make a lot fail (招标投标法 §28). */
export const BIDS_MIN = 3

/** Folder of a line of the bid list. */
export const folderOf = (line: Field): string => `bids/${keyOf(line)}`

/** Bid and number of a line of the bid list. */
export const keyOf = (line: Field): string => `${line.get('bidId').said}-${line.get('seq').count}`

const stateOf = (line: Field) => line.get('state').value

/** Lines of the bid list, in order. */
export function listedLines(dossier: Dossier): Field[] {
  const list = dossier.first('lot/bid-list')
  return list ? dossier.body(list).get('bids').items : []
}

/** Lines of the bid list that wait for a decision, in order. */
export const heldLines = (dossier: Dossier): Field[] => listedLines(dossier).filter((line) => stateOf(line) === 'HELD')

/** Of each bid the last line that is live, or held and admitted (trust.md 5), in the order of the list. */
export function liveLines(dossier: Dossier): Field[] {
  const decided = dossier.first('lot/held-decided')
  return standingLines(listedLines(dossier), decided && dossier.body(decided).get('decisions').items)
}

/** The same of any list and what was decided over its held bids. */
export function standingLines(lines: Field[], decisions: Field[] = []): Field[] {
  const admitted = decisions
    .filter((line) => line.get('admitted').value === true)
    .map((line) => line.get('headerHash').said)
  const standing = new Map<string, Field>()
  for (const line of lines) {
    const held = stateOf(line) === 'HELD' && admitted.includes(line.get('headerHash').said)
    if (stateOf(line) === 'LIVE' || held) standing.set(line.get('bidId').said, line)
  }
  return [...standing.values()]
}

/** Whether this line of the bid list is opened. */
export const isLive = (dossier: Dossier, line: Field): boolean =>
  liveLines(dossier).some((live) => keyOf(live) === keyOf(line))
