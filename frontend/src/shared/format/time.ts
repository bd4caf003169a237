const SHANGHAI = 'Asia/Shanghai'
const WEEKDAYS: Record<string, string> = { Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', Sun: '日' }

function parts(moment: string | number | Date) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: SHANGHAI,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(new Date(moment)).map((part) => [part.type, part.value])) as Record<
    string,
    string
  >
}

/** `2026-11-18 09:30:00` in the time of the platform. */
export function dateTime(moment: string | number | Date | null | undefined): string {
  if (moment === null || moment === undefined) return '—'
  const p = parts(moment)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`
}

/** The same with milliseconds, for receipts. */
export function dateTimeMillis(moment: string): string {
  return `${dateTime(moment)}.${String(new Date(moment).getTime() % 1000).padStart(3, '0')}`
}

/** `2026-11-18（周三）` where a person must come. */
export function dayOf(moment: string | number | Date): string {
  const p = parts(moment)
  return `${p.year}-${p.month}-${p.day}（周${WEEKDAYS[p.weekday ?? ''] ?? ''}）`
}

/** `09:30:00`. */
export function timeOf(moment: string | number | Date): string {
  return dateTime(moment).slice(11)
}

/** What remains: 「1 天 23 小时」, under one hour 「35 分 24 秒」. */
export function remaining(milliseconds: number, words: { day: string; hour: string; minute: string; second: string }) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const days = Math.floor(seconds / 86400)
  const hours = Math.floor(seconds / 3600) % 24
  const minutes = Math.floor(seconds / 60) % 60
  if (days > 0) return `${days} ${words.day} ${hours} ${words.hour}`
  if (hours > 0) return `${hours} ${words.hour} ${minutes} ${words.minute}`
  return `${minutes} ${words.minute} ${seconds % 60} ${words.second}`
}

/** `00:39:34`, or days in front. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const days = Math.floor(seconds / 86400)
  const face = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return days > 0 ? `${days} 天 ${face}` : face
}

const DAY_MS = 86_400_000

/** When a period ends: `2026-12-21 09:30`; midnight is 24:00 of the day before. */
export function periodEnd(moment: string): string {
  const isMidnight = timeOf(moment) === '00:00:00'
  const day = dateTime(isMidnight ? Date.parse(moment) - 1 : moment).slice(0, 10)
  return `${day} ${isMidnight ? '24:00' : timeOf(moment).slice(0, 5)}`
}

/** When something is due: 「今日 17:00」, 「明日 09:30」, else 「12-21 09:30」; midnight is 24:00 of the day before. */
export function dueTime(moment: string, now: number, words: { today: string; tomorrow: string }): string {
  const [day, time] = periodEnd(moment).split(' ') as [string, string]
  if (day === dateTime(now).slice(0, 10)) return `${words.today} ${time}`
  if (day === dateTime(now + DAY_MS).slice(0, 10)) return `${words.tomorrow} ${time}`
  return `${day.slice(5)} ${time}`
}
