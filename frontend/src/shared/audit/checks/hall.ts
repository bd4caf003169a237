import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { reviewBegin } from './reviews'

const SAID = 'evaluation/said'
const CLOSED = 'evaluation/hall-closed'
const WARNED = 'evaluation/warned'
const SEEN = 'evaluation/warning-seen'
const FROZEN = 'evaluation/frozen'
const UNFROZEN = 'evaluation/unfrozen'
const REPORT = 'evaluation/report'
const TYPES = [SAID, CLOSED, WARNED, SEEN, FROZEN, UNFROZEN]
const ROLES = ['supervisor', 'notary']
const CLOCKS_MS = 5000
const TEXT_MAX = 2000

/** What a session refuses that is frozen, or stands still for a fault. */
export const DECIDING = [
  'evaluation/direct-choice',
  'evaluation/panel',
  'evaluation/declared',
  'evaluation/committed',
  'evaluation/revealed',
  'evaluation/shared',
  'evaluation/screening-committed',
  'evaluation/screening-revealed',
  'evaluation/screened',
  'evaluation/void',
  'evaluation/clarification-proposed',
  'evaluation/clarification-vote',
  'evaluation/clarification-gate',
  'evaluation/clarification-found',
  'evaluation/corrected',
  'evaluation/information-asked',
  'evaluation/information-gate',
  'evaluation/information-passage',
  'evaluation/vote',
  'evaluation/rejected',
  'evaluation/blind-ruling',
  'evaluation/finding-vote',
  'evaluation/found',
  'evaluation/more-time-asked',
  'evaluation/time-set',
  'evaluation/scored',
  'evaluation/parts',
  'evaluation/report',
]

/**
 * Hall and witness (评标厅与数字见证): no message is missing or out of order, warnings are acknowledged by whom they are
 * for, and nothing was decided while the session was frozen.
 */
export async function checkHall(dossier: Dossier): Promise<number> {
  const all = dossier.entries.filter(({ type }) => TYPES.includes(type))
  if (all.length === 0) return 0
  for (const entry of all) checkPlace(dossier, entry)
  checkEnd(dossier)
  checkFreezes(dossier)
  if (!all.every(({ body }) => body)) {
    dossier.attested.push('hall')
    return all.length
  }
  checkTexts(dossier)
  checkWarnings(dossier)
  for (const type of [FROZEN, UNFROZEN])
    for (const entry of numbered(dossier, type, 'not-the-next-number-of-a-freeze')) checkAct(dossier, entry)
  return all.length
}

function checkPlace(dossier: Dossier, entry: Entry): void {
  const opened = dossier.first('evaluation/opened')
  const begin = reviewBegin(dossier, entry.n)
  const behind = dossier.all(REPORT).some((report) => report.n > begin && report.n < entry.n)
  const inside = opened !== undefined && opened.n < entry.n && !behind
  demand(inside, entry.object, 'a-word-of-the-hall-outside-of-the-evaluation')
  const session = dossier.body(opened).get('session')
  if (entry.body) demand(entry.body.get('session').is(session), `${entry.object}#session`, 'a-word-of-another-session')
}

/** The end of the text channel in each review, as far as the types tell; messages are counted through all of them. */
function checkEnd(dossier: Dossier): void {
  const said = dossier.all(SAID)
  const ends = new Map<number, Entry>()
  for (const end of dossier.all(CLOSED)) {
    const begin = reviewBegin(dossier, end.n)
    demand(!ends.has(begin), end.object, 'a-hall-closed-twice')
    ends.set(begin, end)
  }
  for (const entry of said) {
    const end = ends.get(reviewBegin(dossier, entry.n))
    demand(end === undefined || entry.n < end.n, entry.object, 'said-behind-the-end-of-the-hall')
  }
  for (const end of ends.values()) {
    const before = said.filter((entry) => entry.n < end.n).length
    end.body?.get('said').equals(before, 'not-the-number-of-messages')
  }
  for (const report of dossier.all(REPORT)) {
    const begin = reviewBegin(dossier, report.n)
    const spoken = said.some((entry) => reviewBegin(dossier, entry.n) === begin)
    demand(!spoken || ends.has(begin), report.object, 'a-hall-that-was-never-closed')
  }
}

/** Frozen and unfrozen take turns, and nothing is decided between the two. */
function checkFreezes({ entries }: Dossier): void {
  let frozen = false
  for (const { type, object } of entries) {
    if (type === FROZEN) {
      demand(!frozen, object, 'frozen-twice')
      frozen = true
    } else if (type === UNFROZEN) {
      demand(frozen, object, 'unfrozen-though-nothing-was-frozen')
      frozen = false
    } else demand(!frozen || !DECIDING.includes(type), object, 'decided-while-the-session-was-frozen')
  }
}

function checkTexts(dossier: Dossier): void {
  const speakers = speakersOf(dossier)
  let before = -Infinity
  for (const entry of numbered(dossier, SAID, 'not-the-next-number-of-a-message')) {
    const body = dossier.body(entry)
    const text = body.get('text').text()
    demand(text.trim() !== '' && text.length <= TEXT_MAX, body.get('text').path, 'not-a-message')
    const member = body.get('member')
    demand(speakers.has(member.text()), member.path, 'said-by-no-member-of-the-panel')
    const at = momentOf(entry, body)
    demand(at >= before, body.get('at').path, 'messages-out-of-order')
    before = at
  }
}

/** Certificates of everybody who declared or sits on a panel. */
function speakersOf(dossier: Dossier): Set<string> {
  const seats = dossier.all('evaluation/panel').flatMap((panel) => dossier.body(panel).get('members').items)
  const declared = dossier.all('evaluation/declared').map((entry) => dossier.signerId(entry))
  return new Set([...seats.map((seat) => seat.get('member').said), ...declared])
}

function checkWarnings(dossier: Dossier): void {
  const warned = numbered(dossier, WARNED, 'not-the-next-number-of-a-warning')
  for (const entry of warned) {
    checkAct(dossier, entry)
    const to = namesOf(dossier.body(entry).get('to'))
    const once = to.length > 0 && new Set(to).size === to.length
    demand(once, dossier.body(entry).get('to').path, 'a-warning-to-nobody-or-to-somebody-twice')
  }
  const seen = new Set<string>()
  for (const entry of dossier.all(SEEN)) {
    const body = dossier.body(entry)
    momentOf(entry, body)
    const member = body.get('member').text()
    const number = body.get('number')
    const addressed = warned.some(
      (one) =>
        one.n < entry.n &&
        dossier.body(one).get('number').is(number) &&
        namesOf(dossier.body(one).get('to')).includes(member),
    )
    demand(addressed, entry.object, 'acknowledged-by-nobody-who-was-warned')
    const key = `${number.count} ${member}`
    demand(!seen.has(key), entry.object, 'a-warning-acknowledged-twice')
    seen.add(key)
  }
}

function checkAct(dossier: Dossier, entry: Entry): void {
  const body = dossier.body(entry)
  momentOf(entry, body)
  const role = body.get('role')
  demand(ROLES.includes(role.text()), role.path, 'an-act-of-nobody-who-watches')
  const reason = body.get('reason')
  demand(reason.text().trim() !== '', reason.path, 'an-act-of-a-watcher-without-a-reason')
}

function momentOf(entry: Entry, body: Field): number {
  const at = body.get('at').moment()
  demand(at <= entry.at + CLOCKS_MS, body.get('at').path, 'recorded-before-it-happened', at, entry.at)
  return at
}

function numbered(dossier: Dossier, type: string, reason: string): Entry[] {
  const entries = dossier.all(type)
  entries.forEach((entry, i) =>
    dossier
      .body(entry)
      .get('number')
      .equals(i + 1, reason),
  )
  return entries
}

const namesOf = (list: Field) => list.items.map((item) => item.said)
