import { hashOf } from '@/shared/trust/sm3File'
import type { Dossier } from './dossier'

/** An item of a list that a sub-site signed, with what the main site said of it (移交清单事项). */
export interface HandedItem {
  booking: string
  site: string
  /** Number of its list among those of the booking, from 1. */
  list: number
  number: number
  kind: string
  matter: string
  sm3: string
  length: number
  accepted: boolean
  reason: string
  /** Whether its list is the last of its booking, which was received as a whole. */
  isLast: boolean
}

/** A recorded file as its chain tells of it, piece by piece (录制文件). */
export interface RecordedFile {
  track: string
  file: string
  pieces: { offset: number; length: number; hash: string }[]
}

/** Files that a package lists by their SM3 and does not hold, as plain values for a page (清单所列文件). */
export interface Listed {
  handed: HandedItem[]
  recorded: RecordedFile[]
}

/** Reads it behind the checks; entries that are withheld list nothing. */
export function listedOf(dossier: Dossier): Listed {
  return { handed: handedOf(dossier), recorded: recordedOf(dossier) }
}

function handedOf(dossier: Dossier): HandedItem[] {
  const shown = dossier.all('evaluation/handover').flatMap(({ body }) => (body ? [body] : []))
  return shown.flatMap((body) => {
    const steps = body.get('steps').items
    return steps.flatMap((step, i) => {
      const rulings = step.get('receipt').get('doc').get('rulings').items
      const items = step.get('statement').get('doc').get('items').items
      return items.map((item, at) => ({
        booking: body.get('booking').said,
        site: body.get('site').said,
        list: i + 1,
        number: item.get('number').count,
        kind: item.get('kind').said,
        matter: item.get('matter').said,
        sm3: item.get('sm3').said,
        length: item.get('length').count,
        accepted: rulings[at]!.get('accepted').value === true,
        reason: rulings[at]!.get('reason').said,
        isLast: i === steps.length - 1,
      }))
    })
  })
}

function recordedOf(dossier: Dossier): RecordedFile[] {
  const files = new Map<string, RecordedFile>()
  for (const { body } of dossier.all('evaluation/recording-head'))
    for (const item of body?.get('items').items ?? []) {
      if (item.get('kind').value !== 'SEGMENT') continue
      const [track, file] = [item.get('track').said, item.get('file').said]
      const known = files.get(file) ?? { track, file, pieces: [] }
      known.pieces.push({
        offset: item.get('offset').count,
        length: item.get('length').count,
        hash: item.get('hash').said,
      })
      files.set(file, known)
    }
  return [...files.values()]
}

/** Where a file stands in the lists. */
export interface Place {
  sm3: string
  handed?: HandedItem
  recorded?: RecordedFile
}

/**
 * Looks a file up: among what was handed over by its SM3 and length, preferring what was received; otherwise among what
 * was recorded, where every piece must have its hash and the pieces must be the whole file.
 */
export async function placeOf(file: Blob, { handed, recorded }: Listed): Promise<Place> {
  const sm3 = await hashOf(file)
  const same = handed.filter((item) => item.sm3 === sm3 && item.length === file.size)
  const found = same.findLast(({ accepted }) => accepted) ?? same.at(-1)
  if (found) return { sm3, handed: found }
  for (const each of recorded) if (await isRecorded(file, each)) return { sm3, recorded: each }
  return { sm3 }
}

async function isRecorded(file: Blob, { pieces }: RecordedFile): Promise<boolean> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length !== file.size) return false
  for (const { offset, length, hash } of pieces)
    if ((await hashOf(file.slice(offset, offset + length))) !== hash) return false
  return true
}

/** Items that were received, and of which no file was looked up. */
export const withoutFile = ({ handed }: Listed, places: Place[]): HandedItem[] =>
  handed.filter(({ isLast, sm3 }) => isLast && !places.some(({ handed: item }) => item?.sm3 === sm3))
