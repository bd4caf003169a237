import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { membersBefore, openedPrices } from './panel'
import { reviewEnd } from './reviews'

const SAID = ['session', 'number', 'code', 'lines']
const COUNT_MAX = 1000

/** Whether the lot is evaluated by reviewed prices, method M-E. */
export const isReviewed = (dossier: Dossier) => dossier.publication.get('method').get('code').value === 'M-E'

/**
 * Findings of method M-E (量化因素认定): each on an adjustment that was declared, of opened bids, behind the sheets and
 * before the reviewed prices, with a vote of every member (12号令 §32).
 */
export async function checkFindings(dossier: Dossier): Promise<number> {
  const all = dossier.all('evaluation/found')
  const votes = dossier.all('evaluation/finding-vote')
  const shown = votes.every((vote) => vote.body)
  if (!shown) dossier.attested.push('finding-votes')
  all.forEach((entry, i) => {
    dossier
      .body(entry)
      .get('number')
      .equals(i + 1, 'not-the-next-number-of-a-finding')
    checkPlace(dossier, entry)
    checkLines(dossier, entry)
    checkMajority(dossier, entry)
    if (shown) checkVotes(dossier, entry, votes)
  })
  if (shown)
    for (const vote of votes) {
      const counted = all.some((entry) => entry.n > vote.n && isSame(dossier, entry, vote))
      demand(counted, vote.object, 'a-vote-that-no-finding-counts')
    }
  return all.length
}

function checkPlace(dossier: Dossier, entry: Entry): void {
  const end = reviewEnd(dossier, entry.n)
  const open = dossier.all('evaluation/revealed').every((sheet) => sheet.n < entry.n || sheet.n > end)
  demand(open, entry.object, 'found-before-the-sheets-were-open')
  const before = dossier.all('evaluation/scored').every((scored) => entry.n < scored.n)
  demand(before, entry.object, 'found-behind-the-reviewed-prices')
}

function checkLines(dossier: Dossier, entry: Entry): void {
  const isOmission = declared(dossier, entry).get('kind').value === 'OMISSION'
  const opened = openedPrices(dossier)
  const lines = dossier.body(entry).get('lines')
  for (const line of lines.items) {
    line.exactly('bidId', 'count', 'quoteFen', 'page')
    demand(opened.has(line.get('bidId').said), line.path, 'a-finding-about-no-opened-bid', line.get('bidId').said)
    const [count, quote] = [line.get('count'), line.get('quoteFen')]
    const fits = isOmission
      ? count.isNull && (quote.isNull || isCount(quote))
      : quote.isNull && isCount(count) && count.count <= COUNT_MAX
    demand(fits, line.path, 'not-what-the-adjustment-needs')
    const needed = isOmission || count.count > 0
    demand(!needed || line.get('page').said.trim() !== '', line.path, 'a-finding-without-a-page')
  }
  const ids = lines.items.map((line) => line.get('bidId').said)
  const inOrder = ids.length > 0 && ids.every((id, i) => i === 0 || ids[i - 1]! < id)
  demand(inOrder, lines.path, 'bids-not-once-each-in-order', ids.join(' '))
}

const isCount = (field: Field) => Number.isSafeInteger(field.value) && field.count >= 0

/** The adjustment; a duration needs no finding. */
function declared(dossier: Dossier, entry: Entry): Field {
  const code = dossier.body(entry).get('code')
  const rules = isReviewed(dossier) ? dossier.publication.get('method').get('adjustments').items : []
  const rule = rules.find((each) => each.get('code').is(code) && each.get('kind').value !== 'DURATION')
  demand(rule !== undefined, code.path, 'not-an-adjustment-that-was-declared', code.value)
  return rule
}

function checkMajority(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry)
  const [inFavour, against] = [body.get('for').number(), body.get('against').number()]
  const members = dossier.publication.get('panel').get('size').count
  const all = inFavour >= 0 && against >= 0 && inFavour + against === members
  demand(all, entry.object, 'not-a-vote-of-every-member', inFavour + against, members)
  body.get('carried').equals(2 * inFavour > members, 'not-what-the-majority-found')
}

const isSame = (dossier: Dossier, found: Entry, vote: Entry) =>
  SAID.every((field) => dossier.body(found).get(field).is(dossier.doc(vote).get(field)))

function checkVotes(dossier: Dossier, found: Entry, votes: Entry[]): void {
  const by = new Map<string, boolean>()
  for (const vote of votes) {
    if (vote.n >= found.n || !isSame(dossier, found, vote)) continue
    const doc = dossier.doc(vote)
    doc.get('type').equals('finding-vote', 'not-a-vote')
    demand(['FOR', 'AGAINST'].includes(doc.get('vote').said), vote.object, 'neither-for-nor-against')
    const member = dossier.signerId(vote)
    demand(membersBefore(dossier, vote.n).includes(member), vote.object, 'a-vote-by-no-member-of-the-panel')
    demand(!by.has(member), vote.object, 'a-member-votes-twice')
    by.set(member, doc.get('vote').value === 'FOR')
  }
  const seen = [...by.values()].filter(Boolean).length
  const body = dossier.body(found)
  const holds = seen === body.get('for').count && by.size - seen === body.get('against').count
  demand(holds, found.object, 'not-the-votes', `${seen} of ${by.size}`)
}
