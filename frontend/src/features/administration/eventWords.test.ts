import { describe, expect, it } from 'vitest'
import { inWords } from './eventWords'

const names = { role: (code: string) => `«${code}»`, kind: (code: string) => `“${code}”` }

describe('Details of security events', () => {
  it('say in Chinese how somebody logged in, with a hash that can be read', () => {
    expect(inWords('password and one-time code', true, names)).toBe('密码与动态口令')
    expect(inWords(`certificate ${'ab'.repeat(32)}`, true, names)).toBe('证书 abababababab…')
  })

  it('name roles and kinds as the pages do', () => {
    expect(inWords('[agency] -> [agency, audit-admin]', true, names)).toBe('[«agency»] → [«agency», «audit-admin»]')
    expect(inWords('half of system-admin', true, names)).toBe('«system-admin»签发的半码')
    expect(inWords('BIDDER 91330703XX00073173', false, names)).toBe('“BIDDER” 91330703XX00073173')
  })

  it('leave alone what they do not know', () => {
    expect(inWords('GET /api/core/people', true, names)).toBe('GET /api/core/people')
  })
})
