import { describe, expect, it } from 'vitest'
import { beginning, isOn, navigationFor } from './navigation'

const ROLES = [
  ['bidder'],
  ['agency'],
  ['procuring-entity'],
  ['expert'],
  ['award-committee'],
  ['supervisor', 'trustee'],
  ['centre', 'trustee'],
  ['trustee'],
  ['issuer'],
  ['sub-site'],
]
const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin']

describe('Navigation by role', () => {
  it.each(ROLES)('shows %s at most six items, the tasks first', (...roles) => {
    const items = navigationFor(roles)
    expect(items.length).toBeLessThanOrEqual(6)
    expect(items[0]).toEqual({ label: 'nav.tasks', to: '/tasks' })
    expect(new Set(items.map((item) => item.label)).size).toBe(items.length)
  })

  it('gives the three administrators consoles of their own, without a shared page', () => {
    const consoles = ADMINISTRATORS.map((role) => navigationFor([role]))
    expect(consoles.every((items) => items.length === 1)).toBe(true)
    expect(new Set(consoles.map((items) => items[0]!.to)).size).toBe(3)
    expect(beginning(['audit-admin'])).toBe('/console/audit')
  })

  it('shows the public no page that asks for a log in', () => {
    expect(navigationFor([]).map((item) => item.to ?? item.href)).toEqual(['/', '/notices', '/openings', '/verify'])
  })
})

it('marks one item on every page of the seats', () => {
  const items = navigationFor(['sub-site'])
  const on = (path: string) => items.filter((item) => isOn(item, items, path)).map(({ label }) => label)
  for (const path of ['/sites/day', '/sites/calendar', '/sites']) expect(on(path)).toEqual(['nav.seats'])
  expect(on('/sites/bookings')).toEqual(['nav.seatBookings'])
  expect(on('/tasks')).toEqual(['nav.tasks'])
})
