import type { Occupied, Room, Site, VenueSeat, VenueSeatState } from './site'

/** Key of a seat among all. */
export const keyOf = (site: string, room: string, seat: string) => `${site}/${room}/${seat}`

/** What holds a seat at a moment, if anything does. */
export const holding = (occupied: Occupied[], key: string, moment: string) =>
  occupied.find(({ seat, from, to }) => seat === key && from <= moment && moment < to)

/** State of a seat at a moment; what is booked is shown before a fault, because somebody has to come to terms. */
export function stateAt(occupied: Occupied[], key: string, seat: VenueSeat, moment: string): VenueSeatState {
  return holding(occupied, key, moment)?.state ?? (seat.fault ? 'FAULT' : 'FREE')
}

/** How many seats of a site are in each state at a moment. */
export function countAt(site: Site, occupied: Occupied[], moment: string): Record<VenueSeatState, number> {
  const counts = { FREE: 0, HELD: 0, ASSIGNED: 0, IN_USE: 0, CLEANING: 0, FAULT: 0 }
  for (const room of site.rooms)
    for (const seat of room.seats) counts[stateAt(occupied, keyOf(site.code, room.code, seat.code), seat, moment)]++
  return counts
}

/** The plan with a seat put on an empty cell, or taken from a full one. */
export function toggled(room: Room, row: number, column: number): Room {
  const there = room.seats.find((seat) => seat.row === row && seat.column === column)
  if (there) return { ...room, seats: room.seats.filter((seat) => seat !== there) }
  const numbers = room.seats.map(({ code }) => Number(code)).filter(Number.isFinite)
  const next = String(Math.max(0, ...numbers) + 1).padStart(2, '0')
  return { ...room, seats: [...room.seats, { code: next, row, column, fault: '' }] }
}

/** The plan in another size; seats outside are gone. */
export function resized(room: Room, rows: number, columns: number): Room {
  const seats = room.seats.filter((seat) => seat.row <= rows && seat.column <= columns)
  return { ...room, rows, columns, seats }
}
