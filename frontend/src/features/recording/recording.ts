import { get, post, request } from '@/shared/api/http'
import { hex } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import type { Statement } from '@/shared/trust/statement'

/** A recording in the list (录像); `until` is the end of its retention. */
export interface RecordingLine {
  session: string
  tender: string
  name: string
  stage: 'OPEN' | 'CLOSED' | 'DELETED'
  items: number
  head: string
  bytes: number
  openedAt: string
  closedAt: string | null
  until: string | null
  differs: boolean
  deletion: 'NONE' | 'ASKED' | 'REFUSED' | 'DONE'
}

/** What recordings take up (存储报告). */
export interface Storage {
  recordings: RecordingLine[]
  bytes: number
  free: number
  perDay: number
  daysLeft: number | null
  due: number
  retentionYears: number
}

/** One recording with what was entered meanwhile, and who looked. */
export interface WholeRecording {
  recording: RecordingLine
  steps: { type: string; at: string }[]
  looks: { role: string; reason: string; at: string }[]
}

/** An item of the chain (docs/recording.md section 2). */
export type ChainItem = JsonObject & { seq: number; kind: string; at: string }

/** One part of a track: a file that is played by itself, or a piece of one with packets, which is played as a film. */
export interface Part {
  /** What it is called here: no two are called the same. */
  key: string
  file: string
  offset: number
  length: number
  hash: string
  from: number
  to: number
}

/** A stretch without a picture, or without a recorder. */
export interface Hole {
  kind: 'GAP' | 'FAULT'
  from: number
  to: number
}

/** A camera or a screen over time (录制轨). */
export interface Track {
  name: string
  parts: Part[]
  holes: Hole[]
}

/** Something on the line of time. */
export interface Mark {
  at: number
  kind: 'step' | 'person'
  what: string
  who: string
}

const RECORDINGS = '/api/evaluation/recordings'
const PAGE = 2_000

export const readStorage = () => get<Storage>(RECORDINGS)
export const readRecording = (id: string) => get<WholeRecording>(`${RECORDINGS}/${id}`)
export const lookAt = (id: string, reason: string) => post(`${RECORDINGS}/${id}/looks`, { reason })
export const deletionToSign = (id: string, what: 'request' | 'decision') =>
  get<JsonObject>(`${RECORDINGS}/${id}/deletion/${what}-to-sign`)
export const sendDeletion = (id: string, what: 'request' | 'decision', statement: Statement) =>
  post(`${RECORDINGS}/${id}/deletion/${what}`, statement)

/** All items of a chain. */
export async function readItems(id: string): Promise<ChainItem[]> {
  const all: ChainItem[] = []
  for (;;) {
    const next = await get<ChainItem[]>(`${RECORDINGS}/${id}/items?after=${all.length}`)
    all.push(...next)
    if (next.length < PAGE) return all
  }
}

/** The bytes of a part, and whether they are those of the chain: this browser hashes them itself. */
export async function fetchPart(id: string, part: Part): Promise<{ bytes: ArrayBuffer; genuine: boolean }> {
  if (part.length === 0) return { bytes: new ArrayBuffer(0), genuine: hex(sm3(new Uint8Array())) === part.hash }
  const headers: HeadersInit = ofPackets(part) ? { Range: `bytes=${part.offset}-${part.offset + part.length - 1}` } : {}
  const bytes = await (await request('GET', `${RECORDINGS}/${id}/media/${part.file}`, { headers })).arrayBuffer()
  return { bytes, genuine: bytes.byteLength === part.length && hex(sm3(new Uint8Array(bytes))) === part.hash }
}

/** Whether a file holds packets as a media server received them. */
export const ofPackets = (part: Part) => part.file.endsWith('.mjr')

/** What a file with packets shows, made by the platform without encoding; what was hashed are the packets. */
export async function fetchFilm(id: string, file: string): Promise<ArrayBuffer> {
  return (await request('GET', `${RECORDINGS}/${id}/films/${file}`)).arrayBuffer()
}

const moment = (value: unknown) => Date.parse(String(value))

/** Tracks of a chain, cameras before screens before sound of its own, by name. */
export function tracksOf(items: ChainItem[]): Track[] {
  const tracks = new Map<string, Track>()
  for (const item of items) {
    const name = String(item.track ?? '')
    if (name === '') continue
    const track = tracks.get(name) ?? { name, parts: [], holes: [] }
    tracks.set(name, track)
    const [from, to] = [moment(item.from), moment(item.to)]
    if (item.kind === 'SEGMENT') {
      const [file, offset] = [String(item.file), Number(item.offset)]
      const key = offset === 0 ? file : `${file}@${offset}`
      track.parts.push({ key, file, offset, length: Number(item.length), hash: String(item.hash), from, to })
    } else track.holes.push({ kind: item.kind as Hole['kind'], from, to })
  }
  const rank = (name: string) => (name.endsWith('.sound') ? 2 : name.endsWith('.screen') ? 1 : 0)
  return [...tracks.values()].sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))
}

const BESIDE = ['OPENED', 'CLOSED', 'REOPENED', 'SEGMENT', 'GAP', 'FAULT']

/** What happened, by time: entries of the evaluation, and who came, went or was muted. */
export function marksOf(items: ChainItem[], steps: WholeRecording['steps']): Mark[] {
  const people = items
    .filter(({ kind }) => !BESIDE.includes(kind))
    .map((item): Mark => ({ at: moment(item.at), kind: 'person', what: item.kind, who: String(item.participant) }))
  const entries = steps.map(({ type, at }): Mark => ({ at: moment(at), kind: 'step', what: type, who: '' }))
  return [...people, ...entries].sort((a, b) => a.at - b.at)
}

/** From when to when a recording lasts. */
export function spanOf(tracks: Track[], marks: Mark[]): { from: number; to: number } {
  const parts = tracks.flatMap(({ parts, holes }) => [...parts, ...holes])
  const froms = [...parts.map(({ from }) => from), ...marks.map(({ at }) => at)]
  const tos = [...parts.map(({ to }) => to), ...marks.map(({ at }) => at)]
  const from = froms.length ? Math.min(...froms) : 0
  return { from, to: Math.max(from + 1_000, ...tos) }
}

/** The part of a track that covers a moment. */
export const partAt = (track: Track, at: number) => track.parts.find(({ from, to }) => from <= at && at < to)

/** The next moment at which any track has a picture; the same when one has it now. */
export function nextPicture(tracks: Track[], at: number): number | undefined {
  if (tracks.some((track) => partAt(track, at))) return at
  const later = tracks.flatMap(({ parts }) => parts.map(({ from }) => from)).filter((from) => from > at)
  return later.length ? Math.min(...later) : undefined
}

/** Holes of at least a minute, which are warnings. */
export const WARNING_MS = 60_000

/** Stretches without a picture that follow one another, as one. */
export function longHoles(track: Track): Hole[] {
  const joined: Hole[] = []
  for (const hole of [...track.holes].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && last.kind === hole.kind && hole.from - last.to < 1_000) last.to = hole.to
    else joined.push({ ...hole })
  }
  return joined.filter(({ from, to }) => to - from > WARNING_MS)
}

/** Bytes as people read them. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** A stretch of time, `1:02:03`. */
export function lengthText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
