import type { Page } from 'playwright-core'

/** Opens the award of a lot from the list of those that are in award. */
export async function enterAward(page: Page, address: string, lotName: string): Promise<void> {
  await page.goto(`${address}/app/#/awards`)
  await page.getByRole('row').filter({ hasText: lotName }).getByRole('link', { name: '候选人、定标与合同' }).click()
  await page.getByRole('heading', { name: lotName }).waitFor()
}

/** The end of the publicity that is shown. */
export const publicityEnd = (page: Page) =>
  page
    .getByRole('definition')
    .filter({ hasText: /^\d{4}-/ })
    .nth(1)
    .innerText()

/** Names the members of the award committee. */
export async function nameCommittee(page: Page, names: string[]): Promise<void> {
  for (const name of names) await page.getByLabel(name).check()
  await page.getByRole('button', { name: '组建并开始投票' }).click()
}

/** Casts a sealed ballot. */
export async function castBallot(page: Page, finalist: string, reason: string): Promise<void> {
  await page.getByRole('radio', { name: finalist }).check()
  await page.getByLabel('理由（必填').fill(reason)
  await page.getByRole('button', { name: '签名并密封选票' }).click()
}

/** Reveals the ballot that this browser sealed. */
export const revealBallot = (page: Page) => page.getByRole('button', { name: '签名并揭示' }).click()

/** The procuring entity reads and signs the notice of award. */
export async function issueNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '生成通知书' }).click()
  await page.getByRole('button', { name: '签名发出' }).click()
  await page.getByRole('link', { name: '下载中标通知书' }).waitFor()
}

/** The procuring entity offers the contract under its signature. */
export async function offerContract(page: Page, contractNo: string): Promise<void> {
  const issuedAt = await page
    .getByRole('definition')
    .filter({ hasText: /^\d{4}-\d\d-\d\d / })
    .innerText()
  await page.getByLabel('合同编号').fill(contractNo)
  await page.getByLabel('签订日期').fill(issuedAt.slice(0, 10))
  await page.getByRole('button', { name: '查看待签内容' }).click()
  await page.getByRole('button', { name: '签名并送中标人' }).click()
  await page.getByText('待中标人签名').waitFor()
}

/** The winner countersigns what was offered. */
export async function acceptContract(page: Page): Promise<void> {
  await page.getByRole('button', { name: '查看待签内容' }).click()
  await page.getByRole('button', { name: '签名订立合同' }).click()
}
