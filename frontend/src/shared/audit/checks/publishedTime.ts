import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'

const HOURS_MAX = 720
const HOUR_MS = 3_600_000
const CLOCKS_MS = 5000
const SOON_MS = 10 * 60_000

/** Breaks where the session was opened with another evaluation time (评标时间) than was published. */
export function checkPublishedHours(dossier: Dossier): void {
  const hours = publishedHours(dossier)
  for (const opened of dossier.all('evaluation/opened'))
    dossier.body(opened).get('evaluationHours').equalsField(hours, 'not-the-published-evaluation-time')
}

/** Breaks where an end that was set gives the panel less than was published, counted from when it was complete. */
export function checkPublishedEnd(dossier: Dossier, entry: Entry): void {
  const hours = publishedHours(dossier)
  const doc = dossier.doc(entry)
  doc.get('hours').equalsField(hours, 'not-the-published-evaluation-time')
  if (hours.isMissing) return
  const panel = dossier.all('evaluation/panel').findLast(({ n }) => n < entry.n)
  const begun = doc.get('begun')
  if (!panel) return demand(begun.isNull, begun.path, 'not-when-the-panel-was-complete', begun.said)
  const known = !begun.isNull && begun.moment() <= panel.at + CLOCKS_MS
  demand(known, begun.path, 'not-when-the-panel-was-complete', begun.said)
  if (begun.moment() + SOON_MS < panel.at) dossier.attested.push(`panel-late ${panel.object}`)
  const until = doc.get('until')
  const enough = until.moment() >= begun.moment() + hours.number() * HOUR_MS
  demand(enough, until.path, 'an-end-before-the-published-evaluation-time', until.said)
}

/** The published hours, or nothing where the document names none. */
function publishedHours(dossier: Dossier): Field {
  const hours = dossier.publication.get('panel').get('evaluationHours')
  if (hours.isMissing) return hours
  const lawful = hours.number() >= 1 && hours.number() <= HOURS_MAX
  demand(lawful, 'chain/000001.json', 'no-evaluation-time', hours.number())
  return hours
}
