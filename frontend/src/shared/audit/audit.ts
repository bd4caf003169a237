import { text } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { trustFileOf, type TrustFile } from '@/shared/trust/trustFile'
import { Refused } from '@/shared/trust/refused'
import { Archive } from './archive'
import { Broken, within } from './broken'
import { CHECK_NAMES, CHECKS, type CheckName } from './checks'
import { standing } from './checks/attempts'
import { Dossier } from './dossier'
import { listedOf, type Listed } from './listed'
import { pricingOf, type Pricing } from './pricing'

export { CHECK_NAMES, type CheckName }

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
  /** Trustees who called a wrap bad that the rebuilt envelope shows to be good. */
  falseBlames: string[]
} & (
  | { outcome: 'proved' | 'consistent'; pricing?: Pricing; listed: Listed }
  | { outcome: 'broken'; check?: CheckName; object: string; reason: string; seen: string; expected: string }
)

/** The user's own trust file; only its doc is signed, so any spelling of JSON will do. */
export function readTrustFile(bytes: Uint8Array): TrustFile {
  let file: JsonObject
  try {
    file = JSON.parse(text(bytes)) as JsonObject
  } catch {
    throw new Broken('trust.json', 'unreadable')
  }
  return within('trust.json', 'not-a-trust-file', () => trustFileOf(file))
}

/**
 * Audits a package without any server. Without a trust file of the user the best verdict is `consistent`.
 *
 * @param progress told when a check begins and ends
 */
export async function audit(
  file: Blob | Map<string, Uint8Array>,
  trustFile: Uint8Array | undefined,
  progress: (step: Progress) => void,
): Promise<Verdict> {
  let dossier: Dossier | undefined
  let running: CheckName | undefined
  try {
    const trust = trustFile && readTrustFile(trustFile)
    const archive = file instanceof Blob ? await Archive.open(file) : Archive.of(file)
    dossier = new Dossier(archive, await archive.json('package.json'), trust)
    for (running of CHECK_NAMES) {
      progress({ check: running, state: 'running', objects: 0 })
      progress({ check: running, state: 'passed', objects: await CHECKS[running](dossier) })
    }
    const [pricing, listed] = [pricingOf(standing(dossier)), listedOf(dossier)]
    return { ...summary(dossier), outcome: trust ? 'proved' : 'consistent', pricing, listed }
  } catch (thrown) {
    const { object, reason, seen, expected } = asBroken(thrown)
    progress({ check: running ?? CHECK_NAMES[0]!, state: 'broken', objects: 0 })
    return { ...summary(dossier), outcome: 'broken', check: running, object, reason, seen, expected }
  }
}

/** What the trust library refuses outside every named step is a value that has not the form it should have. */
function asBroken(thrown: unknown): Broken {
  if (thrown instanceof Broken) return thrown
  if (thrown instanceof Refused) return new Broken('package', 'malformed', thrown.code, thrown.facts.expected)
  throw thrown
}

function summary(dossier: Dossier | undefined) {
  return {
    tender: dossier?.manifest.get('tender').said ?? '',
    cut: dossier?.manifest.get('cut').said ?? '',
    sandbox: dossier?.manifest.get('sandbox').value === true,
    fingerprint: dossier?.trust?.fingerprint ?? dossier?.manifest.get('trustFile').said ?? '',
    withheld: dossier?.withheld ?? [],
    attested: [...new Set(dossier?.attested)],
    falseBlames: dossier?.falseBlames ?? [],
  }
}
