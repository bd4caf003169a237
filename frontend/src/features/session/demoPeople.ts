import { computed, shallowRef } from 'vue'
import { get, request } from '@/shared/api/http'

/** One of the sandbox's demo people with its ways to log in. */
export interface DemoPerson {
  account: string
  name: string
  roles: string[]
  party: string | null
  keyFile: boolean
  keyFilePassword: string | null
  password: string | null
  totp: string | null
}

/** Groups of demo people, in the order in which a tender meets them; a person stands in the first that fits. */
const GROUPS: { name: string; fits: (person: DemoPerson) => boolean }[] = [
  { name: 'entity', fits: ({ roles }) => roles.includes('agency') || roles.includes('procuring-entity') },
  { name: 'trustees', fits: ({ roles }) => roles.includes('trustee') },
  { name: 'bidders', fits: ({ roles }) => roles.includes('bidder') },
  { name: 'experts', fits: ({ roles }) => roles.includes('expert') },
  { name: 'committee', fits: ({ roles }) => roles.includes('award-committee') },
  { name: 'centre', fits: ({ roles }) => ['centre', 'sub-site', 'issuer'].some((role) => roles.includes(role)) },
  { name: 'administrators', fits: () => true },
]

/** People by group; no person twice, no empty group. */
export function groupsOf(people: DemoPerson[]) {
  const groupOf = (person: DemoPerson) => GROUPS.find((group) => group.fits(person))!
  return GROUPS.map(({ name }) => ({ name, people: people.filter((person) => groupOf(person).name === name) })).filter(
    (group) => group.people.length > 0,
  )
}

/** Demo people with a way to log in from here, empty outside the sandbox. */
export function useDemoPeople() {
  const people = shallowRef<DemoPerson[]>([])
  const read = () =>
    get<{ people: DemoPerson[] }>('/api/core/sandbox/people').then((answer) =>
      answer.people.filter(({ keyFile, password }) => keyFile || password),
    )
  void read()
    .then((list) => (people.value = list))
    .catch(() => (people.value = []))

  async function keyFile(person: DemoPerson): Promise<Uint8Array> {
    const response = await request('GET', `/api/core/sandbox/people/${person.account}/key-file`)
    return new Uint8Array(await response.arrayBuffer())
  }

  /** The one-time code that holds now. */
  async function codeOf(person: DemoPerson): Promise<string> {
    return (await read()).find((each) => each.account === person.account)?.totp ?? ''
  }

  return { groups: computed(() => groupsOf(people.value)), keyFile, codeOf }
}
