/** How a test's tender ends; `REWORKED` with a contract behind a re-review; `VOIDED` with a contract behind an evaluation that a fault made void; `SCREENED` with a report on two bids, because the preliminary review rejected the third; in `BIDDERS` and `HELD` with the opening of what was released, or held and admitted. */
export type Ending =
  | 'CONTRACT'
  | 'ALL_REJECTED'
  | 'TOO_FEW'
  | 'BIDDERS'
  | 'HELD'
  | 'SUSPENDED'
  | 'ENDED'
  | 'CLAIMED'
  | 'UNRECORDED'
  | 'REPLACED'
  | 'CLARIFIED'
  | 'BLIND'
  | 'RANKED'
  | 'REWORKED'
  | 'VOIDED'
  | 'MORE_TIME'
  | 'SCREENED'
  | 'METHOD_B'
  | 'METHOD_C'
  | 'METHOD_D'
  | 'METHOD_E'

/**
 * Whether a test's tender runs to its end, or stands where trustees verify and press; `BLAMED` runs to its end with a third
 * press, by a trustee who calls a good wrap bad, `STOPPED` with a release window that stood still over an unrecorded seal.
 */
export type Until = 'END' | 'PRESS' | 'BLAMED' | 'STOPPED'

/** Endings behind the opening. */
export const SHORT: Ending[] = ['HELD', 'SUSPENDED', 'CLAIMED', 'UNRECORDED', 'REPLACED']
