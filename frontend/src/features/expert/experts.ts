import { get, post, request, type Problem } from '@/shared/api/http'

/** Whether an expert may be drawn (专家状态). */
export const STATES = ['ACTIVE', 'SUSPENDED', 'REMOVED'] as const
export type ExpertState = (typeof STATES)[number]

/** What an expert did, that the centre may record (信用事项). */
export const KINDS = ['LATE', 'NO_SHOW', 'LEFT', 'OBJECTIVE_MISMATCH', 'UNREASONED_EXTREME', 'LEAK', 'FRAUD'] as const

/** One line of the list of experts. */
export interface ExpertLine {
  number: string
  name: string
  region: string
  employer: string
  title: string
  specialties: string[]
  state: ExpertState
  credit: number
  drawable: boolean
}

/** A specialty of the tree (评标专业). */
export interface Specialty {
  code: string
  name: string
}

/** An event of credit as it stands today (信用事件). */
export interface CreditEvent {
  id: string
  kind: string
  points: number
  session: string
  recordedOn: string
  objectionUntil: string
  state: 'NOTIFIED' | 'OBJECTED' | 'UPHELD' | 'WITHDRAWN' | 'REPAIRED'
  counts: boolean
  open: boolean
  words: { on: string; by: string; text: string }[]
}

/** An entry of the blacklist as it stands today (失信惩戒). */
export interface Ban {
  id: string
  cause: string
  basis: string
  from: string
  until: string
  liftedOn: string | null
  stands: boolean
}

/** The file of an expert (专家档案). */
export interface ExpertFile {
  number: string
  name: string
  region: string
  gender: 'MALE' | 'FEMALE'
  bornOn: string
  idNumber: string
  phone: string
  qualification: {
    title: string
    years: number
    specialties: string[]
    enteredOn: string
    trainedUntil: string | null
  }
  ties: {
    employer: string
    employerUscc: string
    employments: { unit: string; from: string; until: string | null }[]
    relatives: { relation: string; name: string; unit: string; position: string }[]
    avoidedUnits: string[]
  }
  state: ExpertState
  place: { state: ExpertState; from: string | null; until: string | null }
  credit: number
  suspendedUntil: string | null
  events: CreditEvent[]
  bans: Ban[]
  grounds: { ground: string; because: string }[]
  history: { at: string; by: string; act: string; detail: string }[]
  on: string
}

/** What is looked for in the pool. */
export interface Sought {
  text: string
  specialty: string
  region: string
  state: ExpertState | ''
}

/** How many experts stand on a page of the list. */
export const PAGE_SIZE = 20

/** A cell of a workbook that cannot be taken (单元格错误). */
export interface CellFault {
  sheet: string
  cell: string
  column: string
  seen: string
  expected: string
}

/** The cells that a refused import names; facts of a refusal are texts, this one is JSON. */
export const faultsOf = (problem: Problem) => JSON.parse(String(problem.faults)) as CellFault[]

/** What an import did. */
export interface Imported {
  added: number
  changed: number
  same: number
}

const BASE = '/api/evaluation/experts'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The address of a page of the list. */
export function addressOf(sought: Sought, page: number): string {
  const query = new URLSearchParams({ page: String(page), size: String(PAGE_SIZE) })
  for (const [name, value] of Object.entries(sought)) if (value) query.set(name, value)
  return `${BASE}?${query}`
}

/** One page of the list. */
export const readPool = (sought: Sought, page: number) =>
  get<{ experts: ExpertLine[]; count: number }>(addressOf(sought, page))

/** The tree of specialties. */
export const readSpecialties = () => get<Specialty[]>(`${BASE}/specialties`)

/** The file of one expert. */
export const readExpert = (number: string) => get<ExpertFile>(`${BASE}/${number}`)

/** The file of the expert who is logged in. */
export const readOwnFile = () => get<ExpertFile>('/api/evaluation/expert-file')

/** The whole pool as a workbook. */
export async function readWorkbook(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await request('GET', `${BASE}/workbook`)).arrayBuffer())
}

/** Takes a workbook into the pool: all of it, or nothing. */
export async function sendWorkbook(file: Blob): Promise<Imported> {
  const response = await request('POST', `${BASE}/workbook`, { body: file, headers: { 'Content-Type': XLSX } })
  return (await response.json()) as Imported
}

/** Does something to an expert: `act` is the last part of the address. */
export const change = (number: string, act: string, body: Record<string, unknown>) =>
  post<ExpertFile>(`${BASE}/${number}/${act}`, body)

/** Objects against an event of one's own. */
export const objectTo = (event: string, text: string) =>
  post<ExpertFile>(`/api/evaluation/expert-file/credit-events/${event}/objection`, { text })

/** What an applicant hands in (入库申请). */
export interface Application {
  id: string
  candidate: {
    name: string
    region: string
    person: { gender: 'MALE' | 'FEMALE'; bornOn: string; idNumber: string; phone: string; email: string }
    qualification: { title: string; years: number; specialties: string[]; enteredOn: string }
    ties: {
      employer: string
      employerUscc: string
      employments: unknown[]
      relatives: { relation: string; name: string; unit: string; position: string }[]
      avoidedUnits: string[]
    }
  }
  recommendation: { unit: string; signedBy: string; signedOn: string }
  state: 'SUBMITTED' | 'APPROVED' | 'REFUSED'
  words: { on: string; by: string; text: string }[]
  number: string | null
}

const APPLICATIONS = '/api/evaluation/expert-applications'

/** Applications that wait for the centre. */
export const readApplications = () => get<Application[]>(APPLICATIONS)

/** Applications of the person who is logged in, the newest first. */
export const readOwnApplications = () => get<Application[]>(`${APPLICATIONS}/mine`)

/** Applies. */
export const apply = (form: Pick<Application, 'candidate' | 'recommendation'> & { statement: string }) =>
  post<Application>(APPLICATIONS, form)

/** Decides over an application. */
export const decideOver = (id: string, approved: boolean, reason: string) =>
  post<Application>(`${APPLICATIONS}/${id}/decision`, { approved, reason })

/** How good the work in an evaluation was (考评等次). */
export const GRADES = ['EXCELLENT', 'SOUND', 'POOR'] as const

/** A concluded evaluation in which the expert took part, and what was said of its work (一标一评). */
export interface Served {
  session: string
  name: string
  lotCode: string
  grade: (typeof GRADES)[number] | null
  text: string | null
  at: string | null
}

/** Concluded evaluations of an expert, the newest first. */
export const readServed = (number: string) => get<Served[]>(`${BASE}/${number}/appraisals`)

/** Appraises the work in one evaluation, once. */
export const appraise = (number: string, session: string, grade: string, text: string) =>
  post<Served[]>(`${BASE}/${number}/appraisals`, { session, grade, text })
