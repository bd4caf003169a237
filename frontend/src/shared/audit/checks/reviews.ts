import type { Dossier, Entry } from '../dossier'

/** Approvals of re-reviews (复评) in their order. */
export const approvals = (dossier: Dossier): Entry[] =>
  dossier.all('evaluation/rework-decided').filter((entry) => dossier.body(entry).get('approved').value === true)

/** Number of the entry with which the review began in which entry `n` stands; 0 for the first review. */
export const reviewBegin = (dossier: Dossier, n: number): number =>
  Math.max(
    0,
    ...approvals(dossier)
      .map((each) => each.n)
      .filter((each) => each < n),
  )

/**
 * Number of the entry with which the review ends in which entry `n` stands: the next approval, or what makes its attempt
 * void.
 */
export const reviewEnd = (dossier: Dossier, n: number): number =>
  Math.min(
    Infinity,
    ...[...approvals(dossier), ...dossier.all('evaluation/voided')].map((each) => each.n).filter((each) => each >= n),
  )

/** The package as it stood at the end of each review; the last one shows everything. */
export const reviewsOf = (dossier: Dossier): Dossier[] => [
  ...approvals(dossier).map((approval) => dossier.where((entry) => entry.n < approval.n)),
  dossier,
]

/** The package as each award saw it: without what was withdrawn before, and up to what withdrew it. */
export function awardsOf(dossier: Dossier): Dossier[] {
  const withdrawn = dossier.all('award/withdrawn').map((entry) => entry.n)
  return [...withdrawn, Infinity].map((to, i) => {
    const from = withdrawn[i - 1] ?? 0
    return dossier.where((entry) => entry.n < to && (entry.n > from || !entry.type.startsWith('award/')))
  })
}

/** The scores before an entry, the last ones. */
export const scoredBefore = (dossier: Dossier, n: number): Entry | undefined =>
  dossier.all('evaluation/scored').findLast((entry) => entry.n < n)
