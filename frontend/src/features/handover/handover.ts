import { get, post, request } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

export type HandoverState = 'DUE' | 'SUBMITTED' | 'RETURNED' | 'RECEIVED'
export const KINDS = ['PAPER', 'DOCUMENT', 'MEDIA'] as const
export const MATTERS = ['SIGN_IN', 'ID_CHECK', 'DEVICE_LOCK', 'WITNESS', 'ROOM_CAMERA', 'OTHER'] as const
export type ItemKind = (typeof KINDS)[number]
export type ItemMatter = (typeof MATTERS)[number]

/** One thing that is handed over (移交资料). */
export interface Item {
  number: number
  kind: ItemKind
  matter: ItemMatter
  sheets: number | null
  sm3: string
  length: number
  delivery: 'UPLOADED' | 'CARRIER'
}

/** What the main site says of one item. */
export interface Ruling {
  number: number
  accepted: boolean
  reason: string
}

/** A handover (副场资料移交) as its reader may see it; a sub-site is told no name. */
export interface Handover {
  booking: string
  site: string
  siteName: string
  from: string
  to: string
  name: string
  endedOn: string
  until: string
  provisional: boolean
  state: HandoverState
  late: boolean
  overdue: boolean
  submissions: { number: number; at: string; items: Item[]; receivedOn: string | null; rulings: Ruling[] }[]
  files: { sm3: string; name: string; length: number; received: number; whole: boolean }[]
}

export interface Limits {
  days: number
  fileBytesMax: number
  bytesMax: number
  filesMax: number
  partBytesMax: number
}

const PATH = '/api/evaluation/handovers'

export const readHandovers = () => get<Handover[]>(PATH)
export const readHandover = (booking: string) => get<Handover>(`${PATH}/${booking}`)
export const readLimits = () => get<Limits>(`${PATH}/limits`)
export const listToSign = (booking: string) => get<JsonObject>(`${PATH}/${booking}/to-sign`)
export const handOver = (booking: string, statement: Statement) =>
  post<Handover>(`${PATH}/${booking}/submissions`, statement)
export const receiptToSign = (booking: string) => get<JsonObject>(`${PATH}/${booking}/receipt/to-sign`)
export const receive = (booking: string, statement: Statement) =>
  post<Handover>(`${PATH}/${booking}/receipt`, statement)
export const download = async (booking: string, sm3: string) =>
  new Uint8Array(await (await request('GET', `${PATH}/${booking}/files/${sm3}`)).arrayBuffer())

/** Takes a file back that stands in no list. */
export const takeBack = (booking: string, sm3: string) => request('DELETE', `${PATH}/${booking}/files/${sm3}`)

/** The first eight digits of a booking, by which people call it. */
export const codeOf = (booking: string) => booking.slice(0, 8)

/** Uploads a file part by part, on from where a former try stopped; tells how much is there, from 0 to 1. */
export async function upload(
  booking: string,
  file: File,
  sm3: string,
  partBytes: number,
  progress: (share: number) => void,
): Promise<void> {
  const announced = { sm3, name: file.name, length: file.size }
  let { received } = await post<{ received: number }>(`${PATH}/${booking}/files`, announced)
  while (received < file.size) {
    const response = await request('PUT', `${PATH}/${booking}/files/${sm3}/parts?offset=${received}`, {
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file.slice(received, received + partBytes),
    })
    received = ((await response.json()) as { received: number }).received
    progress(received / file.size)
  }
}

/** What stands in the list when it is opened: nothing, or what the main site sent back and received. */
export function draftOf({ submissions }: Pick<Handover, 'submissions'>) {
  const last = submissions.at(-1)
  return (last?.items ?? []).map((item, i) => ({
    ...item,
    kept: last?.rulings[i]?.accepted === true,
    why: last?.rulings[i]?.reason ?? '',
  }))
}

const [KIB, MIB, GIB] = [1024, 1024 ** 2, 1024 ** 3]

/** Bytes for people. */
export function sizeOf(bytes: number): string {
  if (bytes < MIB) return `${Math.ceil(bytes / KIB)} KiB`
  return bytes < GIB ? `${(bytes / MIB).toFixed(1)} MiB` : `${Number((bytes / GIB).toFixed(1))} GiB`
}
