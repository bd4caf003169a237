import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { readBallots, type Round } from './ballots'
import { checkRank, checkRankedAward, isRanked, ofRanked } from './rankedAward'
import { membersBefore, validPrices } from './panel'
import { awardsOf, scoredBefore } from './reviews'

const DAY_MS = 86_400_000
const VOTES = ['award/committed', 'award/revealed', 'award/decided']
const OF_COMMITTEES = ['award/committee', ...VOTES]

/** Award: finalists in public, a committee that was named, ballots as committed, and a majority of the committee. */
export async function checkAward(dossier: Dossier): Promise<number> {
  let votes = 0
  for (const each of awardsOf(dossier)) votes = await checkOne(each)
  return votes
}

async function checkOne(dossier: Dossier): Promise<number> {
  checkMode(dossier)
  const finalists = checkFinalists(dossier)
  if (isRanked(dossier)) return checkRankedAward(dossier, finalists)
  const committee = checkCommittee(dossier)
  const rounds = readBallots(dossier, committee)
  const [decided, ...again] = dossier.all('award/decided')
  demand(again.length === 0, again.at(-1)?.object ?? '', 'decided-twice')
  if (decided) checkDecision(dossier, decided, finalists, rounds)
  return [...rounds.values()].reduce((sum, round) => sum + round.choices.size, 0)
}

const ruleOf = (dossier: Dossier) => dossier.publication.get('award')

/** Two award modes are known: a vote by a committee, which is named before anybody votes, and ranked candidates. */
function checkMode(dossier: Dossier): void {
  for (const entry of dossier.entries) {
    if (!entry.type.startsWith('award/')) continue
    const ranked = isRanked(dossier)
    if (!ranked) ruleOf(dossier).get('mode').equals('SEPARATED', 'an-award-mode-that-nobody-knows')
    const foreign = ranked ? OF_COMMITTEES.includes(entry.type) : ofRanked(entry)
    demand(!foreign, entry.object, 'an-act-of-the-other-award-mode')
    const named = dossier.all('award/committee').some((committee) => committee.n < entry.n)
    demand(!VOTES.includes(entry.type) || named, entry.object, 'voted-before-a-committee-was-named')
  }
}

function checkFinalists(dossier: Dossier): string[] {
  const entry = dossier.first('award/finalists')
  if (!entry) return []
  const list = dossier.body(entry).get('finalists')
  const finalists = list.items.map((each) => each.said)
  const valid = validPrices(dossier)
  const scored = scoredBefore(dossier, entry.n)
  demand(scored !== undefined, entry.object, 'finalists-before-the-scores')
  const fit =
    finalists.every((bidId) => valid.has(bidId)) &&
    new Set(finalists).size === finalists.length &&
    finalists.length > 0 &&
    finalists.length <= ruleOf(dossier).get('finalistsMax').count
  demand(fit, list.path, 'not-valid-bids-or-too-many', finalists.length)
  if (isRanked(dossier)) checkRank(dossier, entry, scored, finalists)
  else checkUnranked(dossier, scored, list, finalists)
  checkPublicity(dossier, entry)
  return finalists
}

/** Finalists without rank stand in the order of the bids; in method M-E they are the lowest reviewed prices. */
function checkUnranked(dossier: Dossier, scored: Entry, list: Field, finalists: string[]): void {
  const order = dossier
    .body(scored)
    .get('technical')
    .items.map((line) => line.get('bidId').said)
    .filter((bidId) => finalists.includes(bidId))
  demand(order.join(' ') === finalists.join(' '), list.path, 'not-in-the-order-of-the-bids')
  for (const line of dossier.body(scored).get('reviewed').items) {
    const first = line.get('rank').count <= finalists.length
    demand(finalists.includes(line.get('bidId').said) === first, list.path, 'not-the-lowest-reviewed-prices')
  }
}

/** A publicity runs for at least the days that were published, and begins with its entry. */
function checkPublicity(dossier: Dossier, entry: Entry): void {
  const publicity = dossier.body(entry).get('publicity')
  const [from, to] = [publicity.get('from').moment(), publicity.get('to').moment()]
  const days = Math.max(0, ruleOf(dossier).get('publicityDays').count)
  demand(to - from >= days * DAY_MS, publicity.path, 'shorter-than-the-days-that-were-published')
  demand(from <= entry.at, publicity.path, 'begins-after-its-entry')
}

/** Certificates of the committee; nobody of the panel sits on it. */
function checkCommittee(dossier: Dossier): Set<string> {
  const entries = dossier.all('award/committee')
  const committee = new Set<string>()
  for (const entry of entries) {
    demand(entries.length === 1, entry.object, 'two-committees')
    const members = dossier.body(entry).get('members')
    members.items.forEach((member) => committee.add(member.get('member').said))
    const size = ruleOf(dossier).get('committeeSize').count
    const right = committee.size === size && members.items.length === size
    demand(right, members.path, 'not-a-committee-of-the-published-size', members.items.length, size)
    const evaluated = membersBefore(dossier, entry.n).some((member) => committee.has(member))
    demand(!evaluated, members.path, 'a-member-who-evaluated')
    const finalists = dossier.first('award/finalists')
    demand(finalists !== undefined, entry.object, 'a-committee-without-finalists')
    const over = dossier.body(finalists).get('publicity').get('to').moment()
    demand(entry.at >= over, entry.object, 'named-before-the-publicity-of-the-finalists-was-over')
  }
  return committee
}

function checkDecision(dossier: Dossier, decided: Entry, finalists: string[], rounds: Map<number, Round>): void {
  const body = dossier.body(decided)
  const listed = body.get('rounds')
  const members = ruleOf(dossier).get('committeeSize').count
  const count = listed.items.length
  const held = count === rounds.size && count <= ruleOf(dossier).get('roundsMax').count
  demand(held, listed.path, 'not-the-rounds-that-were-held', count, rounds.size)
  let elected: string | undefined
  let choices = finalists
  for (const line of listed.items) {
    const round = rounds.get(line.get('n').count)
    demand(elected === undefined && round !== undefined, listed.path, 'a-round-behind-a-majority')
    const tally = tallyOf(round, line, choices, members, listed.path)
    elected = [...tally].find(([, votes]) => votes * 2 > members)?.[0]
    choices = runOff(tally, choices)
  }
  const winner = body.get('winner')
  const right = elected === undefined ? winner.isNull : winner.value === elected
  demand(right, winner.path, 'not-whom-a-majority-of-the-committee-chose', winner.value, elected ?? 'nobody')
  if (elected !== undefined) checkPublicity(dossier, decided)
}

/** The votes of one round, as its ballots say and the decision tells. */
function tallyOf(round: Round, line: Field, choices: string[], members: number, path: string): Map<string, number> {
  const quorum = round.commits.size <= members && round.commits.size * 3 >= members * 2
  demand(quorum, path, 'a-round-without-a-quorum', round.commits.size, members)
  const tally = new Map(choices.map((choice) => [choice, 0]))
  for (const choice of round.choices.values()) {
    demand(tally.has(choice), path, 'a-vote-for-nobody-who-could-be-chosen', choice)
    tally.set(choice, tally.get(choice)! + 1)
  }
  const named = new Map(line.get('votes').items.map((vote) => [vote.get('bidId').said, vote.get('count').count]))
  const right = named.size === tally.size && [...tally].every(([choice, votes]) => named.get(choice) === votes)
  demand(right, path, 'not-the-votes-that-were-cast', JSON.stringify(line.get('votes').value))
  return tally
}

/** Who goes on: the two with the most votes, and whoever has as many as the second. */
function runOff(tally: Map<string, number>, choices: string[]): string[] {
  const votes = [...tally.values()].sort((a, b) => b - a)
  const cut = votes[Math.min(2, votes.length) - 1] ?? 0
  return choices.filter((choice) => tally.get(choice)! >= cut)
}
