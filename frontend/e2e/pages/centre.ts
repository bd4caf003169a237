import type { Page } from 'playwright-core'

/** Verifies the registration of a company. */
export async function verifyCompany(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '主体验证' }).click()
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: '验证通过' }).click()
  await page.getByRole('button', { name }).waitFor({ state: 'hidden' })
}
