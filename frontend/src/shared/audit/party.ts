import type { Dossier, Entry } from './dossier'
import type { Field } from './field'
import { folderOf, liveLines } from './lines'

/** Whether the cut is a party's. */
export const isParty = (dossier: Dossier): boolean => dossier.cut === 'PARTY'

/** Whether the cut is a party's and this line of the bid list, or of the scores, is its own. */
export function owns(dossier: Dossier, line: Field): boolean {
  return isParty(dossier) && line.get('bidId').is(dossier.manifest.get('bidId'))
}

/** The scores on which the finalists rest that were published last. */
export function scoredForFinalists(dossier: Dossier): Entry | undefined {
  const finalists = dossier.all('award/finalists').at(-1)
  return finalists && dossier.all('evaluation/scored').findLast((entry) => entry.n < finalists.n)
}

/** The object with the party's own scores: it is there once the finalists are published, if the bid was scored. */
export function scoresOf(dossier: Dossier): string | undefined {
  if (!isParty(dossier)) return undefined
  const scored = scoredForFinalists(dossier)
  const named =
    scored &&
    dossier
      .body(scored)
      .get('technical')
      .items.some((line) => owns(dossier, line))
  if (!named) return undefined
  const own = liveLines(dossier).find((line) => owns(dossier, line))
  return own && `${folderOf(own)}/scores.json`
}
