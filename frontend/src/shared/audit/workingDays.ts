const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000
const PUBLISHED = [2026]

/** First and last days of holidays: notice of the State Council's office of November 2025. */
const OFF = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

/** 24:00 in China of the last of these working days (工作日) behind an event; nothing where a year is not published. */
export function endOfWorkingDays(event: number, days: number): number | undefined {
  let day = Math.floor((event + CHINA_MS) / DAY_MS)
  for (let left = days; left > 0;) {
    day++
    const date = new Date(day * DAY_MS)
    if (!PUBLISHED.includes(date.getUTCFullYear())) return undefined
    if (works(date)) left--
  }
  return (day + 1) * DAY_MS - CHINA_MS
}

function works(date: Date): boolean {
  const text = date.toISOString().slice(0, 10)
  if (WORKED.includes(text)) return true
  if ([0, 6].includes(date.getUTCDay())) return false
  return !OFF.some(([from, to]) => text >= from && text <= to)
}
