import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { ItemChain } from '../itemChain'
import { reviewBegin } from './reviews'

const HEAD = 'evaluation/recording-head'
const CLOSED = 'evaluation/recording-closed'
const AFTERWARDS = ['award/finalists', 'lot/failed', 'tender/closed']

/** Recordings: the items under each head make one chain, which ends with its closing before anything of the award. */
export async function checkRecordings(dossier: Dossier): Promise<number> {
  const heads = dossier.all(HEAD)
  const closings = dossier.all(CLOSED)
  if (heads.length + closings.length === 0) return 0
  const last = heads.at(-1)
  demand(last !== undefined, closings[0]?.object ?? HEAD, 'closed-without-a-recording')
  const parts = dossier.entries.filter(({ type }) => type === HEAD || type === CLOSED)
  checkOrder(dossier, parts)
  if (parts.every((entry) => entry.body)) checkChain(dossier, parts)
  else dossier.attested.push('recordings')
  if (closings.every((closing) => closing.n < last.n)) checkCut(dossier, last)
  return heads.length
}

/** Behind an end nothing stands but what a re-review recorded, whose approval stands between the two. */
function checkOrder(dossier: Dossier, parts: Entry[]): void {
  parts.forEach((part, i) => {
    const former = parts[i - 1]
    demand(former !== undefined || part.type === HEAD, part.object, 'closed-without-a-recording')
    if (former?.type !== CLOSED) return
    demand(part.type === HEAD, part.object, 'a-recording-closed-twice')
    const approved = reviewBegin(dossier, part.n) > former.n
    demand(approved, part.object, 'something-stands-behind-the-end-of-a-recording')
  })
}

function checkChain(dossier: Dossier, parts: Entry[]): void {
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, parts[0]!.object, 'a-recording-without-an-evaluation')
  const session = dossier.body(opened).get('session')
  const chain = new ItemChain(session.said)
  let closings = 0
  for (const part of parts) {
    if (part.type === CLOSED) {
      checkClosing(dossier, part, chain)
      closings++
    } else {
      checkHead(dossier, part, session, chain)
      demand(chain.reopenings === closings, part.object, 'something-stands-behind-the-end-of-a-recording')
    }
  }
}

function checkHead(dossier: Dossier, entry: Entry, session: Field, chain: ItemChain): void {
  const { object } = entry
  const body = dossier.body(entry).exactly('session', 'from', 'to', 'head', 'items')
  demand(body.get('session').is(session), object, 'a-recording-of-another-session')
  demand(body.get('from').value === chain.seq + 1, object, 'an-item-of-a-recording-is-missing')
  const items = body.get('items')
  demand(items.items.length > 0, items.path, 'a-head-without-items')
  for (const item of items.items) chain.take(item, items.path)
  const own = body.get('to').value === chain.seq && body.get('head').value === chain.hash
  demand(own, object, 'not-the-head-of-its-items')
}

function checkClosing(dossier: Dossier, entry: Entry, chain: ItemChain): void {
  const body = dossier.body(entry).exactly('session', 'items', 'head', 'bytes')
  demand(chain.closed, entry.object, 'closed-before-the-end-of-the-recording')
  const end = body.get('items').value === chain.seq && body.get('head').value === chain.hash
  demand(end, entry.object, 'not-the-end-of-the-recording')
  demand(body.get('bytes').value === chain.bytes, entry.object, 'not-the-length-of-the-recording')
}

/** Without its closing a recording is cut, unless the evaluation still goes on. */
function checkCut(dossier: Dossier, last: Entry): void {
  const over = dossier.entries.some((entry) => AFTERWARDS.includes(entry.type) && entry.n > last.n)
  demand(!over, last.object, 'a-recording-that-was-cut', new Date(last.at).toISOString())
  dossier.attested.push('recording-open')
}
