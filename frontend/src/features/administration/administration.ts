import { get, put } from '@/shared/api/http'

/** A person with its account and roles, as the security administrator sees it. */
export interface PersonOfPlatform {
  id: string
  account: string
  name: string
  roles: string[]
  party: { name: string } | null
  expertNumber: string | null
}

/** Roles that can be given. */
export const ROLES = [
  'procuring-entity',
  'agency',
  'bidder',
  'expert',
  'award-committee',
  'supervisor',
  'centre',
  'trustee',
  'issuer',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const

export const readPeople = () => get<PersonOfPlatform[]>('/api/core/people')
export const assignRoles = (id: string, roles: string[]) =>
  put<PersonOfPlatform>(`/api/core/people/${id}/roles`, { roles })

/** One trace (留痕): when something was refused or looked for, and by whom. */
export type Trace = Record<string, unknown> & { at?: string }

export const readTraces = (lot: string) =>
  get<{ refusals: Trace[]; looks: Trace[] }>(`/api/core/lots/${lot}/bids/traces`)
export const readLots = () => get<{ lot: string; name: string; lotCode: string }[]>('/api/core/public/tenders')

/** A service behind the proxy, and whether it answers. */
export interface Reach {
  name: 'core' | 'evaluation' | 'bond'
  milliseconds: number
  up: boolean
}

const DOORS: { name: Reach['name']; path: string }[] = [
  { name: 'core', path: '/api/core/clock' },
  { name: 'evaluation', path: '/api/evaluation/sessions/mine' },
  { name: 'bond', path: '/api/bond/bonds/mine' },
]
const FAULT = 500

/** Asks every service; a refusal is an answer too, a fault of the proxy is none. */
export const reachAll = (): Promise<Reach[]> =>
  Promise.all(
    DOORS.map(async ({ name, path }) => {
      const began = performance.now()
      const up = await fetch(path).then(
        (response) => response.status < FAULT,
        () => false,
      )
      return { name, up, milliseconds: Math.round(performance.now() - began) }
    }),
  )

/** The latest published head of the log. */
export const latestHead = () =>
  get<{ head: { size: number; at: string; root: string; log: string } }>('/api/core/log/heads/latest')
