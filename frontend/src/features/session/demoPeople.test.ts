import { describe, expect, it } from 'vitest'
import { groupsOf, type DemoPerson } from './demoPeople'

const person = (account: string, ...roles: string[]): DemoPerson => ({
  account,
  name: account,
  roles,
  party: null,
  keyFile: true,
  keyFilePassword: null,
  password: null,
  totp: null,
})

describe('Demo people of the sandbox', () => {
  it('stand once each, in the order in which a tender meets them', () => {
    const people = [
      person('audit-admin', 'audit-admin'),
      person('bidder1', 'bidder'),
      person('operator', 'centre', 'trustee'),
      person('agency', 'agency'),
      person('centre', 'centre'),
    ]
    expect(groupsOf(people).map((group) => [group.name, group.people.map((each) => each.account)])).toEqual([
      ['entity', ['agency']],
      ['trustees', ['operator']],
      ['bidders', ['bidder1']],
      ['centre', ['centre']],
      ['administrators', ['audit-admin']],
    ])
  })
})
