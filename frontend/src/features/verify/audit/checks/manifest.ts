import { demand } from '../broken'
import type { Dossier } from '../dossier'

/** What the package says it is, and that it belongs to the user's trust file. */
export async function checkManifest({ manifest, trust }: Dossier): Promise<number> {
  manifest.get('type').equals('evidence-package')
  manifest.get('v').equals(1)
  demand(
    ['PUBLIC', 'PARTY', 'SUPERVISOR'].includes(manifest.get('cut').text()),
    manifest.get('cut').path,
    'unknown-cut',
  )
  for (const id of ['tender', 'lot']) manifest.get(id).uuid()
  manifest.get('log').bytes(32)
  manifest.get('trustFile').bytes(32)
  manifest.get('sandbox').flag()
  manifest.get('madeAt').moment()
  if (trust) {
    manifest.get('trustFile').equals(trust.fingerprint, 'another-trust-file')
    manifest.get('log').equals(trust.log, 'another-log')
    manifest.get('sandbox').equals(trust.mode === 'SANDBOX', 'sandbox-mixed')
  }
  return 1
}
