import { concat, hex } from '@/shared/trust/bytes'
import { certificateOf } from '@/shared/trust/certificates'
import { sm3 } from '@/shared/trust/sm3'
import { demand, within } from '../broken'
import { mayWithhold } from '../cuts'
import type { Dossier, Entry } from '../dossier'
import { Field } from '../field'

/** The tender's chain: every entry there, in order, linked, in the log, its statements signed. */
export async function checkChain(dossier: Dossier): Promise<number> {
  await readCertificates(dossier)
  const names = dossier.archive.under('chain/')
  demand(names.length > 0, 'chain/000001.json', 'missing')
  let prev = '0'.repeat(64)
  for (let n = 1; n <= names.length; n++) {
    const name = `chain/${String(n).padStart(6, '0')}.json`
    const entry = readEntry(dossier, await dossier.archive.json(name), name, n, prev)
    demand(entry.at >= (dossier.entries.at(-1)?.at ?? 0), `${name}#head.at`, 'time-runs-backwards')
    dossier.entries.push(entry)
    if (entry.body) checkStatements(dossier, entry, entry.body)
    prev = entry.contentHash
  }
  checkLength(dossier)
  checkEnds(dossier)
  return names.length
}

async function readCertificates(dossier: Dossier): Promise<void> {
  for (const name of dossier.archive.under('certificates/')) {
    const der = await dossier.archive.bytes(name)
    dossier.certificates.push(within(name, () => certificateOf(der)))
  }
  const now = dossier.manifest.get('madeAt').moment()
  dossier.archive
    .under('certificates/')
    .forEach((name, i) => dossier.demandTrusted(dossier.certificates[i]!, [], name, now))
}

function readEntry(dossier: Dossier, file: Field, object: string, n: number, prev: string): Entry {
  const inside = file.get('entry')
  const open = !inside.isMissing
  const head = (open ? inside : file).get('head')
  head.get('n').equals(n, 'not-this-number')
  head.get('prev').equals(prev, 'does-not-follow')
  head.get('tender').equals(dossier.manifest.get('tender').value!, 'foreign-tender')
  head.get('machineAt').moment()
  const type = head.get('type').text()
  const withholdable = mayWithhold(type)
  demand(withholdable !== undefined, head.get('type').path, 'unknown-type', type)
  if (!open) {
    demand(withholdable && !dossier.isWhole, object, 'withheld')
    dossier.withheld.push(`${object} ${type}`)
  }
  const bodyHash = open
    ? sm3(concat('QEC1 body', inside.get('salt').bytes(16), inside.get('body').canonical()))
    : file.get('bodyHash').bytes(32)
  const contentHash = sm3(concat('QEC1', head.hash(), bodyHash))
  return {
    object,
    n,
    type,
    at: head.get('at').moment(),
    contentHash: hex(contentHash),
    index: dossier.proveLeaf(file.get('leaf'), contentHash),
    body: open ? new Field(`${object}#body`, inside.get('body').value) : undefined,
  }
}

/** Verifies every {doc, sig} inside a body, wherever it stands. */
function checkStatements(dossier: Dossier, entry: Entry, field: Field): void {
  if (Array.isArray(field.value)) return field.list().forEach((item) => checkStatements(dossier, entry, item))
  if (field.isNull || typeof field.value !== 'object') return
  const names = Object.keys(field.object())
  if (names.length === 2 && names.includes('doc') && names.includes('sig')) dossier.signerOf(field, entry)
  else names.forEach((name) => checkStatements(dossier, entry, field.get(name)))
}

/** The package names its last entry, so that none is missing at the end. */
function checkLength({ manifest, entries }: Dossier): void {
  const named = manifest.get('entries').integer()
  demand(named <= entries.length, `chain/${String(entries.length + 1).padStart(6, '0')}.json`, 'missing')
  demand(named === entries.length, manifest.get('entries').path, 'another-last-number', named, entries.length)
}

function checkEnds(dossier: Dossier): void {
  const { entries } = dossier
  const [first, last] = [entries[0]!, entries.at(-1)!]
  demand(first.type === 'tender/published', first.object, 'does-not-begin-with-publication', first.type)
  const closed = dossier.first('tender/closed')
  if (!closed) {
    dossier.attested.push(`open-end ${last.n}`)
    return
  }
  demand(closed === last, last.object, 'behind-the-closing-entry')
  dossier.body(last).get('last').equals(last.n, 'another-last-number')
}
