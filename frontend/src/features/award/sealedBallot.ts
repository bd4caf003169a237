import { seal, type SealedWork } from '@/shared/sealed/sealedWork'
import { kept } from '@/shared/storage/kept'
import { ballotCommitment } from '@/shared/trust/commitments'
import type { Ballot, BallotPaper } from './award'

/** Where the sealed ballot of a person is kept in this browser until it is revealed. */
export const ballotKey = (lot: string, person: string, round: number) => `ballot/${lot}/${person}/${round}`

/** Commits to the ballot and seals it to the session's key set. */
export function sealBallot(lot: string, paper: BallotPaper, ballot: Ballot): SealedWork<Ballot> {
  return seal({
    keySet: paper.keySet,
    content: ballot,
    commitment: (nonce) => ballotCommitment(lot, paper.member, paper.doc.round, nonce, ballot),
    note: (nonce) => ({ nonce, choice: ballot.choice, reason: ballot.reason }),
  })
}

/** The ballot that this browser sealed in a round, or nothing. */
export const keptBallot = (lot: string, person: string, round: number) =>
  kept<SealedWork<Ballot>>(ballotKey(lot, person, round))
