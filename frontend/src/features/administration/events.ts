import { get } from '@/shared/api/http'

/** Sorts of security events (安全事件), in the order of the filter. */
export const EVENT_KINDS = [
  'LOGIN_SUCCEEDED',
  'LOGIN_FAILED',
  'LOGIN_THROTTLED',
  'LOGGED_OUT',
  'CERTIFICATE_REFUSED',
  'CERTIFICATE_BOUND',
  'CERTIFICATE_ENDED',
  'ACCESS_REFUSED',
  'SERVICE_REFUSED',
  'ORGANISATION_REGISTERED',
  'ORGANISATION_JUDGED',
  'ORGANISATION_SUSPENDED',
  'PERSON_REGISTERED',
  'INVITATION_ISSUED',
  'INVITATION_ACCEPTED',
  'INVITATION_REFUSED',
  'PASSWORD_CHANGED',
  'ROLES_PROPOSED',
  'ROLES_CHANGED',
  'ROLES_REFUSED',
  'PERSON_LOCKED',
  'PERSON_UNLOCKED',
  'SERVICE_STARTED',
  'LOG_CHECKED',
  'LOG_DIFFERS',
  'TIME_STAMP_FAILED',
  'TIME_STAMP_RESTORED',
  'SEAT_CODE_ISSUED',
  'SEAT_CODE_REFUSED',
  'TERMINAL_BOUND',
  'TERMINAL_ENDED',
  'RECORDING_SEEN',
] as const

/** One security event; it holds no secret and no lot. */
export interface SecurityEvent {
  number: number
  kind: (typeof EVENT_KINDS)[number]
  at: string
  service: string
  actor: string | null
  target: string | null
  address: string
  reason: string
  detail: string
}

/** What to look for; empty texts are no condition. */
export interface Sought {
  kind: string
  name: string
  from: string
  to: string
}

function query(sought: Sought): URLSearchParams {
  const parameters = new URLSearchParams()
  if (sought.kind) parameters.set('kind', sought.kind)
  if (sought.name.trim()) parameters.set('name', sought.name.trim())
  if (sought.from) parameters.set('from', new Date(`${sought.from}T00:00:00+08:00`).toISOString())
  if (sought.to) parameters.set('to', new Date(Date.parse(`${sought.to}T00:00:00+08:00`) + 86_400_000).toISOString())
  return parameters
}

/** A page of events, newest first; `before` is the `next` of the page before. */
export function readEvents(sought: Sought, before?: number) {
  const parameters = query(sought)
  if (before !== undefined) parameters.set('before', String(before))
  return get<{ events: SecurityEvent[]; next: number | null }>(`/api/core/security-events?${parameters}`)
}

/** How many events fit, by kind. */
export const countEvents = (sought: Sought) =>
  get<Partial<Record<SecurityEvent['kind'], number>>>(`/api/core/security-events/counts?${query(sought)}`)
