import { demand } from '../broken'
import type { Dossier } from '../dossier'
import type { Field } from '../field'

const ERROR = 'platform-error'
const MEMBERS = 'type v tender lot bidId headerHash opensAt closesAt cause code outcome claim outages attempts'.split(
  ' ',
)

/** Why a bid was not released: the cause and its effect follow from the facts that the platform signed. */
export function checkCausation(dossier: Dossier, doc: Field, line: Field, live: Field, list: Field): void {
  doc.exactly(...MEMBERS)
  doc.get('type').equals('release-causation', 'not-a-report-of-a-cause')
  doc.get('v').equals(1, 'another-version')
  doc.get('tender').equals(dossier.entries[0]!.tender, 'a-cause-of-something-else')
  doc.get('lot').equalsField(dossier.lot, 'a-cause-of-something-else')
  for (const id of ['bidId', 'headerHash']) doc.get(id).equalsField(live.get(id), 'a-cause-of-something-else')
  for (const id of ['opensAt', 'closesAt']) doc.get(id).equalsField(list.get(id), 'a-cause-of-something-else')
  const { platform, code } = causeIn(doc)
  doc.get('cause').equals(platform ? 'PLATFORM' : 'BIDDER', 'not-the-cause-that-the-facts-give')
  doc.get('code').equals(code, 'not-the-cause-that-the-facts-give')
  const outcome = platform ? 'DEEMED_WITHDRAWN' : 'REVOKED'
  doc.get('outcome').equals(outcome, 'not-the-effect-of-the-cause')
  line.get('outcome').equals(outcome, 'not-the-effect-of-the-cause')
  doc.get('claim').equals(platform, 'not-the-effect-of-the-cause')
  dossier.attested.push(`not-released ${live.get('bidId').said} ${code}`)
}

/** What the recorded facts say: whose cause it is, and its code. */
function causeIn(doc: Field): { platform: boolean; code: string } {
  const [outages, attempts] = ['outages', 'attempts'].map((name) => {
    demand(Array.isArray(doc.get(name).value), doc.get(name).path, 'not-a-list')
    return doc.get(name).items
  }) as [Field[], Field[]]
  for (const outage of outages) {
    const inOrder = outage.get('from').moment() < outage.get('until').moment()
    demand(inOrder, outage.path, 'an-outage-that-ends-before-it-begins')
  }
  const codes = attempts.map((attempt) => {
    attempt.get('at').moment()
    return attempt.get('code').text()
  })
  if (outages.length > 0) return { platform: true, code: 'service-outage' }
  if (codes.includes(ERROR)) return { platform: true, code: ERROR }
  return { platform: false, code: codes.at(-1) ?? 'bidder-absent' }
}
