import type { Dossier } from '../dossier'
import { perAttempt } from './attempts'
import { checkAward } from './award'
import { checkBids } from './bids'
import { checkBlindFiles } from './blindFiles'
import { checkChain } from './chain'
import { checkClarifications } from './clarifications'
import { checkContract } from './contract'
import { checkDocuments } from './documents'
import { checkDraws } from './draws'
import { checkEvaluationTime } from './evaluationTime'
import { checkFailure } from './failure'
import { checkFaults } from './faults'
import { checkFindings } from './findings'
import { checkHall } from './hall'
import { checkHandovers } from './handovers'
import { checkHeads } from './heads'
import { checkHeld } from './held'
import { checkInformation } from './information'
import { checkManifest } from './manifest'
import { checkOpening } from './opening'
import { checkOwnScores } from './ownScores'
import { checkPanel } from './panel'
import { checkPublication } from './publication'
import { checkRecordings } from './recordings'
import { checkReleases } from './releases'
import { checkRework } from './rework'
import { checkScores } from './scores'
import { checkScreening } from './screening'
import { checkSeats } from './seats'
import { checkSuspensions } from './suspensions'

/** All checks by name, in the order in which they run; the auditor in Java has the same. */
export const CHECKS = {
  heads: checkHeads,
  chain: checkChain,
  publication: checkPublication,
  manifest: checkManifest,
  held: checkHeld,
  suspensions: checkSuspensions,
  bids: checkBids,
  releases: checkReleases,
  draws: checkDraws,
  opening: checkOpening,
  panel: checkPanel,
  seats: checkSeats,
  hall: checkHall,
  'evaluation-time': perAttempt(checkEvaluationTime),
  faults: checkFaults,
  recordings: checkRecordings,
  handovers: checkHandovers,
  clarifications: perAttempt(checkClarifications),
  information: checkInformation,
  findings: perAttempt(checkFindings),
  'blind-files': perAttempt(checkBlindFiles),
  rework: perAttempt(checkRework),
  screening: perAttempt(checkScreening),
  scores: perAttempt(checkScores),
  failure: perAttempt(checkFailure),
  award: perAttempt(checkAward),
  contract: perAttempt(checkContract),
  'own-scores': perAttempt(checkOwnScores),
  documents: checkDocuments,
} satisfies Record<string, (dossier: Dossier) => Promise<number>>

export type CheckName = keyof typeof CHECKS
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[]
