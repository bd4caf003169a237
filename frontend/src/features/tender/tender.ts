import type { PublishedMethod } from '@/shared/price/priceSteps'
import { get, post, put, request } from '@/shared/api/http'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import type { Statement } from '@/shared/trust/statement'

/** Stages (阶段) of a tender in their order; `FAILED` ends it early. */
export const STAGES = [
  'DRAFT',
  'BIDDING',
  'DEADLINE_REACHED',
  'OPENING',
  'OPENED',
  'EVALUATING',
  'EVALUATED',
  'CANDIDATE_PUBLICITY',
  'AWARDING',
  'AWARD_PUBLICITY',
  'AWARD_NOTICED',
  'CONTRACTED',
  'CLOSED',
] as const
export type Stage = (typeof STAGES)[number] | 'FAILED'

/** An item of the preliminary review (初步评审项), which a bid passes or not. */
export interface ReviewItem {
  item: string
  part: 'FORM' | 'QUALIFICATION' | 'RESPONSIVENESS'
  name: string
  ground: 'RJ1' | 'RJ2' | 'RJ3' | 'RJ4' | 'RJ6' | 'RJ7'
  page: boolean
  /** What it is judged by (评审依据); in a draft of an older form the files of the bid. */
  about?: 'FILES' | 'LETTER' | 'PRICE'
}

/** A criterion of the technical evaluation (评审因素) with its full points. */
export interface Criterion {
  item: string
  name: string
  max: string
  kind: 'SUBJECTIVE' | 'OBJECTIVE'
}

/** Everything that an agency decides before publication (招标文件要素). */
export interface TenderDraft {
  lotName: string
  estimateFen: number
  ceilingFen: number
  minimumFen: null
  durationDaysMax: number
  quality: string
  bidValidityDays: number
  openingMode: 'TRUSTEES' | 'BIDDERS'
  /** Mode BIDDERS: minutes in which bidders release their bids. */
  releaseMinutes: number | null
  /** Minutes that a step of the opening waits for trustees or witnesses before it is suspended. */
  openingStepMinutes: number
  schedule: {
    issuedAt: string
    questionDeadline: string
    clarificationDeadline: string
    objectionDeadline: string
    bidDeadline: string
  }
  panel: {
    size: number
    tendererSeats: number
    /** Hours that the panel has at least (评标时间). */
    evaluationHours?: number | null
    source?: 'OWN' | 'PROVINCIAL' | null
    governmentFunds?: boolean | null
    library?: { name: string; uscc: string } | null
  }
  method: PublishedMethod & { technicalFull: string }
  criteria: Criterion[]
  /** Items of the preliminary review; none in a draft of an older form. */
  review?: ReviewItem[]
  security: { amountFen: number; forms: ('BOND' | 'CASH')[] }
  award: {
    mode: 'SEPARATED' | 'RANKED'
    /** In mode SEPARATED. */
    pilotBasis?: { documentNo: string; issuer: string; scope: string; example: boolean } | null
    /** In mode RANKED: whether state-owned funds control or dominate, so that the first candidate wins. */
    stateControlled?: boolean | null
    finalistsMax: number
    committeeSize: number
    roundsMax: number
    publicityDays: number
  }
  notice: {
    approval: string
    fundSource: string
    location: string
    scale: string
    qualification: string
    leaderQualification: string
    consortium: boolean
    objectionChannel: string
    supervisor: string
    contacts: string[]
  }
}

/** Files of the tender document (招标文件), by SM3. */
export interface Documents {
  version: number
  template: string | null
  docx: string | null
  pdf: string | null
  bill: string | null
}

interface OwnBase {
  id: string
  lot: string
  project: string
  projectName: string
  lotCode: string
  unifiedDealCode: string
  document: Documents
  /** Bid deadline as it stands; nothing before a draft has one. */
  deadline: string | null
}

/** A tender as its agency sees it. */
export type OwnTender =
  | (OwnBase & { stage: 'DRAFT'; draft: TenderDraft | null; publicationHash: null })
  | (OwnBase & { stage: Exclude<Stage, 'DRAFT'>; draft: TenderDraft; publicationHash: string })

/** A published tender as anyone sees it. */
export interface PublicTender {
  tender: string
  lot: string
  lotCode: string
  unifiedDealCode: string
  name: string
  projectName: string
  region: string
  procuringEntity: { name: string; uscc: string }
  agency: { name: string; uscc: string }
  stage: Exclude<Stage, 'DRAFT'>
  /** Bid deadline and hour of opening, as published or as moved since. */
  deadline: string
  terms: TenderDraft
  document: Documents
  publicationHash: string
}

/** A published tender with its documents and further notices. */
export interface WholeTender {
  tender: PublicTender
  documents: { name: string; mediaType: string; length: number; sm3: string }[]
  notices: { kind: string; notice: { entry: { n: number; at: string; contentHash: string } } }[]
}

/** A project (项目) of the agency. */
export interface Project {
  id: string
  code: string
  name: string
}

export const publicTenders = () => get<PublicTender[]>('/api/core/public/tenders')
export const publicTender = (id: string) => get<WholeTender>(`/api/core/public/tenders/${id}`)
export const ownTenders = () => get<OwnTender[]>('/api/core/tenders/mine')
export const ownTender = (id: string) => get<OwnTender>(`/api/core/tenders/${id}`)
export const ownProjects = () => get<Project[]>('/api/core/projects')
export const registerProject = (application: { name: string; kind: string; region: string; procuringEntity: string }) =>
  post<Project>('/api/core/projects', application)
export const registerTender = (project: string) =>
  post<OwnTender>(`/api/core/projects/${project}/tenders`, { unifiedDealCode: null })
export const saveDraft = (id: string, draft: TenderDraft) => put<OwnTender>(`/api/core/tenders/${id}/draft`, draft)
export const renderDocument = (id: string, fields: Record<string, unknown>) =>
  post<OwnTender>(`/api/core/tenders/${id}/document`, { fields })
export const nameTrustees = (id: string, members: string[], threshold: number) =>
  post<{ id: string; threshold: number; members: number }>(`/api/core/tenders/${id}/key-set`, { members, threshold })
export const publicationDoc = (id: string) => get<JsonObject>(`/api/core/tenders/${id}/publication/to-sign`)
export const publish = (id: string, statement: Statement) => post(`/api/core/tenders/${id}/publication`, statement)

export const replacementDoc = (id: string, reason: string, deadline = '') =>
  get<JsonObject>(`/api/core/tenders/${id}/key-set/replacement/to-sign?${new URLSearchParams({ reason, deadline })}`)
export const replaceKeySet = (id: string, statement: Statement) =>
  post(`/api/core/tenders/${id}/key-set/replacement`, statement)

/** Uploads the bytes of a template or a bill. */
export async function uploadFile(id: string, kind: 'template' | 'bill', file: File): Promise<unknown> {
  const headers = { 'Content-Type': 'application/octet-stream' }
  const response = await request('PUT', `/api/core/tenders/${id}/${kind}`, { body: file, headers })
  return response.json()
}

/** A ceremony's progress, as any logged-in person may see it. */
export const ceremony = (id: string) =>
  get<{ ready: boolean; members: { name: string; side: string; offered: boolean; shown: boolean }[] }>(
    `/api/core/key-sets/${id}`,
  )
