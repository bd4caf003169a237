import type { Page } from 'playwright-core'

/** Numbers of the called experts of a lot, whom the centre looks up to telephone them; the look is recorded. */
export async function namesOf(page: Page, address: string, lot: string): Promise<string[]> {
  await page.goto(`${address}/app/#/draws`)
  await page.getByRole('row').filter({ hasText: lot }).getByRole('link', { name: '进入抽取台' }).click()
  await page.getByLabel('查看理由').fill('电话通知')
  await page.getByRole('button', { name: '查看并记录' }).click()
  const numbers = page.locator('[data-number]')
  await numbers.first().waitFor()
  return numbers.allInnerTexts()
}
