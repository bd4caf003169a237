import { post } from '@/shared/api/http'
import { hex } from '@/shared/trust/bytes'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { sm3 } from '@/shared/trust/sm3'
import type { Statement } from '@/shared/trust/statement'

/** What an invited person holds: its account and the two halves of the code (邀请码). */
export interface Code {
  account: string
  first: string
  second: string
}

/** The hash of a half, however it is grouped; the same as the services keep. */
export const halfHash = (half: string) =>
  hex(
    sm3(
      'QI1 invitation',
      half.toUpperCase().replace(/[-\s]/g, '').replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1'),
    ),
  )

/** The doc that an invited signer signs. */
export const acceptanceDoc = (code: Code): JsonObject => ({
  type: 'invitation-acceptance',
  v: 1,
  account: code.account,
  invitation: halfHash(code.first),
})

export const askSecret = (code: Code) => post<{ secret: string; link: string }>('/api/core/invitations/secret', code)
export const acceptByPassword = (code: Code, password: string, totp: string) =>
  post<undefined>('/api/core/invitations/password', { ...code, password, totp })
export const acceptByCertificate = (code: Code, statement: Statement) =>
  post<undefined>('/api/core/invitations/certificate', { ...code, statement })
