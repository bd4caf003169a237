import { concat, hex, same, u32, type Bytes } from '@/shared/trust/bytes'
import { cipherSm3Of, openFrame } from '@/shared/trust/bes1/frames'
import { coreOf, FRAME, type BidHeader } from '@/shared/trust/bes1/header'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from './broken'
import type { Dossier } from './dossier'

const STORED = FRAME + 16

/** What opened before, by a hash over key, place and frame; a mutation run meets the same frames thousands of times. */
const opened = new Set<string>()
const OPENED_MAX = 4096

/** Hands the frames of a stored file to `take`, one by one; demands as many as the header says. */
async function eachFrame(
  dossier: Dossier,
  object: string,
  header: BidHeader,
  n: number,
  take: (i: number, frame: Uint8Array) => void,
): Promise<void> {
  const { frameCount } = header.files[n - 1]!
  const size = dossier.archive.size(object)
  demand(size > (frameCount - 1) * STORED, object, 'frames-are-missing', size)
  demand(size <= frameCount * STORED, object, 'bytes-behind-the-last-frame', size)
  let pending: Uint8Array = new Uint8Array(0)
  let i = 0
  await dossier.archive.stream(object, (part) => {
    pending = pending.length ? concat(pending, part) : part
    for (; pending.length >= STORED; pending = pending.slice(STORED)) take(i++, pending.slice(0, STORED))
  })
  if (pending.length) take(i++, pending)
}

/** Demands that the stored bytes are those that the header names. */
export async function checkStored(dossier: Dossier, folder: string, header: BidHeader, n: number): Promise<void> {
  const object = `${folder}/${n}.enc`
  const hashes: Bytes[] = []
  await eachFrame(dossier, object, header, n, (_, frame) => void hashes.push(sm3(frame)))
  const seen = cipherSm3Of(hashes)
  demand(same(seen, header.files[n - 1]!.cipherSm3), object, 'not-the-bytes-that-the-header-names', hex(seen))
}

/** Whether every frame opens with the key. */
export async function opensAll(
  dossier: Dossier,
  folder: string,
  header: BidHeader,
  n: number,
  key: Uint8Array,
): Promise<boolean> {
  const core = coreOf(header)
  const last = header.files[n - 1]!.frameCount - 1
  let holds = true
  await eachFrame(dossier, `${folder}/${n}.enc`, header, n, (i, frame) => {
    if (!holds) return
    const name = hex(sm3(key, core, u32(n), u32(i), u32(last), frame))
    if (opened.has(name)) return
    holds = plainOf(key, core, { n, i, last: i === last }, frame) !== undefined
    if (holds && opened.size < OPENED_MAX) opened.add(name)
  })
  return holds
}

/** Plain bytes of a file of one frame. */
export async function openSmall(
  dossier: Dossier,
  folder: string,
  header: BidHeader,
  n: number,
  key: Uint8Array,
): Promise<Bytes> {
  const object = `${folder}/${n}.enc`
  demand(header.files[n - 1]!.length <= FRAME, object, 'larger-than-one-frame')
  const core = coreOf(header)
  let plain: Bytes | undefined
  await eachFrame(dossier, object, header, n, (i, frame) => {
    plain = plainOf(key, core, { n, i, last: true }, frame)
  })
  demand(plain !== undefined, object, 'a-frame-does-not-verify')
  return plain
}

function plainOf(
  key: Uint8Array,
  core: Uint8Array,
  place: { n: number; i: number; last: boolean },
  frame: Uint8Array,
): Bytes | undefined {
  try {
    return openFrame(key, core, place, frame)
  } catch {
    return undefined
  }
}
