import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { membersBefore } from './panel'
import { decisions, isAbout } from './proposals'
import { lastPanel } from './screening'

/** Rejections (否决): a majority carries, and `for` and `against` are the votes one by one, where this cut shows them. */
export function checkRejections(dossier: Dossier): void {
  const votes = dossier.all('evaluation/vote')
  const shown = votes.every((vote) => vote.body)
  const rejected = decisions(dossier)
  for (const entry of rejected) {
    const body = dossier.body(entry)
    const [inFavour, against] = [body.get('for').count, body.get('against').count]
    const [majority, carried] = [2 * inFavour > inFavour + against, body.get('carried').value === true]
    demand(inFavour >= 0 && against >= 0, entry.object, 'no-votes')
    demand(carried || !majority, body.get('carried').path, 'a-majority-was-for-it', inFavour, against)
    if (carried && !majority) dossier.attested.push(`rejected-by-law ${entry.object}`)
    if (shown) checkCounted(dossier, entry, votes, inFavour, against)
  }
  if (!shown) {
    dossier.attested.push('rejection-votes')
    return
  }
  for (const vote of votes) {
    const counted = rejected.some((entry) => entry.n > vote.n && isAbout(dossier, entry, dossier.doc(vote)))
    demand(counted, vote.object, 'a-vote-that-no-rejection-counts')
  }
}

function checkCounted(dossier: Dossier, rejected: Entry, votes: Entry[], inFavour: number, against: number): void {
  const by = new Map<string, boolean>()
  for (const vote of votes) {
    const byThisPanel = vote.n > lastPanel(dossier, rejected.n)
    if (vote.n >= rejected.n || !byThisPanel || !isAbout(dossier, rejected, dossier.doc(vote))) continue
    const doc = dossier.doc(vote)
    doc.get('type').equals('rejection-vote', 'not-a-vote')
    const member = dossier.signerId(vote)
    demand(membersBefore(dossier, vote.n).includes(member), vote.object, 'a-vote-by-no-member-of-the-panel')
    if (membersBefore(dossier, rejected.n).includes(member)) by.set(member, doc.get('vote').value === 'FOR')
  }
  const seen = [...by.values()].filter(Boolean).length
  demand(seen === inFavour && by.size - seen === against, rejected.object, 'not-the-votes', `${seen} of ${by.size}`)
}
