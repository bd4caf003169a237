import { get } from '@/shared/api/http'

/** Something that somebody owes (待办); `link` is the page where it is done. */
export interface Task {
  code: string
  title: string
  tender: string | null
  lot: string | null
  due: string | null
  link: string
}

/** A moment to come of a published tender, for a day without tasks. */
export interface Coming {
  at: string
  what: 'questions' | 'clarifications' | 'objections' | 'opening'
  name: string
  tender: string
}

interface PublishedTender {
  tender: string
  name: string
  deadline: string
  terms: {
    schedule: {
      questionDeadline: string
      clarificationDeadline: string
      objectionDeadline: string
    }
  }
}

interface Duty {
  id: string
  tender: string | null
  lot: string | null
  name: string | null
  duty: string
}

/** What a member of an evaluation has to do; stages in which it waits for others are no task. */
const EVALUATION_ACTS = ['ANSWER', 'CHECK_IN', 'DECLARE', 'VOTE_LEADER', 'SCORING', 'REVEALING', 'REPORTING']

/** The duties of an evaluation as tasks; before check-in they tell no lot. */
export const tasksOf = (duties: Duty[]): Task[] =>
  duties
    .filter(({ duty }) => EVALUATION_ACTS.includes(duty))
    .map(({ id, tender, lot, name, duty }) => ({
      code: `evaluation/${duty.toLowerCase().replace('_', '-')}`,
      title: name ?? '',
      tender,
      lot,
      due: null,
      link: `/evaluation/${id}`,
    }))

/** What somebody owes about a question of a panel: an answer, the gate, a vote, a finding. */
interface QuestionDuty {
  session: string
  tender: string
  lot: string
  name: string
  number: number
  duty: string
  due: string | null
}

/** Duties of questions as tasks; who was asked answers on a page of its own, the others where they review. */
const questionTasks = (kind: string, page: string, duties: QuestionDuty[]): Task[] =>
  duties.map(({ session, tender, lot, name, number, duty, due }) => ({
    code: `${kind}/${duty.toLowerCase()}`,
    title: name,
    tender,
    lot,
    due,
    link: duty === 'ANSWER' ? `/evaluation/${page}/${session}/${number}` : `/evaluation/${session}`,
  }))

/** Duties of clarifications (澄清). */
export const clarificationTasks = (duties: QuestionDuty[]) => questionTasks('clarification', 'clarifications', duties)

/** Duties of questions to the procuring entity (信息征询). */
export const informationTasks = (duties: QuestionDuty[]) => questionTasks('information', 'information', duties)

/** A lot in which experts can only be chosen directly, and whether somebody was named. */
interface Choice {
  id: string
  tender?: string
  name: string
  stage?: string
  exhausted?: boolean
  asked: boolean
}

/** Direct choices as tasks: of the host to name somebody, of the supervisor to decide. */
export const choicesOf = (choices: Choice[], supervises: boolean): Task[] =>
  choices
    .filter(({ asked, exhausted, stage }) => (supervises ? asked && exhausted && stage === 'DRAWING' : !asked))
    .map(({ id, name, tender }) => ({
      code: supervises ? 'evaluation/decide-choice' : 'evaluation/direct-choice',
      title: name,
      tender: tender ?? null,
      lot: null,
      due: null,
      link: supervises ? `/draws/${id}` : '/direct-choice',
    }))

/** How much time a panel of the own organisation has. */
interface Time {
  id: string
  tender: string
  name: string
  owed: boolean
  ends: unknown[]
}

/** Evaluation times as tasks of the host (评标时间): an extension that is owed, and a time that was never set. */
export const timesOf = (times: Time[]): Task[] =>
  times
    .filter(({ owed, ends }) => owed || ends.length === 0)
    .map(({ name, tender, owed }) => ({
      code: owed ? 'evaluation/extend-time' : 'evaluation/set-time',
      title: name,
      tender,
      lot: null,
      due: null,
      link: '/evaluation-times',
    }))

const isHost = (roles: string[]) => roles.includes('procuring-entity') || roles.includes('agency')

async function readTimes(roles: string[]): Promise<Task[]> {
  return isHost(roles) ? timesOf(await get<Time[]>('/api/evaluation/times/mine')) : []
}

async function readChoices(roles: string[]): Promise<Task[]> {
  if (roles.includes('supervisor')) return choicesOf(await get<Choice[]>('/api/evaluation/draws'), true)
  return isHost(roles) ? choicesOf(await get<Choice[]>('/api/evaluation/direct-choices/mine'), false) : []
}

/** A fault of a remote evaluation that waits for a decision of the host. */
interface WaitingFault {
  session: string
  name: string
  number: number
  until: string
}

/** Faults over their limit as tasks of the host. */
export const faultTasks = (faults: WaitingFault[]): Task[] =>
  faults.map(({ session, name, until }) => ({
    code: 'evaluation/decide-fault',
    title: name,
    tender: null,
    lot: null,
    due: until,
    link: `/evaluation/${session}/faults`,
  }))

async function readFaults(roles: string[]): Promise<Task[]> {
  return isHost(roles) ? faultTasks(await get<WaitingFault[]>('/api/evaluation/faults/mine')) : []
}

/** A booking that waits for its site's answer, or a handover that waits for one of both sides. */
interface SiteDuty {
  id?: string
  booking?: string
  siteName: string
  state: string
  mine?: boolean
  answerUntil?: string
  until?: string
}

/** Bookings to answer as tasks of a sub-site (待确认的预定). */
export const bookingTasks = (bookings: SiteDuty[]): Task[] =>
  bookings
    .filter(({ state, mine }) => state === 'REQUESTED' && mine)
    .map(({ siteName, answerUntil }) => ({
      code: 'site/answer',
      title: siteName,
      tender: null,
      lot: null,
      due: answerUntil ?? null,
      link: '/sites/bookings',
    }))

/** Handovers as tasks (资料移交): of a sub-site what it owes, of the main site what it receives, of the supervisor what is late. */
export const handoverTasks = (handovers: (SiteDuty & { late: boolean })[], role: string): Task[] =>
  handovers
    .filter(({ state, late }) =>
      role === 'sub-site' ? state === 'DUE' || state === 'RETURNED' : role === 'centre' ? state === 'SUBMITTED' : late,
    )
    .map(({ booking, siteName, until }) => ({
      code: `handover/${{ 'sub-site': 'hand-over', centre: 'receive' }[role] ?? 'watch'}`,
      title: `${siteName} ${booking?.slice(0, 8) ?? ''}`,
      tender: null,
      lot: null,
      due: role === 'centre' ? null : (until ?? null),
      link: '/handovers',
    }))

const DAY_MS = 86_400_000
const AHEAD_DAYS = 120

async function readSiteDuties(roles: string[]): Promise<Task[]> {
  const role = ['sub-site', 'centre', 'supervisor'].find((each) => roles.includes(each))
  if (!role) return []
  const handovers = await get<(SiteDuty & { late: boolean })[]>('/api/evaluation/handovers')
  const tasks = handoverTasks(handovers, role)
  if (role !== 'sub-site') return tasks
  const [from, to] = [-1, AHEAD_DAYS].map((days) => new Date(Date.now() + days * DAY_MS).toISOString())
  return [...bookingTasks(await get<SiteDuty[]>(`/api/evaluation/seat-bookings?from=${from}&to=${to}`)), ...tasks]
}

/** What I owe in all services; one that does not answer delays its own tasks only. */
export async function readTasks(roles: string[]): Promise<Task[]> {
  const [core, duties, choices, times, faults, sites, questions, information] = await Promise.all([
    get<Task[]>('/api/core/tasks/mine'),
    get<Duty[]>('/api/evaluation/sessions/mine').catch(() => []),
    readChoices(roles).catch(() => []),
    readTimes(roles).catch(() => []),
    readFaults(roles).catch(() => []),
    readSiteDuties(roles).catch(() => []),
    get<QuestionDuty[]>('/api/evaluation/clarifications/mine').catch(() => []),
    get<QuestionDuty[]>('/api/evaluation/information/mine').catch(() => []),
  ])
  const asked = [...clarificationTasks(questions), ...informationTasks(information)]
  return [...core, ...tasksOf(duties), ...choices, ...times, ...faults, ...sites, ...asked]
}

export const readTenders = () => get<PublishedTender[]>('/api/core/public/tenders')

/** Whether the task is over its time. */
export const overdue = (task: Task, now: number) => task.due !== null && Date.parse(task.due) < now

/** By due time, overdue on top, those without a time last. */
export function sorted(tasks: Task[]): Task[] {
  const at = (task: Task) => (task.due === null ? Infinity : Date.parse(task.due))
  return [...tasks].sort((a, b) => (at(a) === at(b) ? a.title.localeCompare(b.title, 'zh') : at(a) - at(b)))
}

/** The next moment of the published tenders after `now`. */
export function nextOf(tenders: PublishedTender[], now: number): Coming | undefined {
  const moments = tenders.flatMap(({ tender, name, deadline, terms: { schedule } }) => [
    { at: schedule.questionDeadline, what: 'questions' as const, name, tender },
    { at: schedule.clarificationDeadline, what: 'clarifications' as const, name, tender },
    { at: schedule.objectionDeadline, what: 'objections' as const, name, tender },
    { at: deadline, what: 'opening' as const, name, tender },
  ])
  return moments.filter(({ at }) => Date.parse(at) > now).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0]
}
