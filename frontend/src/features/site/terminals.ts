import { get, post } from '@/shared/api/http'
import type { ClockMark } from '@/shared/terminal/clockMark'

/** A terminal that is bound to a seat (席位终端); `boundBy` made its activation code. */
export interface Terminal {
  seat: string
  device: string
  boundAt: string
  boundBy: string
}

/** An activation code (激活码), told this once. */
export interface IssuedCode {
  code: string
  expiresAt: string
}

/** Sorts of seat events (席位事件). */
export const SEAT_EVENTS = [
  'SEATED',
  'WRONG_SEAT',
  'NO_TERMINAL',
  'BAD_PROOF',
  'ELSEWHERE',
  'MOVED',
  'TERMINAL_CHANGED',
  'CLOCK_OFF',
  'CLOCK_BLOCKED',
  'CLOCK_RIGHT',
  'SILENT',
  'BACK',
] as const
export type SeatEventKind = (typeof SEAT_EVENTS)[number]

/** A member at its seat (在席); `offsetMs` is how far its clock is ahead. */
export interface Presence {
  number: string
  seat: string
  since: string
  beatAt: string
  mark: ClockMark
  offsetMs: number | null
  roundTripMs: number | null
  works: boolean
}

/** Something that happened at the seats. */
export interface SeatEvent {
  at: string
  number: string
  kind: SeatEventKind
  seat: string
  address: string
  offsetMs: number
}

/** What main site and supervisor see of the seats. */
export interface Presences {
  seats: Presence[]
  events: SeatEvent[]
  alarmMs: number
  blockMs: number
}

const at = (site: string, room: string, seat: string) => `/api/evaluation/sites/${site}/rooms/${room}/seats/${seat}`

export const readTerminals = (site: string) => get<Terminal[]>(`/api/evaluation/sites/${site}/terminals`)
export const issueCode = (site: string, room: string, seat: string) =>
  post<IssuedCode>(`${at(site, room, seat)}/activation`)
export const endTerminal = (site: string, room: string, seat: string, reason: string) =>
  post<Terminal[]>(`${at(site, room, seat)}/terminal-ending`, { reason })
export const readPresences = (session: string) => get<Presences>(`/api/evaluation/sessions/${session}/presences`)

/** Whether an event tells of somebody or something that should not be. */
export const alarming = (kind: SeatEventKind) =>
  !['SEATED', 'CLOCK_RIGHT', 'BACK', 'MOVED', 'TERMINAL_CHANGED'].includes(kind)

/** An offset as people read it, `+12 ms` or `-3.4 s`. */
export function offsetText(ms: number): string {
  const sign = ms > 0 ? '+' : ''
  return Math.abs(ms) < 1000 ? `${sign}${ms} ms` : `${sign}${(ms / 1000).toFixed(1)} s`
}
