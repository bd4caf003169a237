import { text } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { trustFileOf, type TrustFile } from '@/shared/trust/trustFile'
import { Refused } from '@/shared/trust/refused'
import { Archive } from './archive'
import { Broken, within } from './broken'
import { checkAward } from './checks/award'
import { checkBids } from './checks/bids'
import { checkChain } from './checks/chain'
import { checkDocuments } from './checks/documents'
import { checkDraws } from './checks/draws'
import { checkHeads } from './checks/heads'
import { checkManifest } from './checks/manifest'
import { checkOpening } from './checks/opening'
import { checkPublication } from './checks/publication'
import { checkScores } from './checks/scores'
import { Dossier } from './dossier'

const CHECKS = {
  manifest: checkManifest,
  heads: checkHeads,
  chain: checkChain,
  publication: checkPublication,
  bids: checkBids,
  draws: checkDraws,
  opening: checkOpening,
  scores: checkScores,
  award: checkAward,
  documents: checkDocuments,
}

/** Names of the checks in the order in which they run. */
export type CheckName = keyof typeof CHECKS
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[]

/** How one check stands. */
export interface Progress {
  check: CheckName
  state: 'running' | 'passed' | 'broken'
  objects: number
}

/** What the audit of a package came to (evidence.md section 12). */
export type Verdict = {
  tender: string
  cut: string
  sandbox: boolean
  /** Fingerprint of the trust file used, or of the one the package names when there was none. */
  fingerprint: string
  withheld: string[]
  attested: string[]
} & (
  | { outcome: 'proved' | 'consistent' }
  | { outcome: 'broken'; object: string; reason: string; seen: string; expected: string }
)

/** The user's own trust file; only its doc is signed, so any spelling of JSON will do. */
function readTrustFile(bytes: Uint8Array): TrustFile {
  let file: JsonObject
  try {
    file = JSON.parse(text(bytes)) as JsonObject
  } catch {
    throw new Broken('trust.json', 'unreadable')
  }
  return within('trust.json', () => trustFileOf(file))
}

/**
 * Audits a package without any server. Without a trust file of the user the best verdict is `consistent`.
 *
 * @param progress told when a check begins and ends
 */
export async function audit(
  file: Blob,
  trustFile: Uint8Array | undefined,
  progress: (step: Progress) => void,
): Promise<Verdict> {
  let dossier: Dossier | undefined
  let running: CheckName = 'manifest'
  try {
    const trust = trustFile && readTrustFile(trustFile)
    const archive = await Archive.open(file)
    dossier = new Dossier(archive, await archive.json('package.json'), trust)
    for (running of CHECK_NAMES) {
      progress({ check: running, state: 'running', objects: 0 })
      progress({ check: running, state: 'passed', objects: await CHECKS[running](dossier) })
    }
    return { ...summary(dossier), outcome: trust ? 'proved' : 'consistent' }
  } catch (thrown) {
    const broken = asBroken(thrown)
    progress({ check: running, state: 'broken', objects: 0 })
    const { object, reason, seen, expected } = broken
    return { ...summary(dossier), outcome: 'broken', object, reason, seen, expected }
  }
}

function asBroken(thrown: unknown): Broken {
  if (thrown instanceof Broken) return thrown
  if (thrown instanceof Refused) return new Broken('package', thrown.code, thrown.facts.seen, thrown.facts.expected)
  throw thrown
}

function summary(dossier: Dossier | undefined) {
  const named = (name: string) => {
    const value = dossier?.manifest.get(name).value
    return typeof value === 'string' ? value : ''
  }
  return {
    tender: named('tender'),
    cut: named('cut'),
    sandbox: dossier?.manifest.get('sandbox').value === true,
    fingerprint: dossier?.trust?.fingerprint ?? named('trustFile'),
    withheld: dossier?.withheld ?? [],
    attested: dossier?.attested ?? [],
  }
}
