import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** Titles of pages whose routes bring none in `meta.title`, by the name of the route. */
const BY_NAME: Record<string, string> = {
  tasks: 'nav.tasks',
  tenders: 'nav.projects',
  bids: 'nav.myBids',
  seal: 'nav.myBids',
  bonds: 'nav.bonds',
  parties: 'nav.parties',
  evaluation: 'nav.evaluation',
  opening: 'nav.openings',
  award: 'nav.award',
  trustee: 'nav.trustee',
  verify: 'nav.verify',
  login: 'app.logIn',
  invitation: 'session.invitation.title',
  register: 'nav.register',
}

/** The key of the text that stands in the window's title, if the page has one. */
export const titleOf = ({ meta, name }: RouteLocationNormalizedLoaded): string | undefined =>
  (meta.title as string | undefined) ?? BY_NAME[String(name)]
