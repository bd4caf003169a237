import { get, post } from '@/shared/api/http'

/** A member of the panel in the hall (评标厅成员), by its session code. */
export interface HallMember {
  label: string
  leads: boolean
  here: boolean
  /** Whether its recording was confirmed within the last seconds (录制确认). */
  recorded: boolean
}

/** A warning of supervisor or notary (见证提醒). */
export interface Warning {
  number: number
  at: string
  role: 'supervisor' | 'notary'
  all: boolean
  to: string[]
  text: string
  /** Whether the caller has to acknowledge it. */
  awaits: boolean
  /** Who has not acknowledged it. */
  waiting: string[]
}

/** A freeze that lasts (会议冻结). */
export interface Freeze {
  number: number
  at: string
  role: 'supervisor' | 'notary'
  reason: string
}

/** Something that happened at a door or a microphone. */
export interface HallEvent {
  at: string
  label: string
  kind: string
  address: string
}

/** The hall of a session as the caller may see it (评标厅). */
export interface Hall {
  label: string
  watches: boolean
  hall: 'NONE' | 'MESH' | 'JANUS'
  open: boolean
  records: boolean
  frozen: Freeze | null
  warnings: Warning[]
  members: HallMember[]
  watching: string[]
  texts: number
  events: HallEvent[]
}

/** A message of the text channel (文字频道发言). */
export interface HallText {
  number: number
  label: string
  at: string
  text: string
}

/** With what a browser opens its line (入场票). */
export interface Ticket {
  ticket: string
  label: string
  watches: boolean
  iceServers: RTCIceServer[]
}

const at = (session: string, path: string) => `/api/evaluation/sessions/${session}${path}`

export const readHall = (session: string) => get<Hall>(at(session, '/hall'))
export const askTicket = (session: string) => post<Ticket>(at(session, '/hall/tickets'))
export const readTexts = (session: string, behind: number) =>
  get<HallText[]>(at(session, `/hall/texts?behind=${behind}`))
export const sayText = (session: string, key: string, text: string) =>
  post<HallText>(at(session, '/hall/texts'), { key, text })
export const acknowledge = (session: string, number: number) =>
  post<Hall>(at(session, `/warnings/${number}/acknowledgement`))
export const warn = (session: string, text: string, to?: string) =>
  post<Hall>(at(session, '/warnings'), { text, ...(to ? { to } : {}) })
export const freeze = (session: string, reason: string) => post<Hall>(at(session, '/freeze'), { reason })
export const unfreeze = (session: string, reason: string) => post<Hall>(at(session, '/unfreeze'), { reason })

/** Servers as a browser takes them: without a log in there is no name. */
export const plainServers = (servers: RTCIceServer[]): RTCIceServer[] =>
  servers.map(({ urls, username, credential }) => (username ? { urls, username, credential } : { urls }))
