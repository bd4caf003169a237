import { get } from '@/shared/api/http'

/** A seal that was refused (拒收); who handed it in is told once the names are on record. */
export interface RefusedSeal {
  at: string
  code: string
  law: string | null
  uscc: string | null
}

/** Somebody asked who bids (查询留痕); a bidder that asked is named once the names are on record. */
export interface Look {
  at: string
  what: string
  roles: string[]
  person: string | null
  address: string | null
}

export interface Traces {
  named: boolean
  refusals: RefusedSeal[]
  looks: Look[]
}

export const readTraces = (lot: string) => get<Traces>(`/api/core/lots/${lot}/bids/traces`)
export const readLots = () => get<{ lot: string; name: string; lotCode: string }[]>('/api/core/public/tenders')

/** A service behind the proxy, and whether it answers. */
export interface Reach {
  name: 'core' | 'evaluation' | 'bond'
  milliseconds: number
  up: boolean
}

const DOORS: { name: Reach['name']; path: string }[] = [
  { name: 'core', path: '/api/core/clock' },
  { name: 'evaluation', path: '/api/evaluation/sessions/mine' },
  { name: 'bond', path: '/api/bond/bonds/mine' },
]
const FAULT = 500

/** Asks every service; a refusal is an answer too, a fault of the proxy is none. */
export const reachAll = (): Promise<Reach[]> =>
  Promise.all(
    DOORS.map(async ({ name, path }) => {
      const began = performance.now()
      const up = await fetch(path).then(
        (response) => response.status < FAULT,
        () => false,
      )
      return { name, up, milliseconds: Math.round(performance.now() - began) }
    }),
  )

/** The latest published head of the log. */
export const latestHead = () =>
  get<{ head: { size: number; at: string; root: string; log: string } }>('/api/core/log/heads/latest')
