import type { Page } from 'playwright-core'

/** A company that the platform does not know yet. */
export interface Company {
  name: string
  uscc: string
  legalRepresentative: string
  contact: string
  phone: string
}

/** What a bidder offers; the files are paths on its computer. */
export interface Offer {
  priceYuan: string
  durationDays: string
  leader: string
  bondNo: string
  letter: string
  technical: string
  bill: string
  /** Pages of the technical part by item. */
  index: Record<string, string>
}

const KEY_PASSWORD = 'qihang-2026'

/** A company registers itself with a key and a sandbox certificate made on its page; the key file's path is returned. */
export async function register(page: Page, address: string, company: Company): Promise<string> {
  await page.goto(`${address}/app/#/login`)
  await page.getByRole('link', { name: '投标人注册' }).click()
  await page.getByLabel('统一社会信用代码').fill(company.uscc)
  await page.getByLabel('单位名称').fill(company.name)
  await page.getByLabel('住所').fill('云浦市栖霞区雁回路 100 号')
  await page.getByLabel('法定代表人').fill(company.legalRepresentative)
  await page.getByLabel('联系人').fill(company.contact)
  await page.getByLabel('联系电话').fill(company.phone)
  await page.getByLabel('密钥文件口令（至少').fill(KEY_PASSWORD)
  await page.getByLabel('再输一次').fill(KEY_PASSWORD)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: '生成并保存密钥文件' }).click()
  const keyFile = await (await saved).path()
  await page.getByText(`密钥已打开：${company.name}`).waitFor()
  await page.getByLabel('本单位承诺所填信息真实').check()
  await page.getByRole('button', { name: '签名并提交注册' }).click()
  await page.getByText('注册信息已提交').waitFor()
  return keyFile
}

/** The registered company logs in with the key file that its page saved. */
export async function logInByKeyFile(page: Page, keyFile: string): Promise<void> {
  await page.getByRole('link', { name: '去登录' }).click()
  await page.getByLabel('密钥文件（.qkf）').setInputFiles(keyFile)
  await page.getByLabel('密钥文件口令').fill(KEY_PASSWORD)
  await page.getByRole('button', { name: '用证书登录' }).click()
  await page.getByRole('heading', { name: '待办' }).waitFor()
}

/** Applies for a bond of the lot and waits until the issuer has signed it; its number is returned. */
export async function buyBond(page: Page, lotName: string): Promise<string> {
  await page.getByRole('link', { name: '保函与保证金' }).click()
  const lots = page.getByLabel('标段')
  const option = lots.getByRole('option', { name: lotName })
  await lots.selectOption({ label: (await option.innerText()).trim() })
  await page.getByRole('button', { name: '提交申请' }).click()
  const bond = page.getByRole('row').filter({ hasText: lotName })
  await bond.getByText('已出函').waitFor()
  return bond.getByRole('cell').nth(3).innerText()
}

/** Opens the page on which a bid for the lot is sealed. */
export async function goToSeal(page: Page, lotName: string): Promise<void> {
  await page.getByRole('link', { name: '我的投标' }).click()
  await page.getByRole('row').filter({ hasText: lotName }).getByRole('link', { name: '封标与回执' }).click()
  await page.getByRole('heading', { name: '核对将要封入的内容' }).waitFor()
}

/** Fills letter and files and begins to seal. */
export async function seal(page: Page, offer: Partial<Offer>): Promise<void> {
  // An item of the index may speak of the same thing.
  const labelled = (label: string) => page.getByLabel(label).and(page.locator(':not([name^="index-"])'))
  const fill = async (label: string, text?: string) => text !== undefined && labelled(label).fill(text)
  const choose = async (role: string, path?: string) => path && labelled(role).setInputFiles(path)
  await fill('投标报价（元）', offer.priceYuan)
  await fill('工期', offer.durationDays)
  await fill('项目负责人', offer.leader)
  await fill('保函编号', offer.bondNo)
  await choose('投标函', offer.letter)
  await choose('技术标（PDF）', offer.technical)
  await choose('已标价工程量清单', offer.bill)
  if (offer.index && !(await page.locator('[name="index-T1"]').isVisible()))
    await page.getByText('响应索引：', { exact: false }).click()
  for (const [item, pages] of Object.entries(offer.index ?? {}))
    await page.locator(`[name="index-${item}"]`).fill(pages)
  await page.getByRole('button', { name: '开始加密并上传' }).click()
}

/** The sealed bid's receipt, which the page verified and kept before it says so. */
export async function receipt(page: Page): Promise<string> {
  await page.getByText('已封标，回执已核验并存于本机').waitFor()
  return page
    .getByText(/^SM3 [0-9a-f]{64}$/)
    .last()
    .innerText()
}
