import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { ItemChain } from '../itemChain'

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
  demand(closings.length <= 1, closings.at(-1)?.object ?? HEAD, 'a-recording-closed-twice')
  for (const closing of closings)
    demand(last.n < closing.n, last.object, 'something-stands-behind-the-end-of-a-recording')
  if ([...heads, ...closings].every((entry) => entry.body)) {
    const chain = chainOf(dossier, heads)
    for (const closing of closings) checkClosing(dossier, closing, chain)
  } else dossier.attested.push('recordings')
  if (closings.length === 0) checkCut(dossier, last)
  return heads.length
}

function chainOf(dossier: Dossier, heads: Entry[]): ItemChain {
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, heads[0]!.object, 'a-recording-without-an-evaluation')
  const session = dossier.body(opened).get('session')
  const chain = new ItemChain(session.said)
  for (const entry of heads) {
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
  return chain
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
