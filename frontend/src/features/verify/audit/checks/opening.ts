import { concat, hex, same, type Bytes } from '@/shared/trust/bytes'
import { cipherSm3Of, openFrame } from '@/shared/trust/bes1/frames'
import { coreOf, FRAME, type BidHeader } from '@/shared/trust/bes1/header'
import { fileKeyCommitOf, fileKeyOf, prkOf, shareCommitOf } from '@/shared/trust/bes1/keys'
import { checkWithKey } from '@/shared/trust/bes1/opener'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { combine } from '@/shared/trust/shamir'
import { sm3 } from '@/shared/trust/sm3'
import { Broken, demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { folderOf, liveLines, readBidHeader } from './bids'

const BIDS_MIN = 3

interface Press {
  id: Bytes
  x: number
  shares: Field[]
}

/** The opening: exactly the live bids, at one instant, each giving what was sealed. */
export async function checkOpening(dossier: Dossier): Promise<number> {
  const [opened, again] = dossier.all('lot/opened')
  const live = liveLines(dossier)
  if (!opened) return 0
  demand(!again, again?.object ?? '', 'opened-twice')
  const list = dossier.first('lot/bid-list')
  demand(list !== undefined && list.n < opened.n, opened.object, 'opened-without-bid-list')
  demand(live.length >= BIDS_MIN && !dossier.first('lot/failed'), opened.object, 'too-few-bids', live.length, BIDS_MIN)
  dossier.demandHeadBetween(list, opened)
  const results = dossier.body(opened).get('results')
  demand(results.list().length === live.length, results.path, 'not-the-live-bids', results.list().length, live.length)
  const set = keySetOf(dossier.body(dossier.entries[0]!).get('keySet').object())
  const presses = readPresses(dossier, list, set)
  for (const [i, result] of results.list().entries()) {
    result.get('bidId').equals(live[i]!.get('bidId').value!, 'not-the-live-bids')
    await checkResult(dossier, result, folderOf(live[i]!), set, presses)
  }
  return live.length
}

function readPresses(dossier: Dossier, list: Entry, set: KeySet): Press[] | undefined {
  const entries = dossier.all('lot/pressed')
  const presses: Press[] = []
  for (const entry of entries) {
    dossier.demandHeadBetween(list, entry)
    const drawn = dossier.all('draw/result').some((result) => result.n < entry.n)
    demand(drawn || !dossier.first('draw/opened'), entry.object, 'pressed-before-the-draw')
    if (!entry.body) continue
    const doc = dossier.doc(entry)
    const signer = dossier.signerOf(entry.body.get('statement'), entry)
    const member = set.members.find((each) => same(each.id, signer.id))
    demand(member !== undefined, entry.object, 'not-a-trustee')
    doc.get('bidList').equals(list.contentHash, 'pressed-for-another-list')
    presses.push({ id: member.id, x: member.x, shares: doc.get('shares').list() })
  }
  return presses.length === entries.length && presses.length > 0 ? presses : undefined
}

async function checkResult(
  dossier: Dossier,
  result: Field,
  folder: string,
  set: KeySet,
  presses: Press[] | undefined,
): Promise<void> {
  const header = await readBidHeader(dossier, folder)
  const status = result.get('status').text()
  demand(status === 'OPENED' || status === 'INVALID', result.get('status').path, 'unknown-state', status)
  const finding = presses && (await findingOf(dossier, header, result, folder, set, presses))
  if (status === 'INVALID') {
    const named = result.get('finding').text()
    result.get('bid').equals(null)
    result.get('fileKey').equals(null)
    if (presses) demand(finding === named, result.path, 'another-finding', named, finding)
    else dossier.attested.push(`finding ${folder} ${named}`)
    return
  }
  result.get('finding').equals(null)
  demand(!finding, folder, finding ?? '', 'opened', finding)
  const key = result.get('fileKey').bytes(16)
  demand(
    same(fileKeyCommitOf(key, 1, header), header.files[0]!.fileKeyCommit),
    result.get('fileKey').path,
    'not-the-committed-key',
  )
  const plain = await openStored(dossier, header, 1, key, folder, true)
  demand(same(plain, result.get('bid').canonical()), result.get('bid').path, 'not-what-was-sealed')
}

/** What the shares that were pressed show of an envelope: a finding, or nothing when all is right. */
async function findingOf(
  dossier: Dossier,
  header: BidHeader,
  result: Field,
  folder: string,
  set: KeySet,
  presses: Press[],
): Promise<string | undefined> {
  const core = coreOf(header)
  const good: { x: number; share: Uint8Array }[] = []
  for (const press of presses) {
    const own = press.shares.find((each) => each.get('bidId').value === result.get('bidId').value)
    if (!own || own.get('share').isMissing) continue
    const share = own.get('share').bytes(16)
    const commit = header.trustees.find((each) => same(each.trusteeId, press.id))?.shareCommit
    if (commit && same(commit, shareCommitOf(core, press.id, share))) good.push({ x: press.x, share })
  }
  if (good.length < set.threshold) return 'envelope/too-few-shares'
  const cek = combine(good.slice(0, set.threshold))
  const finding = checkWithKey(header, cek, set)
  if (finding) return finding
  const prk = prkOf(cek, header.salt)
  for (const file of header.files) {
    const stored = `${folder}/${file.n}.enc`
    if (!dossier.archive.has(stored)) {
      demand(!dossier.isWhole, stored, 'missing')
      continue
    }
    try {
      await openStored(dossier, header, file.n, fileKeyOf(prk, file.n, header), folder, false)
    } catch (thrown) {
      if (thrown instanceof Broken && thrown.reason === 'envelope/frame-forged') return thrown.reason
      throw thrown
    }
  }
  return undefined
}

async function openStored(
  dossier: Dossier,
  header: BidHeader,
  n: number,
  key: Bytes,
  folder: string,
  keep: boolean,
): Promise<Bytes> {
  const object = `${folder}/${n}.enc`
  const file = header.files[n - 1]!
  const wanted = file.length + 16 * file.frameCount
  demand(
    dossier.archive.size(object) === wanted,
    object,
    'envelope/frames-missing',
    dossier.archive.size(object),
    wanted,
  )
  const core = coreOf(header)
  const hashes: Uint8Array[] = []
  const plain: Uint8Array[] = []
  let pending: Uint8Array = new Uint8Array(0)
  const takeFrame = (frame: Uint8Array) => {
    const i = hashes.push(sm3(frame)) - 1
    try {
      const bytes = openFrame(key, core, { n, i, last: i === file.frameCount - 1 }, frame)
      if (keep) plain.push(bytes)
    } catch {
      throw new Broken(object, 'envelope/frame-forged', `frame ${i}`)
    }
  }
  await dossier.archive.stream(object, (part) => {
    pending = concat(pending, part)
    for (; pending.length >= FRAME + 16; pending = pending.slice(FRAME + 16)) takeFrame(pending.slice(0, FRAME + 16))
  })
  if (pending.length) takeFrame(pending)
  demand(same(cipherSm3Of(hashes), file.cipherSm3), object, 'envelope/frames-differ', hex(cipherSm3Of(hashes)))
  return concat(...plain)
}
