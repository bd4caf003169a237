import { describe, expect, it } from 'vitest'
import {
  bookingTasks,
  choicesOf,
  clarificationTasks,
  informationTasks,
  handoverTasks,
  nextOf,
  overdue,
  sorted,
  type Task,
  tasksOf,
  timesOf,
} from './task'

const NOW = Date.parse('2026-11-23T02:00:00Z')
const task = (title: string, due: string | null): Task => ({
  code: 'party/verify',
  title,
  tender: null,
  lot: null,
  due,
  link: '/parties',
})

describe('To do 待办', () => {
  it('stands by due time, overdue on top and without a time last', () => {
    const list = [
      task('无期限', null),
      task('明日', '2026-11-24T02:00:00Z'),
      task('逾期', '2026-11-22T02:00:00Z'),
      task('今日', '2026-11-23T09:00:00Z'),
    ]
    expect(sorted(list).map((each) => each.title)).toEqual(['逾期', '今日', '明日', '无期限'])
    expect(list.filter((each) => overdue(each, NOW)).map((each) => each.title)).toEqual(['逾期'])
  })

  it('names the next moment of the published tenders on a day without tasks', () => {
    const schedule = {
      questionDeadline: '2026-11-20T09:00:00Z',
      clarificationDeadline: '2026-11-25T09:00:00Z',
      objectionDeadline: '2026-12-01T09:00:00Z',
    }
    const tenders = [{ tender: 't', name: '雁回路', deadline: '2026-12-10T01:30:00Z', terms: { schedule } }]
    expect(nextOf(tenders, NOW)).toMatchObject({ at: schedule.clarificationDeadline, what: 'clarifications' })
    expect(nextOf(tenders, Date.parse('2026-12-10T01:30:00Z'))).toBeUndefined()
  })
})

describe('Duties of an evaluation', () => {
  it('are tasks where the member acts, and tell no lot before check-in', () => {
    const duty = { id: 's', tender: null, lot: null, name: null }
    const acts = ['ANSWER', 'DRAWING', 'CHECK_IN', 'WATCH', 'REVIEWING', 'CONCLUDED']
    expect(
      tasksOf(acts.map((each) => ({ ...duty, duty: each }))).map(({ code, title, link }) => [code, title, link]),
    ).toEqual([
      ['evaluation/answer', '', '/evaluation/s'],
      ['evaluation/check-in', '', '/evaluation/s'],
    ])
  })
})

describe('Evaluation times', () => {
  it('are a task of the host where none was set and where an extension is owed', () => {
    const lot = { id: 's', tender: 't', name: '标段' }
    const times = [
      { ...lot, owed: false, ends: [] },
      { ...lot, owed: true, ends: [{}] },
      { ...lot, owed: false, ends: [{}] },
    ]
    expect(timesOf(times).map(({ code }) => code)).toEqual(['evaluation/set-time', 'evaluation/extend-time'])
  })
})

describe('Direct choices of experts', () => {
  const lot = { id: 's', tender: 't', name: '标段', stage: 'DRAWING', exhausted: true }

  it('are a task of the host until somebody is named, and then of the supervisor', () => {
    const both = [
      { ...lot, asked: false },
      { ...lot, id: 'r', asked: true },
    ]
    expect(choicesOf(both, false).map(({ code, link }) => [code, link])).toEqual([
      ['evaluation/direct-choice', '/direct-choice'],
    ])
    expect(choicesOf(both, true).map(({ code, link }) => [code, link])).toEqual([
      ['evaluation/decide-choice', '/draws/r'],
    ])
  })
})

describe('Duties of a clarification 澄清', () => {
  it('lead the bidder to its own page with the deadline, and everybody else to the session', () => {
    const duty = { session: 's', tender: 't', lot: 'l', name: '标段', number: 2, due: null }
    const tasks = clarificationTasks([
      { ...duty, duty: 'ANSWER', due: '2026-12-01T03:00:00Z' },
      { ...duty, duty: 'GATE' },
    ])
    expect(tasks.map(({ code, due, link }) => [code, due, link])).toEqual([
      ['clarification/answer', '2026-12-01T03:00:00Z', '/evaluation/clarifications/s/2'],
      ['clarification/gate', null, '/evaluation/s'],
    ])
    const asked = informationTasks([
      { ...duty, duty: 'ANSWER' },
      { ...duty, duty: 'PASS' },
    ])
    expect(asked.map(({ code, link }) => [code, link])).toEqual([
      ['information/answer', '/evaluation/information/s/2'],
      ['information/pass', '/evaluation/s'],
    ])
  })

  it('names a sub-site its bookings and handovers, the main site what it receives, the supervisor what is late', () => {
    const booking = { id: 'b', siteName: '东屿', state: 'REQUESTED', mine: true, answerUntil: '2026-11-23T04:00:00Z' }
    expect(bookingTasks([booking, { ...booking, state: 'CONFIRMED' }])).toHaveLength(1)
    const due = { booking: '12345678-x', siteName: '东屿', state: 'DUE', until: '2026-11-22T16:00:00Z', late: true }
    const handed = { ...due, state: 'SUBMITTED', late: false }
    const codes = (role: string) => handoverTasks([due, handed], role).map(({ code, title }) => `${code} ${title}`)
    expect(codes('sub-site')).toEqual(['handover/hand-over 东屿 12345678'])
    expect(codes('centre')).toEqual(['handover/receive 东屿 12345678'])
    expect(codes('supervisor')).toEqual(['handover/watch 东屿 12345678'])
  })
})
