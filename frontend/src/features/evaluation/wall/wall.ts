import { get } from '@/shared/api/http'
import { inTrouble, type ClockMark } from '@/shared/terminal/clockMark'

/** A member at its seat, by its session code (在席成员). */
export interface SeatNow {
  seat: string
  label: string
  leads: boolean
  /** Nothing without a terminal. */
  mark: ClockMark | null
  offsetMs: number | null
  beatAt: string | null
  here: boolean
  recorded: boolean
}

/** A room of a site (评标室); without booked seats there is one without site and name. */
export interface RoomNow {
  site: string
  siteName: string
  room: string
  seats: SeatNow[]
}

/** An evaluation at work (受监控的评标). */
export interface Watched {
  id: string
  name: string
  lotCode: string
  stage: string
  hall: 'NONE' | 'MESH' | 'JANUS'
  frozen: boolean
  fault: boolean
  /** Attempts before this one, which decisions on faults made void. */
  voided: number
  recordingDemanded: boolean
  size: number
  rooms: RoomNow[]
}

/** All rooms as they stood at one moment (监控墙). */
export interface Wall {
  at: string
  sessions: Watched[]
}

export const readWall = () => get<Wall>('/api/evaluation/wall')

/** Whether somebody has to look after a seat. */
export const troubled = (seat: SeatNow, session: Watched): boolean =>
  (seat.mark !== null && inTrouble(seat.mark)) || (session.recordingDemanded && !seat.recorded)

/** What the head of the wall counts. */
export function countsOf(wall: Wall) {
  const seats = wall.sessions.flatMap((session) =>
    session.rooms.flatMap((room) => room.seats.map((seat) => ({ seat, session }))),
  )
  return {
    sessions: wall.sessions.length,
    rooms: wall.sessions.reduce((sum, session) => sum + session.rooms.length, 0),
    seats: seats.length,
    stopped: wall.sessions.filter((session) => session.frozen || session.fault).length,
    troubled: seats.filter(({ seat, session }) => troubled(seat, session)).length,
  }
}
