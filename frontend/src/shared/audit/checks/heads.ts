import { hex } from '@/shared/trust/bytes'
import { extendsTree } from '@/shared/trust/merkle'
import { Broken, demand } from '../broken'
import { demandAnchor, platformSignature, type Dossier, type Head } from '../dossier'
import type { Field } from '../field'
import { verifyTimeStamp } from '../timeStamp'
import { culprit } from './steps'

const STAMP_DISTANCE_MAX_MS = 120_000
const WITNESS_DISTANCE_MAX_MS = 5_000
const PADDING = 64
const WITNESSES_WITHOUT_ANCHOR = 2
const MEMBERS = ['type', 'v', 'log', 'size', 'root', 'prevSize', 'prevRoot', 'at', 'machineAt', 'sandbox']

/** Heads: signed by the log, witnessed, time-stamped, and each the beginning of the next. */
export async function checkHeads(dossier: Dossier): Promise<number> {
  const list = (await dossier.archive.json('heads.json')).items
  demand(list.length > 0, 'heads.json', 'no-heads')
  const log = dossier.trust?.log ?? list[0]!.get('head').get('log').said
  for (const [i, each] of list.entries()) dossier.heads.push(await readHead(dossier, each, list[i - 1], log))
  await checkConsistency(dossier)
  return list.length
}

async function readHead(dossier: Dossier, each: Field, former: Field | undefined, log: string): Promise<Head> {
  const doc = each.exactly('head', 'sig', 'witnesses', 'timeStamp').get('head')
  doc.exactly(...MEMBERS)
  const bytes = doc.canonical()
  doc.get('type').equals('log-head', 'not-a-head')
  doc.get('v').equals(1, 'another-version')
  doc.get('log').equals(log, 'a-head-of-another-log')
  const head = {
    size: doc.get('size').number(),
    root: doc.get('root').bytes(32),
    at: doc.get('at').moment(),
    machineAt: doc.get('machineAt').text(),
    sandbox: doc.get('sandbox').value === true,
  }
  const machineAt = doc.get('machineAt').moment()
  demand(head.size > 0 && head.size % PADDING === 0, each.path, 'not-padded-to-a-multiple-of-64', head.size)
  const before = former?.get('head')
  if (before && before.get('size').is(doc.get('prevSize')))
    doc.get('prevRoot').equalsField(before.get('root'), 'not-the-root-of-the-head-before')
  const signer = platformSignature(dossier.trust?.logs, each.get('sig').base64(), bytes, each.path)
  if (dossier.trust) {
    const mode = dossier.trust.mode === 'SANDBOX'
    demand(mode === head.sandbox, each.path, 'sandbox-and-production-are-mixed')
    demandAnchor(dossier.trust.logs, signer, head.machineAt, each.path)
  }
  checkWitnesses(dossier, each, head, machineAt)
  await checkStamp(dossier, each, machineAt)
  return head
}

async function checkStamp(dossier: Dossier, each: Field, machineAt: number): Promise<void> {
  const stamp = each.get('timeStamp')
  const { authority, at } = await verifyTimeStamp(stamp.base64(), each.get('head').hash(), stamp.path)
  if (dossier.trust) demandAnchor(dossier.trust.timeStamps, authority, new Date(at).toISOString(), stamp.path)
  const distance = Math.abs(at - machineAt)
  demand(distance <= STAMP_DISTANCE_MAX_MS, stamp.path, 'the-time-stamp-is-far-from-the-head', `${distance} ms`)
}

function checkWitnesses(dossier: Dossier, each: Field, head: Head, machineAt: number): void {
  let former = ''
  const list = each.get('witnesses')
  const hash = each.get('head').hexHash()
  for (const witness of list.items) {
    const doc = witness.get('doc')
    const name = doc.get('witness').text()
    witness.exactly('doc', 'sig')
    doc.exactly('type', 'v', 'witness', 'head', 'size', 'machineAt')
    const sig = witness.get('sig').base64()
    const signer = platformSignature(dossier.trust?.witnesses, sig, doc.canonical(), witness.path)
    doc.get('type').equals('log-witness', 'not-a-witness')
    doc.get('v').equals(1, 'another-version')
    doc.get('head').equals(hash, 'the-witness-signed-another-head')
    doc.get('size').equals(head.size, 'the-witness-signed-another-head')
    const distance = Math.abs(doc.get('machineAt').moment() - machineAt)
    demand(
      distance <= WITNESS_DISTANCE_MAX_MS,
      witness.path,
      'the-witness-clock-is-far-from-the-head',
      `${distance} ms`,
    )
    const known = dossier.trust?.witnesses.filter((anchor) => anchor.name === name)
    if (known) demandAnchor(known, signer, doc.get('machineAt').text(), witness.path)
    demand(former < name, witness.path, 'witnesses-not-in-the-order-of-their-names')
    former = name
  }
  const needed = dossier.trust?.threshold ?? WITNESSES_WITHOUT_ANCHOR
  demand(list.items.length >= needed, each.path, 'too-few-witnesses', list.items.length, needed)
}

async function checkConsistency(dossier: Dossier): Promise<void> {
  const { archive, heads } = dossier
  const file = await archive.json('consistency.json')
  if (!Array.isArray(file.value) || file.items.length !== heads.length - 1)
    throw new Broken(await culprit(dossier, file), 'not-one-proof-for-each-step')
  for (const [i, step] of file.items.entries()) {
    const [from, to] = [heads[i]!, heads[i + 1]!]
    demand(from.size < to.size && from.at <= to.at, `heads.json#${i + 1}`, 'not-behind-the-head-before')
    step.exactly('from', 'to', 'proof')
    if (step.get('from').number() !== from.size || step.get('to').number() !== to.size)
      throw new Broken(await culprit(dossier, file), 'not-a-step-between-neighbouring-heads')
    const proof = step.get('proof').hashes()
    const grown = extendsTree(from.size, from.root, to.size, to.root, proof)
    demand(grown, step.path, 'the-later-head-does-not-contain-the-former', hex(to.root), hex(from.root))
  }
}
