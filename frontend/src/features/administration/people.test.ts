import { describe, expect, it } from 'vitest'
import { giversOf, judgeOf, lockerOf } from './people'

const person = (...roles: string[]) => ({ roles })

describe('Who may do what to whom', () => {
  it('has two administrators give out a code, never the invited one', () => {
    expect(giversOf(person('centre'))).toEqual(['system-admin', 'security-admin'])
    expect(giversOf(person('security-admin'))).toEqual(['audit-admin', 'system-admin'])
  })

  it('lets nobody lock the auditor, and the auditor alone lock the security administrator', () => {
    expect(lockerOf(person('audit-admin'))).toBeUndefined()
    expect(lockerOf(person('security-admin'))).toBe('audit-admin')
    expect(lockerOf(person('system-admin'))).toBe('security-admin')
  })

  it('has the auditor decide about administrators, and the system administrator about the auditor', () => {
    expect(judgeOf(person())).toBe('audit-admin')
    expect(judgeOf(person('audit-admin'))).toBe('system-admin')
  })
})
