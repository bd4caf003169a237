import type { Page } from 'playwright-core'
import { eventually } from '../waiting'

/** The centre plans that the panel of a lot meets in a hall. */
export async function planHall(page: Page, address: string, lot: string): Promise<void> {
  await page.goto(`${address}/app/#/draws`)
  await page.getByRole('row').filter({ hasText: lot }).getByRole('link', { name: '进入抽取台' }).click()
  await page.locator('[data-act="plan"]').click()
  await page.locator('[data-field="hall"]').selectOption('MESH')
  await page.getByRole('button', { name: '保存方案' }).click()
  await page.getByText('视频评标厅（网状直连）').waitFor()
}

/** A member enters the hall above its work place with a small picture; its session code is returned. */
export async function enter(page: Page): Promise<string> {
  await page.getByLabel('省流画面').check()
  await page.locator('[data-act="enter"]').click()
  await page.locator('[data-hall-line]').getByText('已连接').waitFor()
  return (await page.locator('.tile').first().getAttribute('data-tile'))!
}

/** Frames of another one's picture that this page has shown so far. */
export const framesOf = (page: Page, label: string) =>
  page
    .locator(`[data-tile="${label}"] video`)
    .evaluate((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames)

/** Waits until so many more frames of everybody else came than there are now. */
export async function waitForFrames(page: Page, labels: string[], least: number): Promise<void> {
  for (const label of labels) {
    await page.locator(`[data-tile="${label}"] video:not(.off)`).waitFor()
    const before = await framesOf(page, label)
    await eventually(
      `frames of ${label}`,
      () => framesOf(page, label),
      (seen) => seen >= before + least,
    )
  }
}

/** Opens the text channel beside the sheet, and writes. */
export async function say(page: Page, text: string): Promise<void> {
  const write = page.getByLabel('写给各位成员，回车发送')
  if (!(await write.isVisible())) await page.locator('[data-act="texts"]').click()
  await write.fill(text)
  await write.press('Enter')
  await page.locator('[data-text]').getByText(text).waitFor()
}

/** Supervisor or notary comes to the page of the witness from its list of sessions. */
export async function watch(page: Page, address: string, lot: string, isNotary: boolean): Promise<void> {
  await page.goto(`${address}/app/#/evaluation`)
  await page.getByRole('row').filter({ hasText: lot }).getByRole('link', { name: '进入' }).click()
  if (!isNotary) await page.locator('[data-act="hall"]').click()
  await page.getByRole('heading', { name: '数字见证' }).waitFor()
  await page.locator('[data-act="enter"]').click()
  await page.locator('[data-hall-line]').getByText('已连接').waitFor()
}

/** A watcher warns one seat. */
export async function warn(page: Page, label: string, text: string): Promise<void> {
  await page.locator('[data-field="to"]').selectOption(label)
  await page.locator('[data-field="warning"]').fill(text)
  await page.locator('[data-act="warn"]').click()
  await page.locator('[data-warned]').getByText(text).waitFor()
}

/** A watcher freezes the session, or lets it go on. */
export async function hold(page: Page, act: 'freeze' | 'unfreeze', reason: string): Promise<void> {
  await page.locator('[data-field="reason"]').fill(reason)
  await page.locator(`[data-act="${act}"]`).click()
  await page.locator(`[data-act="${act === 'freeze' ? 'unfreeze' : 'freeze'}"]`).waitFor()
}

/** Somebody leaves the hall, and stays on its page. */
export async function leave(page: Page): Promise<void> {
  await page.locator('[data-act="leave"]').click()
  await page.locator('[data-act="enter"]').waitFor()
}
