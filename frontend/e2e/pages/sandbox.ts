import type { Page } from 'playwright-core'

/** Moves the legal clock from the sandbox banner to a moment such as `2026-11-18 09:30:00` (UTC+8). */
export async function moveClockTo(page: Page, moment: string): Promise<void> {
  await page.getByLabel('法定时钟拨到').fill(moment.replace(' ', 'T'))
  await page.getByRole('button', { name: '拨到此时' }).click()
  await page.getByText(`法定时钟 ${moment.slice(0, 16)}`).waitFor()
}

/** So many seconds after a moment, in the same form. */
export function after(moment: string, seconds: number): string {
  const later = Date.parse(`${moment.replace(' ', 'T')}Z`) + seconds * 1000
  return new Date(later).toISOString().slice(0, 19).replace('T', ' ')
}
