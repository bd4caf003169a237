import { get, post, put } from '@/shared/api/http'

/** Where a person stands (人员状态). */
export type PersonState = 'REGISTERED' | 'ACTIVE' | 'LOCKED'

/** A change of roles that waits for a second administrator (授权复核). */
export interface Waiting {
  id: string
  roles: string[]
  proposedAt: string
}

/** A person as the administrators see it: the roles that were given, the ways to log in, and what waits. */
export interface PersonOfPlatform {
  id: string
  account: string
  name: string
  roles: string[]
  party: { id: string; name: string } | null
  expertNumber: string | null
  state: PersonState
  lockReason: string | null
  password: boolean
  certificates: number
  waiting: Waiting | null
  invitedUntil: string | null
  invitedBy: string[]
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
  'sub-site',
  'issuer',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const

/** Kinds of organisations that an administrator registers; bidders register themselves. */
export const KINDS = ['PROCURING_ENTITY', 'AGENCY', 'SUPERVISOR', 'NOTARY', 'CENTRE', 'ISSUER'] as const

/** Fields of an organisation, in the order of the form. */
export const FIELDS = ['name', 'address', 'legalRepresentative', 'contact', 'phone'] as const

/** An organisation as an administrator sees it. */
export interface Organisation {
  id: string
  uscc: string
  kind: string
  state: string
  data: Record<(typeof FIELDS)[number], string>
}

/** One half of an invitation code, shown once. */
export interface Half {
  half: string
  complete: boolean
  endsAt: string
}

export const readPeople = () => get<PersonOfPlatform[]>('/api/core/people')
export const assignRoles = (id: string, roles: string[]) =>
  put<PersonOfPlatform>(`/api/core/people/${id}/roles`, { roles })
export const registerPerson = (person: {
  account: string
  name: string
  party: string | null
  expertNumber: string | null
}) => post<PersonOfPlatform>('/api/core/people', person)
export const giveHalf = (id: string) => post<Half>(`/api/core/people/${id}/invitation`)
export const lockPerson = (id: string, locked: boolean, reason: string) =>
  post<PersonOfPlatform>(`/api/core/people/${id}/lock`, { locked, reason })
export const judgeGrant = (id: string, agreed: boolean, reason: string) =>
  post<{ state: string }>(`/api/core/role-grants/${id}/verdict`, { agreed, reason })

export const readOrganisations = () => get<Organisation[]>('/api/core/parties')
export const registerOrganisation = (organisation: Omit<Organisation, 'id' | 'state'>) =>
  post<Organisation>('/api/core/parties', organisation)
export const judgeOrganisation = (id: string, accepted: boolean, reason: string) =>
  post<Organisation>(`/api/core/parties/${id}/verification`, { accepted, reason })

/** Who gives out the halves of a person's code: system and security, or the two others for an administrator. */
export function giversOf(person: Pick<PersonOfPlatform, 'roles'>): string[] {
  const administrators = ['audit-admin', 'security-admin', 'system-admin']
  const own = administrators.filter((role) => person.roles.includes(role))
  return own.length === 0 ? ['system-admin', 'security-admin'] : administrators.filter((role) => !own.includes(role))
}

/** Who locks a person: the auditor the security administrator, the security administrator everybody but the auditor. */
export function lockerOf(person: Pick<PersonOfPlatform, 'roles'>): string | undefined {
  if (person.roles.includes('audit-admin')) return undefined
  return person.roles.includes('security-admin') ? 'audit-admin' : 'security-admin'
}

/** Who decides about a change of roles that waits. */
export const judgeOf = (person: Pick<PersonOfPlatform, 'roles'>) =>
  person.roles.includes('audit-admin') ? 'system-admin' : 'audit-admin'
