import type { Dossier } from './dossier'
import type { Field } from './field'

/** Fewer bids than these make a lot fail (招标投标法 §28). */
export const BIDS_MIN = 3

/** Folder of a line of the bid list. */
export const folderOf = (line: Field): string => `bids/${keyOf(line)}`

/** Bid and number of a line of the bid list. */
export const keyOf = (line: Field): string => `${line.get('bidId').said}-${line.get('seq').count}`

export const isLive = (line: Field): boolean => line.get('state').value === 'LIVE'

/** Lines of the bid list, in order. */
export function listedLines(dossier: Dossier): Field[] {
  const list = dossier.first('lot/bid-list')
  return list ? dossier.body(list).get('bids').items : []
}

/** Live lines of the bid list, in order. */
export const liveLines = (dossier: Dossier): Field[] => listedLines(dossier).filter(isLive)
