import { get, post, request } from '@/shared/api/http'

/** Devices of a room, in the order in which they are shown (席位设备). */
export const DEVICES = [
  'COMPUTER',
  'CAMERA',
  'HEADSET',
  'CERTIFICATE_READER',
  'FACE_GATE',
  'PHONE_LOCKER',
  'BOOTH',
] as const
export type Device = (typeof DEVICES)[number]

/** States of a seat at a time, in the order of the legend (工位状态). */
export const SEAT_STATES = ['FREE', 'HELD', 'ASSIGNED', 'IN_USE', 'CLEANING', 'FAULT'] as const
export type VenueSeatState = (typeof SEAT_STATES)[number]

/** States of a booking (预定状态). */
export const BOOKING_STATES = [
  'REQUESTED',
  'CONFIRMED',
  'ALLOTTED',
  'ENDED',
  'REFUSED',
  'EXPIRED',
  'CANCELLED',
] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** A seat in the plan of its room. */
export interface VenueSeat {
  code: string
  row: number
  column: number
  fault: string
}

/** A room with its plan. */
export interface Room {
  code: string
  name: string
  rows: number
  columns: number
  devices: Device[]
  seats: VenueSeat[]
}

/** A site of the catalogue (评标场所). */
export interface Site {
  code: string
  name: string
  kind: 'MAIN' | 'SUB'
  region: string
  address: string
  operator: string
  contact: string
  hours: { opens: string; closes: string; restDays: boolean }
  answerMinutes: number
  services: string
  fee: string
  lends: boolean
  rooms: Room[]
}

/** A time in which a seat is not free. */
export interface Occupied {
  seat: string
  from: string
  to: string
  state: VenueSeatState
  booking: string
  what: string
}

/** One day of a site. */
export interface SiteDay {
  site: Site
  day: string
  open: boolean
  occupied: Occupied[]
}

/** What a site can give at a time; `apart` without two seats that are adjacent. */
export interface Offer {
  code: string
  name: string
  kind: 'MAIN' | 'SUB'
  open: boolean
  free: number
  apart: number
  answerBy: string
}

/** A booking; `session` and `name` are empty before a sub-site. */
export interface Booking {
  id: string
  site: string
  siteName: string
  from: string
  to: string
  devices: Device[]
  seats: { room: string; seat: string }[]
  state: BookingState
  answerUntil: string
  mine: boolean
  steps: { at: string; state: BookingState; reason: string }[]
  session: string
  name: string
}

/** A seat with its place in the plan. */
export interface Place {
  site: string
  room: string
  seat: string
  row: number
  column: number
}

/** Seats of a session before main site and supervisor. */
export interface SessionSeats {
  bookings: Booking[]
  draw: string | null
  drawn: boolean
  placed: number
  members: number
  here: { number: string; drawn: number; group: number; place: Place }[]
  pool: Place[]
  picked: number[]
  apart: boolean | null
  broken: number[]
}

/** A session for which seats can be booked. */
export interface Bookable {
  id: string
  name?: string | null
  stage: string
}

const SITES = '/api/evaluation/sites'
const BOOKINGS = '/api/evaluation/seat-bookings'

export const readSites = () => get<Site[]>(SITES)
export const addSite = (site: Site) => post<Site>(SITES, site)
export async function changeSite(site: Site): Promise<Site> {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await request('PUT', `${SITES}/${site.code}`, { body: JSON.stringify(site), headers })
  return (await answer.json()) as Site
}
export const reportFault = (site: string, room: string, seat: string, fault: string) =>
  post<Site>(`${SITES}/${site}/rooms/${room}/seats/${seat}/fault`, { fault })
export const readDay = (site: string, day: string) => get<SiteDay>(`${SITES}/${site}/days/${day}`)
export function readOffers(from: string, to: string, devices: Device[]) {
  const query = new URLSearchParams({ from, to })
  for (const device of devices) query.append('device', device)
  return get<Offer[]>(`${SITES}/free?${query}`)
}
export const readBookings = (from: string, to: string) =>
  get<Booking[]>(`${BOOKINGS}?${new URLSearchParams({ from, to })}`)
export const book = (wanted: {
  session: string
  site: string
  from: string
  to: string
  seats: number
  devices: Device[]
}) => post<Booking>(BOOKINGS, wanted)
export const answerBooking = (id: string, act: 'confirmation' | 'refusal' | 'cancellation', reason: string) =>
  post<Booking>(`${BOOKINGS}/${id}/${act}`, act === 'confirmation' ? {} : { reason })
export const readBookable = async () =>
  (await get<Bookable[]>('/api/evaluation/sessions/mine')).filter(({ stage }) =>
    ['FORMING', 'DRAWING', 'CONVENING'].includes(stage),
  )
export const readSeats = (session: string) => get<SessionSeats>(`/api/evaluation/sessions/${session}/seats`)
export const drawSeats = (session: string) => post<SessionSeats>(`/api/evaluation/sessions/${session}/seats/draw`)
export const replaceBroken = (session: string) =>
  post<SessionSeats>(`/api/evaluation/sessions/${session}/seats/replacement`)
