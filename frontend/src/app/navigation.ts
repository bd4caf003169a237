/** One item of the top navigation; `to` is a route of the app, `href` a page of the server, `within` what it leads to. */
export interface NavigationItem {
  label: string
  to?: string
  href?: string
  within?: string
}

const ITEMS_MAX = 6

const PUBLIC: NavigationItem[] = [
  { label: 'nav.home', href: '/' },
  { label: 'nav.notices', href: '/notices' },
  { label: 'nav.openings', to: '/openings' },
  { label: 'nav.verify', to: '/verify' },
]
const PROJECTS: NavigationItem[] = [
  { label: 'nav.projects', to: '/tenders' },
  { label: 'nav.openings', to: '/openings' },
  { label: 'nav.awards', to: '/awards' },
]

/** Duties by role, the more public duty first when somebody has several roles. */
const BY_ROLE: Record<string, NavigationItem[]> = {
  bidder: [
    { label: 'nav.findTender', href: '/notices' },
    { label: 'nav.myBids', to: '/bids' },
    { label: 'nav.bonds', to: '/bonds' },
    { label: 'nav.organisation', to: '/organisation' },
  ],
  agency: PROJECTS,
  'procuring-entity': PROJECTS,
  expert: [
    { label: 'nav.evaluation', to: '/evaluation' },
    { label: 'nav.expertFile', to: '/my-expert-file' },
  ],
  'award-committee': [{ label: 'nav.award', to: '/awards' }],
  supervisor: [
    { label: 'nav.cases', to: '/tenders' },
    { label: 'nav.witness', to: '/openings' },
    { label: 'nav.watch', to: '/evaluation' },
  ],
  centre: [
    { label: 'nav.parties', to: '/parties' },
    { label: 'nav.sessions', to: '/openings' },
    { label: 'nav.experts', to: '/experts' },
  ],
  trustee: [{ label: 'nav.trustee', to: '/trustee' }],
  'sub-site': [
    { label: 'nav.seatBookings', to: '/sites/bookings' },
    { label: 'nav.handovers', to: '/handovers' },
    { label: 'nav.seats', to: '/sites/day', within: '/sites' },
  ],
}

/** Duties that stand behind those of all roles, where there is room. */
const BEHIND: Record<string, NavigationItem[]> = {
  centre: [
    { label: 'nav.seats', to: '/sites/day', within: '/sites' },
    { label: 'nav.handovers', to: '/handovers' },
  ],
  trustee: [{ label: 'nav.watch', to: '/evaluation' }],
  agency: [{ label: 'nav.evaluationTime', to: '/evaluation-times' }],
  'procuring-entity': [{ label: 'nav.evaluationTime', to: '/evaluation-times' }],
  supervisor: [
    { label: 'nav.seats', to: '/sites/day', within: '/sites' },
    { label: 'nav.handovers', to: '/handovers' },
  ],
}

/** The consoles of the three administrators (三员分立): one each, and no page with bids. */
const CONSOLES: Record<string, NavigationItem> = {
  'system-admin': { label: 'nav.system', to: '/console/system' },
  'security-admin': { label: 'nav.security', to: '/console/security' },
  'audit-admin': { label: 'nav.audit', to: '/console/audit' },
}

/** Top navigation of a person with these roles (at most six items), or of the public. */
export function navigationFor(roles: string[]): NavigationItem[] {
  if (roles.length === 0) return PUBLIC
  const console = roles.map((role) => CONSOLES[role]).find(Boolean)
  if (console) return [console]
  const duties = [...roles.flatMap((role) => BY_ROLE[role] ?? []), ...roles.flatMap((role) => BEHIND[role] ?? [])]
  const items = [{ label: 'nav.tasks', to: '/tasks' }, ...duties]
  const unique = items.filter((item, index) => items.findIndex((other) => other.label === item.label) === index)
  return [...unique.slice(0, ITEMS_MAX - 1), { label: 'nav.verify', to: '/verify' }]
}

const covers = (place: string | undefined, path: string) =>
  place !== undefined && (path === place || path.startsWith(`${place}/`))

/** Whether a page belongs to an item: it is its page or one below, or within it and no other item's. */
export const isOn = (item: NavigationItem, items: NavigationItem[], path: string) =>
  covers(item.to, path) || (covers(item.within, path) && !items.some(({ to }) => covers(to, path)))

/** The page on which a person of these roles begins. */
export const beginning = (roles: string[]) => navigationFor(roles).find((item) => item.to)?.to ?? '/tasks'
