import { hex, utf8, type Bytes } from '@/shared/trust/bytes'
import { mayWithhold } from '@/shared/audit/cuts'
import type { finishSeal } from '@/shared/trust/bes1/sealer'
import { canonical, canonicalHash, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement, type Signer, type Statement } from '@/shared/trust/statement'
import { TENDER, type TestChain } from './chain'
import type { Ending } from './ending'
import type { TestEvaluation } from './evaluation'
import { LOT, SESSION } from './rules'
import type { TestLog } from './testLog'

export type PackageCut = 'PUBLIC' | 'PARTY' | 'TRUSTEE' | 'SUPERVISOR'

/** A bid of a test's tender with everything behind it. */
export interface SealedBid {
  bidId: string
  folder: string
  name: string
  uscc: string
  person: Signer & { encryptionKey: Bytes }
  header: ReturnType<typeof finishSeal>
  der: Bytes
  signature: Bytes
  frames: Bytes[]
  fileKey: Bytes
  bid: JsonObject
  receipt: Statement
}

/** What a package is made from. */
interface Packing {
  log: TestLog
  chain: TestChain
  ending: Ending
  bids: SealedBid[]
  /** Bids that nobody can open: of them only the receipt is everybody's. */
  lost: SealedBid[]
  trustFile: string
  receiptKey: Signer
  evaluation?: TestEvaluation
}

const SHUT: Ending[] = ['TOO_FEW', 'ENDED']
const SCORED: Ending[] = ['CONTRACT', 'CLARIFIED', 'METHOD_E', 'BLIND', 'RANKED', 'REWORKED', 'VOIDED', 'MORE_TIME']
const REPORTS = ['评标报告', '评标报告1'].map((text) => hex(sm3(utf8(text))))

/** The files of the package in a cut; a party's cut is that of the first bid of the list. */
export function packed(from: Packing, cut: PackageCut): Map<string, Bytes> {
  const { log, chain, ending, bids, lost } = from
  const files = new Map<string, Bytes>()
  const put = (name: string, value: Json) => files.set(name, canonical(value))
  put('package.json', manifest(from, cut))
  put('heads.json', log.heads)
  put('consistency.json', log.consistency())
  const isWhole = cut === 'SUPERVISOR'
  chain.put(files, (type) => !isWhole && mayWithhold(type) === true)
  if (!SHUT.includes(ending))
    bids.forEach((bid, i) => {
      const all = isWhole || (cut === 'PARTY' && i === 0)
      putBid(files, log, bid, cut === 'TRUSTEE' ? [] : all ? bid.frames : bid.frames.slice(0, 1))
    })
  for (const bid of lost) {
    putBid(files, log, bid, [])
    if (!isWhole) for (const part of ['header.der', 'header.p7s']) files.delete(`${bid.folder}/${part}`)
  }
  if (cut === 'PARTY' && SCORED.includes(ending)) put(`${bids[0]!.folder}/scores.json`, ownScores(from))
  for (const [hash, bytes] of chain.documents)
    if (isWhole || !REPORTS.includes(hash)) files.set(`documents/${hash}.pdf`, bytes)
  return files
}

function manifest({ log, chain, bids, trustFile }: Packing, cut: PackageCut): JsonObject {
  const newest = log.heads.at(-1)!.head as JsonObject
  return {
    type: 'evidence-package',
    v: 1,
    cut,
    tender: TENDER,
    lot: LOT,
    log: log.id,
    trustFile,
    sandbox: true,
    madeAt: newest.at!,
    size: newest.size!,
    entries: chain.entries.length,
    ...(cut === 'PARTY' ? { bidId: bids[0]!.bidId } : {}),
  }
}

function putBid(files: Map<string, Bytes>, log: TestLog, bid: SealedBid, frames: Bytes[]): void {
  const leaf = log.leaf(hex(canonicalHash(bid.receipt.doc)))
  files.set(`${bid.folder}/receipt.json`, canonical({ ...(bid.receipt as unknown as JsonObject), leaf }))
  files.set(`${bid.folder}/header.der`, bid.der)
  files.set(`${bid.folder}/header.p7s`, bid.signature)
  frames.forEach((frame, i) => files.set(`${bid.folder}/${i + 1}.enc`, frame))
}

function ownScores({ bids, evaluation, receiptKey }: Packing): Json {
  const { bidId } = bids[0]!
  const sheets = evaluation!.items.get(bidId)!.map((items) => ({ items }))
  const doc = { type: 'own-scores', v: 1, tender: TENDER, lot: LOT, bidId, session: SESSION, sheets }
  return signStatement(receiptKey, doc as unknown as JsonObject) as unknown as Json
}
