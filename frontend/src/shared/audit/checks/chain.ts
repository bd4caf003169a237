import { concat, hex, same, type Bytes } from '@/shared/trust/bytes'
import { certificateOf } from '@/shared/trust/certificates'
import { sm3 } from '@/shared/trust/sm3'
import { demand, within } from '../broken'
import { mayWithhold } from '../cuts'
import type { Dossier, Entry } from '../dossier'
import { Field } from '../field'
import { proveLeaf } from '../leaf'

/** The tender's chain: every entry there, in order, linked, in the log, its statements signed. */
export async function checkChain(dossier: Dossier): Promise<number> {
  await readCertificates(dossier)
  const names = dossier.archive.under('chain/')
  demand(names.length > 0, 'chain/000001.json', 'missing')
  let prev = '0'.repeat(64)
  for (let n = 1; n <= names.length; n++) {
    const name = `chain/${String(n).padStart(6, '0')}.json`
    const entry = readEntry(dossier, await dossier.archive.json(name), name, n, prev)
    const former = dossier.entries.at(-1)
    demand(!former || entry.at >= former.at, `${name}#head.at`, 'legal-time-runs-backwards')
    demand(!former || entry.tender === former.tender, `${name}#head.tender`, 'an-entry-of-another-tender')
    dossier.entries.push(entry)
    if (entry.body) checkStatements(dossier, entry, entry.body)
    prev = entry.contentHash
  }
  checkEnds(dossier)
  return names.length
}

/** Certificates between signers and roots; each must lead to a root itself. */
async function readCertificates(dossier: Dossier): Promise<void> {
  const names = dossier.archive.under('certificates/')
  for (const name of names) {
    const der = await dossier.archive.bytes(name)
    const certificate = within(name, 'not-a-certificate', () => certificateOf(der))
    demand(same(certificate.der, der), name, 'not-a-certificate')
    dossier.certificates.push(certificate)
  }
  const { at } = dossier.heads.at(-1)!
  names.forEach((name, i) => dossier.demandTrusted({ signer: dossier.certificates[i]!, others: [] }, name, at))
}

function readEntry(dossier: Dossier, file: Field, object: string, n: number, prev: string): Entry {
  const inside = file.get('entry')
  const open = !inside.isMissing
  file.exactly(...(open ? ['entry', 'leaf'] : ['head', 'bodyHash', 'leaf']))
  if (open) inside.exactly('head', 'salt', 'body')
  const head = (open ? inside : file).get('head')
  head.exactly('type', 'v', 'tender', 'n', 'prev', 'at', 'machineAt')
  head.get('n').equals(n, 'not-this-number')
  head.get('prev').equals(prev, 'does-not-follow-the-entry-before')
  head.get('v').equals(1, 'another-version')
  head.get('machineAt').moment()
  const type = head.get('type').text()
  demand(mayWithhold(type) !== undefined, head.get('type').path, 'a-type-that-nobody-knows', type)
  const contentHash = contentHashOf(file)
  const index = proveLeaf(dossier, file.get('leaf'), contentHash)
  return {
    object,
    n,
    type,
    tender: head.get('tender').text(),
    at: head.get('at').moment(),
    contentHash: hex(contentHash),
    index,
    body: open ? new Field(`${object}#body`, inside.get('body').value) : undefined,
  }
}

/** Content hash of an entry of a package, shown or withheld (evidence.md section 3). */
export function contentHashOf(file: Field): Bytes {
  const inside = file.get('entry')
  const open = !inside.isMissing
  const bodyHash = open
    ? sm3(concat('QEC1 body', inside.get('salt').bytes(16), inside.get('body').canonical()))
    : file.get('bodyHash').bytes(32)
  return sm3(concat('QEC1', (open ? inside : file).get('head').hash(), bodyHash))
}

/** Verifies every {doc, sig} inside a body, wherever it stands. */
function checkStatements(dossier: Dossier, entry: Entry, field: Field): void {
  if (Array.isArray(field.value)) return field.items.forEach((item) => checkStatements(dossier, entry, item))
  if (!field.isObject) return
  const names = Object.keys(field.object())
  if (names.length === 2 && names.includes('doc') && names.includes('sig')) dossier.signerOf(field, entry)
  else names.forEach((name) => checkStatements(dossier, entry, field.get(name)))
}

function checkEnds(dossier: Dossier): void {
  const { entries } = dossier
  const [first, last] = [entries[0]!, entries.at(-1)!]
  const begins = first.type === 'tender/published' && first.body !== undefined
  demand(begins, first.object, 'the-chain-does-not-begin-with-publication', first.type)
  const closed = dossier.first('tender/closed')
  if (!closed) {
    dossier.attested.push(`open-end ${last.n}`)
    return
  }
  demand(closed === last, last.object, 'something-stands-behind-the-closing-entry')
  demand(last.body !== undefined, last.object, 'withheld-but-every-cut-must-show-it')
  last.body.get('last').equals(last.n, 'names-another-last-number')
}
