import { shallowRef } from 'vue'
import { get, request } from '@/shared/api/http'

/** One of the sandbox's demo people with its ways to log in. */
export interface DemoPerson {
  account: string
  name: string
  roles: string[]
  party?: string
  keyFile: boolean
  keyFilePassword: string | null
}

/** Demo people, empty outside the sandbox. */
export function useDemoPeople() {
  const people = shallowRef<DemoPerson[]>([])
  void get<{ people: DemoPerson[] }>('/api/core/sandbox/people')
    .then((answer) => (people.value = answer.people))
    .catch(() => (people.value = []))

  async function keyFile(person: DemoPerson): Promise<Uint8Array> {
    const response = await request('GET', `/api/core/sandbox/people/${person.account}/key-file`)
    return new Uint8Array(await response.arrayBuffer())
  }

  return { people, keyFile }
}
