import { describe, expect, it } from 'vitest'
import { countAt, stateAt, toggled, resized } from './plan'
import { BOOKING_STATES, DEVICES, SEAT_STATES, type Occupied, type Room, type Site } from './site'
import { clockIn, dayAfter, halfHours, momentOf, monthAfter, weeksOf } from './time'
import { textsInChinese } from './texts.zh'
import { textsInEnglish } from './texts.en'

const seat = (code: string, row: number, column: number, fault = '') => ({ code, row, column, fault })
const room: Room = {
  code: '1',
  name: '评标室',
  rows: 2,
  columns: 3,
  devices: [],
  seats: [seat('01', 1, 1), seat('02', 1, 3, '黑屏')],
}
const held: Occupied = {
  seat: 'S/1/01',
  from: '2026-12-02T01:00:00Z',
  to: '2026-12-02T09:00:00Z',
  state: 'HELD',
  booking: 'b',
  what: '',
}

describe('the plan of a room', () => {
  it('shows what holds a seat from its beginning to before its end, and a fault otherwise', () => {
    expect(stateAt([held], 'S/1/01', room.seats[0]!, '2026-12-02T01:00:00Z')).toBe('HELD')
    expect(stateAt([held], 'S/1/01', room.seats[0]!, '2026-12-02T09:00:00Z')).toBe('FREE')
    expect(stateAt([held], 'S/1/02', room.seats[1]!, '2026-12-02T01:00:00Z')).toBe('FAULT')
    const counts = countAt({ code: 'S', rooms: [room] } as Site, [held], '2026-12-02T08:30:00Z')
    expect(counts).toMatchObject({ HELD: 1, FAULT: 1, FREE: 0 })
  })

  it('gives a new seat the next number, and loses what lies outside a smaller room', () => {
    expect(toggled(room, 2, 2).seats.at(-1)).toEqual(seat('03', 2, 2))
    expect(toggled(room, 1, 1).seats).toHaveLength(1)
    expect(resized(room, 2, 2).seats.map(({ code }) => code)).toEqual(['01'])
  })
})

describe('times of seats', () => {
  it('are those of China', () => {
    expect(momentOf('2026-12-02', '09:00')).toBe('2026-12-02T01:00:00.000Z')
    expect(clockIn('2026-12-02T01:30:00Z')).toBe('09:30')
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(halfHours('08:30:00', '10:00:00')).toEqual(['08:30', '09:00', '09:30', '10:00'])
  })

  it('fill whole weeks from Monday', () => {
    expect(weeksOf('2026-12-15', true)).toHaveLength(5)
    expect(weeksOf('2026-12-15', true)[0]![0]).toBe('2026-11-30')
    expect(weeksOf('2026-12-02', false)).toEqual([
      ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'],
    ])
    expect([monthAfter('2026-12-15', 1), monthAfter('2027-01-31', -1)]).toEqual(['2027-01-01', '2026-12-01'])
  })
})

it('names every state and device in both languages', () => {
  for (const { site } of [textsInChinese, textsInEnglish]) {
    for (const state of SEAT_STATES) expect([site.states[state], site.short[state]].every(Boolean)).toBe(true)
    for (const state of BOOKING_STATES) expect(site.bookingStates[state]).toBeTruthy()
    for (const device of DEVICES) expect(site.devices[device]).toBeTruthy()
  }
})
