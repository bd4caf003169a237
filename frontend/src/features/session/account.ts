import { get, post } from '@/shared/api/http'

/** Who is logged in, and the certificate that opened the session, if one did. */
export interface OwnAccount {
  person: { account: string; name: string; roles: string[]; party?: { name: string } | null }
  certificate: string | null
}

export const ownAccount = () => get<OwnAccount>('/api/core/me')

/** Puts a new password in the place of the present one; a one-time code is asked for again. */
export const changePassword = (present: string, totp: string, password: string) =>
  post<undefined>('/api/core/me/password', { present, totp, password })
