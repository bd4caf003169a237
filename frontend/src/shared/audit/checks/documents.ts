import { hex } from '@/shared/trust/bytes'
import { sm3Stream } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier } from '../dossier'

const FOLDER = 'documents/'
const USUAL = ['docx', 'pdf', 'xlsx']

/**
 * Documents: those that shown entries name, all of them, and each is what its name says. What bidders were told of their
 * bids is for each of them alone: it has to be there only where the report is.
 */
export async function checkDocuments(dossier: Dossier): Promise<number> {
  const named = namedDocuments(dossier)
  const parts = partsOfBidders(dossier)
  if (dossier.all('evaluation/report').some((entry) => entry.body)) parts.forEach((hash) => named.add(hash))
  const seen = new Map<string, string>()
  const names = dossier.archive.under(FOLDER)
  for (const name of names) {
    const expected = name.slice(FOLDER.length, name.indexOf('.'))
    const hash = await sm3Stream()
    await dossier.archive.stream(name, (part) => hash.update(part))
    const found = hex(hash.digest())
    demand(found === expected, name, 'not-the-document-of-that-hash', found)
    demand(named.has(expected) || parts.has(expected), name, 'a-document-that-no-entry-names')
    const former = seen.get(expected)
    demand(former === undefined, former === undefined || isUsual(former) ? name : former, 'a-document-twice')
    seen.set(expected, name)
  }
  for (const hash of named) demand(seen.has(hash), `${FOLDER}${hash}`, 'missing')
  return names.length
}

/** Of two names of one document the one without a usual ending is the one too many. */
const isUsual = (name: string) => USUAL.includes(name.slice(name.indexOf('.') + 1))

function partsOfBidders(dossier: Dossier): Set<string> {
  const parts = dossier.all('evaluation/parts').flatMap((entry) => dossier.body(entry).get('parts').items)
  return new Set(parts.map((part) => part.get('sm3').said).filter((hash) => hash !== ''))
}

function namedDocuments(dossier: Dossier): Set<string> {
  const { publication } = dossier
  const document = publication.get('document')
  const named = [document.get('docx'), document.get('pdf'), publication.get('bill')]
  for (const type of ['lot/opening-record', 'evaluation/report', 'award/noticed'])
    for (const entry of dossier.all(type)) if (entry.body) named.push(entry.body.get('sm3'))
  return new Set(named.map((field) => field.said).filter((hash) => hash !== ''))
}
