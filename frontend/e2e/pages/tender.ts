import type { Page } from 'playwright-core'

/** What the agency writes into the form; the rest stays as the page proposes it. */
export interface Terms {
  project: string
  procuringEntity: string
  estimateYuan: string
  ceilingYuan: string
  securityYuan: string
}

const NOTICE = {
  审批部门与文号: '云浦市栖霞区发展和改革局 栖发改示例〔2026〕31号',
  建设地点: '云浦市栖霞区',
  性质与规模: '城市次干路改造，全长 1.6 公里，含道路、排水与照明',
  投标人资格: '市政公用工程施工总承包二级及以上资质，安全生产许可证有效',
  项目负责人资格: '市政公用工程专业一级注册建造师，安全生产考核合格证书（B类）有效',
  监督部门与电话: '云浦市栖霞区招标投标监督管理办公室，000-88000003',
  '联系方式（每行一条）': '招标人：沈知远 000-88000001\n招标代理：程以恒 000-88000002',
  评定分离依据文号: '示例〔2026〕1号',
  发文机关: '示例公共资源交易监督管理机构',
  适用范围: '市政工程评定分离试点（示例）',
}

/** Registers project and tender; the page of the draft follows. */
export async function registerProject(page: Page, terms: Terms): Promise<void> {
  await page.getByRole('link', { name: '项目与标段' }).click()
  await page.getByRole('button', { name: '新建项目与标段' }).click()
  await page.getByLabel('项目名称').fill(terms.project)
  await page.getByLabel('招标人统一社会信用代码').fill(terms.procuringEntity)
  await page.getByRole('button', { name: '登记并开始编制' }).click()
  await page.getByRole('heading', { name: '招标文件编制' }).waitFor()
}

/** Fills the fields of the tender and has the platform check them. */
export async function writeTerms(page: Page, terms: Terms): Promise<void> {
  await page.getByLabel('招标估算价（元）').fill(terms.estimateYuan)
  await page.getByLabel('最高投标限价（元）').fill(terms.ceilingYuan)
  await page.getByLabel('保证金金额（元）').fill(terms.securityYuan)
  for (const [label, text] of Object.entries(NOTICE)) await page.getByLabel(label).fill(text)
  await page.getByLabel('仅为示例依据').check()
  await page.getByRole('button', { name: '校验并保存' }).click()
}

/** Attaches the bill of quantities and has the tender document rendered. */
export async function makeDocuments(page: Page, bill: string): Promise<string> {
  await page.getByLabel('工程量清单（.xlsx）').setInputFiles(bill)
  const said = page.getByRole('status').filter({ hasText: '清单已核对' })
  await said.waitFor()
  await page.getByRole('button', { name: '生成招标文件' }).click()
  await page.getByText('招标文件（.docx）', { exact: true }).waitFor()
  return said.innerText()
}

/** Names the trustees whom the page proposes. */
export async function nameTrustees(page: Page): Promise<void> {
  await page.getByRole('button', { name: '指定保管人并开始密钥仪式' }).click()
  await page.getByText('等待保管人提交密钥').waitFor()
}

/** Reads what is to be signed, signs it, and returns the address of the case. */
export async function publish(page: Page): Promise<string> {
  await page.getByText('全部密钥已验证').waitFor()
  await page.getByRole('button', { name: '发布前检查' }).click()
  await page.getByRole('button', { name: '签名并发布公告' }).click()
  await page.getByText('发布存证').waitFor()
  return page.url()
}
