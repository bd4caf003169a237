import { hex } from '@/shared/trust/bytes'
import { sm3Stream } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier } from '../dossier'
import type { Field } from '../field'

/** Documents: each is the one that its name says, and in the supervisor's cut all that entries name are there. */
export async function checkDocuments(dossier: Dossier): Promise<number> {
  const names = dossier.archive.under('documents/')
  for (const name of names) {
    const hash = await sm3Stream()
    await dossier.archive.stream(name, (part) => hash.update(part))
    const seen = hex(hash.digest())
    demand(name.startsWith(`documents/${seen}.`), name, 'another-document', seen)
  }
  for (const named of namedDocuments(dossier))
    demand(
      names.some((name) => name.startsWith(`documents/${named.text()}.`)),
      `documents/${named.text()}`,
      'missing',
      '',
      named.path,
    )
  return names.length
}

function namedDocuments(dossier: Dossier): Field[] {
  const publication = dossier.doc(dossier.entries[0]!)
  if (!dossier.isWhole) return []
  const named = [
    publication.get('document').get('docx'),
    publication.get('document').get('pdf'),
    publication.get('bill'),
  ]
  for (const type of ['lot/opening-record', 'evaluation/report', 'award/noticed'])
    for (const entry of dossier.all(type)) if (entry.body) named.push(entry.body.get('sm3'))
  return named.filter((field) => !field.isNull)
}
