/** A seat in the plan of its room. */
export interface Place {
  room: string
  row: number
  column: number
}

/** One to be seated: number of the employer, 0 for none, and the seat that it has, or −1. */
export interface Sitter {
  group: number
  kept: number
}

const TRIES_MAX = 100_000

/**
 * The arrangement of a panel that a drawn order of seats gives (docs/evidence.md section 8): indexes into the pool in
 * the order of those to be seated, or nothing. `apart` keeps members of one employer in separate rooms.
 */
export function seatSearch(pool: Place[], order: number[], sitters: Sitter[], apart: boolean): number[] | undefined {
  const inPool = (index: number) => index < pool.length
  if (!order.every((index) => index >= 0 && inPool(index)) || !sitters.every(({ kept }) => inPool(kept))) return
  const taken = sitters.map(({ kept }) => kept)
  let tries = 0

  function fits(member: number, index: number): boolean {
    const place = pool[index]!
    return taken.every((seat, other) => {
      const there = pool[seat]
      if (!there || there.room !== place.room) return true
      const near = Math.abs(place.row - there.row) <= 1 && Math.abs(place.column - there.column) <= 1
      const group = sitters[member]!.group
      return !near && !(apart && group !== 0 && group === sitters[other]!.group)
    })
  }

  function seat(member: number): boolean {
    if (member === taken.length) return true
    if (taken[member]! >= 0) return seat(member + 1)
    for (const place of order) {
      if (++tries > TRIES_MAX) return false
      if (!fits(member, place)) continue
      taken[member] = place
      if (seat(member + 1)) return true
      taken[member] = -1
    }
    return false
  }

  return seat(0) ? taken : undefined
}
