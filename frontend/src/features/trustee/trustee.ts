import type { PublishedMethod } from '@/shared/price/priceSteps'
import { get, post, request } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

interface Ceremony {
  id: string
  tender: string
  purpose: 'LOT' | 'SESSION'
  /** The lot or session that the set belongs to. */
  owner: string
  threshold: number
  ready: boolean
  members: { x: number; person: string; name: string; side: string; offered: boolean; shown: boolean }[]
}

/** A key ceremony (密钥仪式) of which this person is a member. */
export type KeyCeremony =
  | (Ceremony & { state: 'OPEN'; set: null; keySet: null })
  | (Ceremony & { state: 'COMPLETE'; set: string; keySet: JsonObject })

/** A party of a draw and how far it is. */
export interface DrawParty {
  id: string
  committed: boolean
  sealed: boolean
  revealed: boolean
  leftOut: boolean
  note: JsonObject | null
}

interface Drawing {
  id: string
  tender: string
  purpose: 'COEFFICIENT' | 'EXPERTS' | 'LABELS' | 'SEATS'
  pool: string[]
  poolHash: string
  picks: number
  set: string
  deadline: string
  parties: DrawParty[]
}

/** A draw (抽取) that this person takes part in, or whose set it is a member of. */
export type Draw =
  | (Drawing & { state: 'OPEN' | 'COMMITTED' | 'SEALED'; awaits: 'HEAD' | 'COMMIT' | 'SEAL' | 'REVEAL' })
  | (Drawing & { state: 'RESULT'; awaits: null; seed: string; values: string[] })
  | (Drawing & { state: 'VOID'; awaits: null })

/** A session whose members committed, and the sheets (评分表) that were not revealed yet. */
export interface SealedSheets {
  session: string
  tender: string
  name: string
  version: number
  set: string
  keySet: JsonObject
  sheets: { member: string; given: boolean; note: JsonObject }[]
}

/** What the hall tells of a lot, as far as the desk needs it. */
export interface LotState {
  lot: string
  name: string
  lotCode: string
  state:
    | 'SCHEDULED'
    | 'FREEZING'
    | 'LISTED'
    | 'RELEASING'
    | 'RELEASED'
    | 'DRAWING'
    | 'UNSEALING'
    | 'OPENED'
    | 'RECORDED'
    | 'FAILED'
  deadline: string
  trustees: { x: number; pressedAt?: string }[]
  /** Key sets that bids were sealed to, or are; `toOpen` is how many bids its members press for, once that is no secret. */
  keySets: { set: string; toOpen?: number; trustees: { x: number; pressedAt?: string; lostAt?: string }[] }[]
}

export const ceremoniesMine = () => get<KeyCeremony[]>('/api/core/key-sets/mine')
export const drawsMine = () => get<Draw[]>('/api/core/draws/mine')
export const sendLoss = (lot: string, statement: Statement) => post(`/api/core/lots/${lot}/key-losses`, statement)
export const lotState = (lot: string) => get<LotState>(`/api/core/lots/${lot}/opening`)
/** The trustee's cut of the evidence package: what is to be verified before a press. */
export const trusteeCut = async (tender: string) =>
  (await request('GET', `/api/core/tenders/${tender}/package?cut=TRUSTEE`)).blob()
/** The public cut, which says whether a lot's key is needed any longer. */
export const publicCut = async (tender: string) =>
  (await request('GET', `/api/core/tenders/${tender}/package?cut=PUBLIC`)).blob()
/** The trust file as the site gives it, for whoever brought none. */
export const siteTrustFile = async () =>
  new Uint8Array(await (await request('GET', '/api/core/trust-file')).arrayBuffer())
export const sendPress = (lot: string, statement: Statement) => post(`/api/core/lots/${lot}/presses`, statement)
export const sendDraw = (id: string, step: 'commits' | 'seals' | 'reveals' | 'shares', statement: Statement) =>
  post<Draw>(`/api/core/draws/${id}/${step}`, statement)
export const sealedSheets = () => get<SealedSheets[]>('/api/evaluation/sealed-sheets')
export const sendSheetShares = (session: string, statement: Statement) =>
  post(`/api/evaluation/sealed-sheets/${session}/shares`, statement)
/** Who is logged in, and by which certificate. */
export const whoAmI = () => get<{ person: { id: string }; certificate: string | null }>('/api/core/me')

/** The price method of a published tender. */
export const methodOf = (tender: string) =>
  get<{ tender: { terms: { method: PublishedMethod } } }>(`/api/core/public/tenders/${tender}`).then(
    (published) => published.tender.terms.method,
  )
