import type { Page } from 'playwright-core'

/** A company that the platform does not know yet. */
export interface Company {
  name: string
  uscc: string
  legalRepresentative: string
  contact: string
  phone: string
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
