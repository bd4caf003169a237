import type { Page } from 'playwright-core'

/** The centre opens the plans of the rooms. */
export async function openSeats(page: Page): Promise<void> {
  await page.getByRole('link', { name: '席位', exact: true }).click()
  await page
    .getByRole('group', { name: /平面图$/ })
    .first()
    .waitFor()
}

/** Goes on to another page of seats and waits for what stands there. */
export async function turnTo(page: Page, tab: '日历' | '预定' | '目录'): Promise<void> {
  await page.getByRole('navigation', { name: '席位' }).getByRole('link', { name: tab }).click()
  const there = {
    日历: page.getByRole('columnheader', { name: '周一' }),
    预定: page.getByRole('heading', { name: '预定席位' }),
    目录: page.getByRole('button', { name: '新增场所' }),
  }
  await there[tab].waitFor()
}
