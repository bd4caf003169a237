import { extendsTree } from '@/shared/trust/merkle'
import { verifyQs1 } from '@/shared/trust/qs1'
import { demand, within } from '../broken'
import { demandAnchor, type Dossier, type Head } from '../dossier'
import type { Field } from '../field'
import { verifyTimeStamp } from '../timeStamp'

const STAMP_DISTANCE_MAX_MS = 120_000
const WITNESSES_WITHOUT_ANCHOR = 2

/** Heads: signed by the log, witnessed, time-stamped, each the beginning of the next. */
export async function checkHeads(dossier: Dossier): Promise<number> {
  const list = (await dossier.archive.json('heads.json')).list()
  demand(list.length > 0, 'heads.json', 'missing')
  for (const each of list) dossier.heads.push(await readHead(dossier, each))
  await checkConsistency(dossier)
  const newest = list.at(-1)!.get('head')
  dossier.manifest.get('size').equals(newest.get('size').value!, 'not-the-newest-head')
  dossier.manifest.get('madeAt').equals(newest.get('at').value!, 'not-the-newest-head')
  return list.length
}

async function readHead(dossier: Dossier, each: Field): Promise<Head> {
  const doc = each.get('head')
  doc.get('type').equals('log-head')
  doc.get('v').equals(1)
  doc.get('log').equals(dossier.manifest.get('log').value!, 'another-log')
  doc.get('sandbox').equals(dossier.manifest.get('sandbox').value!, 'sandbox-mixed')
  const head = {
    size: doc.get('size').integer(),
    root: doc.get('root').bytes(32),
    at: doc.get('at').moment(),
    machineAt: doc.get('machineAt').text(),
  }
  dossier.platformSignature('logs', each.get('sig').base64(), doc.canonical(), each.get('sig').path, head.machineAt)
  checkWitnesses(dossier, each, head)
  const stamp = each.get('timeStamp')
  const { authority, at } = await verifyTimeStamp(stamp.base64(), doc.hash(), stamp.path)
  if (dossier.trust) demandAnchor(dossier.trust.timeStamps, authority, new Date(at).toISOString(), stamp.path)
  const distance = Math.abs(at - doc.get('machineAt').moment())
  demand(
    distance <= STAMP_DISTANCE_MAX_MS,
    stamp.path,
    'time-stamp-far-away',
    `${distance} ms`,
    `at most ${STAMP_DISTANCE_MAX_MS} ms`,
  )
  return head
}

function checkWitnesses(dossier: Dossier, each: Field, head: Head): void {
  const seen = new Set<string>()
  for (const witness of each.get('witnesses').list()) {
    const doc = witness.get('doc')
    const name = doc.get('witness').text()
    doc.get('type').equals('log-witness')
    doc.get('head').equals(each.get('head').hexHash(), 'witnessed-another-head')
    doc.get('size').equals(head.size, 'witnessed-another-head')
    const moment = doc.get('machineAt')
    moment.moment()
    const { signer } = within(witness.path, () => verifyQs1(witness.get('sig').base64(), doc.canonical()))
    const known = dossier.trust?.witnesses.filter((anchor) => anchor.name === name)
    if (known) demandAnchor(known, signer, moment.text(), witness.path)
    demand(!seen.has(name), witness.path, 'one-witness-twice')
    seen.add(name)
  }
  const needed = dossier.trust?.threshold ?? WITNESSES_WITHOUT_ANCHOR
  demand(seen.size >= needed, each.get('witnesses').path, 'too-few-witnesses', seen.size, needed)
}

async function checkConsistency({ archive, heads }: Dossier): Promise<void> {
  const steps = (await archive.json('consistency.json')).list()
  demand(steps.length === heads.length - 1, 'consistency.json', 'missing', steps.length, heads.length - 1)
  steps.forEach((step, i) => {
    const [from, to] = [heads[i]!, heads[i + 1]!]
    step.get('from').equals(from.size)
    step.get('to').equals(to.size)
    demand(from.size < to.size && from.at <= to.at, step.path, 'heads-out-of-order')
    const proof = step
      .get('proof')
      .list()
      .map((hash) => hash.bytes(32))
    demand(extendsTree(from.size, from.root, to.size, to.root, proof), step.path, 'history-rewritten')
  })
}
