import { dateTime } from '@/shared/format/time'

/** Minutes of a slot: seats are held by half hours. */
export const SLOT_MINUTES = 30

const DAY_MS = 86_400_000

/** The day in China, `2026-12-02`. */
export const dayIn = (moment: number | string) => dateTime(moment).slice(0, 10)

/** The time in China, `09:30`; midnight at the end of a day is `24:00`. */
export const clockIn = (moment: number | string) => dateTime(moment).slice(11, 16)

/** The moment of a day and time in China. */
export const momentOf = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

/** A day so many days later. */
export const dayAfter = (day: string, days: number) => dayIn(Date.parse(`${day}T00:00:00+08:00`) + days * DAY_MS)

/** Half hours from one time to another, both included. */
export function halfHours(opens: string, closes: string): string[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const two = (value: number) => String(value).padStart(2, '0')
  const times: string[] = []
  for (let at = minutes(opens); at <= minutes(closes); at += SLOT_MINUTES)
    times.push(`${two(Math.floor(at / 60))}:${two(at % 60)}`)
  return times
}

/** Weeks of a month that begin on Monday, or the one week of a day; each a list of seven days. */
export function weeksOf(day: string, whole: boolean): string[][] {
  const weekday = (each: string) => (new Date(`${each}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = (each: string) => dayAfter(each, -weekday(each))
  const week = (begin: string) => Array.from({ length: 7 }, (_, i) => dayAfter(begin, i))
  if (!whole) return [week(monday(day))]
  const weeks: string[][] = []
  for (let begin = monday(`${day.slice(0, 8)}01`); begin.slice(0, 7) <= day.slice(0, 7); begin = dayAfter(begin, 7))
    weeks.push(week(begin))
  return weeks
}

/** The first day of the month before or after. */
export function monthAfter(day: string, months: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}
