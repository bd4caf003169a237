import { computed, shallowRef } from 'vue'
import { get } from '@/shared/api/http'

interface DemoPerson {
  account: string
  name: string
  roles: string[]
  party: string | null
  uscc: string | null
}

/** People to choose from where the platform shows them, which only a sandbox does; elsewhere accounts are typed. */
export function usePeople() {
  const people = shallowRef<DemoPerson[]>([])
  void get<{ people: DemoPerson[] }>('/api/core/sandbox/people')
    .then((list) => (people.value = list.people))
    .catch(() => undefined)
  const procuringEntities = computed(() =>
    people.value.flatMap(({ roles, party, uscc }) =>
      roles.includes('procuring-entity') && party && uscc ? [{ party, uscc }] : [],
    ),
  )
  const trustees = computed(() => people.value.filter((each) => each.roles.includes('trustee')))
  return { procuringEntities, trustees }
}
