import { get, post } from '@/shared/api/http'
import { base64, fromHex, fromUuid, hex, random } from '@/shared/trust/bytes'
import { canonical } from '@/shared/trust/canonicalJson'
import type { OpenedKeyFile } from '@/shared/trust/keyFile'
import { verifyReceipt, type Receipt } from '@/shared/trust/receipt'
import { frameCountOf } from '@/shared/trust/bes1/header'
import { beginSeal, finishSeal, signHeader, type SealAttempt, type SealedFile } from '@/shared/trust/bes1/sealer'
import { newPrivateKey, publicKeyOf } from '@/shared/trust/sm2'
import { sm3, sm3Stream } from '@/shared/trust/sm3'
import { workerPool } from '@/shared/trust/worker/framePool'
import { sealFiles, type FrameStep } from '@/shared/trust/worker/sealFiles'
import { bidDocument, manifestDocument, type BidLetter, type ChosenFile } from './bid'
import { manifestIndex, type IndexLine } from './bidIndex'
import { keepReceipt, type KeptReceipt } from './keptReceipts'
import type { SealableTender } from './tender'
import { persistently, Upload } from './upload'

/** One of the bidder's own envelopes in a lot, as the server tells it. */
export interface OwnBid {
  bidId: string
  seq: number
  state: 'LIVE' | 'HELD' | 'REPLACED' | 'WITHDRAWN'
  headerHash: string
  header: string
  signature: string
  receipt: Receipt
  inclusion: object | null
  withdrawal: Receipt | null
}

/** The bidder's own envelopes in a lot, oldest first. */
export async function ownBids(lot: string): Promise<OwnBid[]> {
  const bids = await get<OwnBid[]>(`/api/core/bids/mine?lot=${lot}`)
  return bids.sort((a, b) => a.seq - b.seq)
}

/** What the page follows while a bid is sealed. */
export interface SealWatch {
  signal: AbortSignal
  begun: (files: { name: string; frames: number; size: number }[]) => void
  frame: (step: FrameStep) => void
  offline: (is: boolean) => void
}

async function hashOf(file: Blob): Promise<string> {
  const hash = await sm3Stream()
  const reader = file.stream().getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) hash.update(part.value)
  return hex(hash.digest())
}

async function blobsOf(
  letter: BidLetter,
  chosen: ChosenFile[],
  index: IndexLine[],
): Promise<{ name: string; blob: Blob }[]> {
  const hashed = []
  for (const each of chosen) hashed.push({ ...each, sm3: await hashOf(each.file) })
  const technical = 3 + chosen.findIndex(({ role }) => role === 'TECHNICAL')
  const manifest = manifestDocument(hashed, { software: 'qifeng-web' }, manifestIndex(index, technical))
  return [
    { name: 'bid.json', blob: new Blob([canonical(bidDocument(letter))]) },
    { name: 'manifest.json', blob: new Blob([canonical(manifest)]) },
    ...chosen.map(({ file }) => ({ name: file.name, blob: file as Blob })),
  ]
}

interface Sealer {
  sealable: SealableTender
  key: OpenedKeyFile
  /** Private key of the envelope's own wrap. */
  own: Uint8Array
  watch: SealWatch
}

/**
 * Seals a bid (封标) in workers, uploads its frames, hands in the seal, verifies the receipt and keeps it on this
 * machine. Only then is the bid sealed.
 */
export async function sealBid(
  sealable: SealableTender,
  key: OpenedKeyFile,
  letter: BidLetter,
  chosen: ChosenFile[],
  index: IndexLine[],
  watch: SealWatch,
): Promise<KeptReceipt> {
  const sealer = { sealable, key, own: key.encryptionKey ?? newPrivateKey(), watch }
  const attempt = beginAttempt(sealer, (await ownBids(sealable.tender.lot)).at(-1))
  const files = await blobsOf(letter, chosen, index)
  const blobs = files.map((each) => each.blob)
  const sizes = blobs.map((blob) => blob.size)
  const upload = await Upload.open(sealable.tender.lot, sizes, watch.signal, watch.offline)
  watch.begun(files.map(({ name, blob }) => ({ name, size: blob.size, frames: frameCountOf(blob.size) })))
  const pool = workerPool()
  watch.signal.addEventListener('abort', () => pool.close())
  try {
    const run = { pool, take: upload.put.bind(upload), progress: watch.frame, signal: watch.signal }
    return await handIn(sealer, attempt, await sealFiles(attempt, blobs, run), await upload.ticket())
  } finally {
    pool.close()
  }
}

function beginAttempt({ sealable: { tender, set }, key, own }: Sealer, former: OwnBid | undefined): SealAttempt {
  return beginSeal({
    publicationHash: fromHex(tender.publicationHash, 32),
    lotId: fromUuid(tender.lot),
    docVersion: tender.document.version,
    set,
    bidder: key.certificate.id,
    bidId: former ? fromHex(former.bidId, 16) : random(16),
    seq: (former?.seq ?? 0) + 1,
    prev: former ? fromHex(former.headerHash, 32) : undefined,
    selfPublicKey: publicKeyOf(own),
  })
}

async function handIn(sealer: Sealer, attempt: SealAttempt, files: SealedFile[], ticket: string): Promise<KeptReceipt> {
  const { sealable, key, own, watch } = sealer
  const { tender, lot, terms } = sealable.tender
  const { der, signature } = signHeader(finishSeal(attempt, files, terms.openingMode), key)
  const envelope = { header: base64(der), signature: base64(signature) }
  const requestKey = crypto.randomUUID()
  const seal = () => post<Receipt>('/api/core/seals', { lotId: lot, ...envelope, ticket }, requestKey)
  const receipt = await persistently(seal, watch.signal, watch.offline)
  const hash = verifyReceipt(receipt, sealable.trust, {
    act: 'SEALED',
    tender,
    lot,
    bidId: hex(attempt.order.bidId),
    bidder: hex(key.certificate.id),
    headerHash: hex(sm3(der)),
    seq: attempt.order.seq,
  })
  const kept = { hash, lot, receipt, ...envelope, ...(key.encryptionKey ? {} : { ownKey: hex(own) }) }
  await keepReceipt(kept)
  return kept
}
