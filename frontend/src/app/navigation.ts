/** One item of the top navigation; `to` is a route of the app, `href` a page of the server. */
export interface NavigationItem {
  label: string
  to?: string
  href?: string
}

const PUBLIC: NavigationItem[] = [
  { label: 'nav.notices', href: '/notices' },
  { label: 'nav.verify', to: '/verify' },
]

const BY_ROLE: Record<string, NavigationItem[]> = {
  bidder: [
    { label: 'nav.findTender', href: '/notices' },
    { label: 'nav.myBids', to: '/bids' },
    { label: 'nav.bonds', to: '/bonds' },
  ],
  agency: [{ label: 'nav.projects', to: '/tenders' }],
  'procuring-entity': [{ label: 'nav.projects', to: '/tenders' }],
  expert: [{ label: 'nav.evaluation', to: '/evaluation' }],
  'award-committee': [{ label: 'nav.award', to: '/tenders' }],
  supervisor: [
    { label: 'nav.cases', to: '/tenders' },
    { label: 'nav.evaluation', to: '/evaluation' },
  ],
  centre: [
    { label: 'nav.parties', to: '/parties' },
    { label: 'nav.cases', to: '/tenders' },
  ],
  trustee: [{ label: 'nav.trustee', to: '/trustee' }],
}

/** Top navigation of a person with these roles (at most six items), or of the public. */
export function navigationFor(roles: string[]): NavigationItem[] {
  if (roles.length === 0) return PUBLIC
  const items = [{ label: 'nav.tasks', to: '/tasks' }, ...roles.flatMap((role) => BY_ROLE[role] ?? [])]
  const unique = items.filter((item, index) => items.findIndex((other) => other.label === item.label) === index)
  return [...unique.slice(0, 5), { label: 'nav.verify', to: '/verify' }]
}
