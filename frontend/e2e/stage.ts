import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
].concat([
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream=fps=10',
  '--use-fake-ui-for-media-stream',
])
const SIZE = { width: 1366, height: 768 }
const PATIENCE_MS = 90_000

/** What the sandbox tells of a demo person. */
export interface DemoPerson {
  account: string
  name: string
  roles: string[]
  expertNumber: string | null
  password: string | null
  totp: string | null
}

/** One Chromium, and in it a browser context of its own for every person of the story. */
export class Stage {
  readonly complaints: string[] = []
  private readonly pages = new Map<string, Page>()
  private readonly scriptless = new Set<Page>()

  private constructor(
    readonly address: string,
    readonly folder: string,
    private readonly browser: Browser,
  ) {}

  static async open(address: string, folder: string): Promise<Stage> {
    await mkdir(folder, { recursive: true })
    const executablePath = process.env.QIFENG_CHROMIUM ?? '/usr/bin/chromium'
    return new Stage(address, folder, await chromium.launch({ executablePath, headless: true, args: FLAGS }))
  }

  /** Someone at an own computer whom the platform does not know yet. */
  async newcomer(name: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: SIZE,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
      ...options,
    })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('pageerror', (error) => this.complaints.push(`${name}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`${name}: ${message.text()}`)
    })
    page.on('dialog', (dialog) => {
      if (dialog.type() === 'alert') this.complaints.push(`${name}: a script said ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      const url = request.url()
      if (/^(https?|wss?):/.test(url) && new URL(url).host !== new URL(this.address).host)
        this.complaints.push(`${name}: asked for ${url}`)
    })
    this.pages.set(name, page)
    if (options.javaScriptEnabled === false) this.scriptless.add(page)
    return page
  }

  /** The page of a demo person, who logs in with the demo key file when first needed. */
  async person(account: string): Promise<Page> {
    const known = this.pages.get(account)
    if (known) return known
    const page = await this.newcomer(account)
    await page.goto(`${this.address}/app/#/login`)
    await page.locator(`[data-account="${account}"]`).click()
    await page.getByRole('heading', { name: '待办' }).waitFor()
    return page
  }

  /** The page of a demo person who logs in by password and the one-time code of the moment. */
  async staff(account: string): Promise<Page> {
    const page = await this.newcomer(account)
    await page.goto(`${this.address}/app/#/login`)
    const { password, totp } = (await this.people()).find((one) => one.account === account)!
    await page.getByLabel('账号').fill(account)
    await page.getByLabel('密码').fill(password!)
    await page.getByLabel('动态口令').fill(totp!)
    await page.getByRole('button', { name: '用密码登录' }).click()
    await page.getByRole('heading', { name: '待办' }).waitFor()
    return page
  }

  /** The demo people with their secrets; the one thing that is not read from a page. */
  async people(): Promise<DemoPerson[]> {
    const response = await fetch(`${this.address}/api/core/sandbox/people`)
    return ((await response.json()) as { people: DemoPerson[] }).people
  }

  /** Keeps a file that a step needs, and returns its path. */
  async file(name: string, bytes: Uint8Array): Promise<string> {
    const path = join(this.folder, name)
    await writeFile(path, bytes)
    return path
  }

  /** A picture of what someone sees now; what of it someone else could not see, read or reach is a complaint. */
  async shot(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(this.folder, `${name}.png`) })
    if (this.scriptless.has(page)) return
    for (const found of await barriers(page)) this.complaints.push(`${name}: ${found}`)
  }

  /** Pictures of everybody's page, for whoever looks for what went wrong. */
  async shotOfEverybody(): Promise<void> {
    for (const [name, page] of this.pages)
      await page.screenshot({ path: join(this.folder, `failed-${name}.png`) }).catch(() => undefined)
  }

  /** Someone goes home. */
  async leave(account: string): Promise<void> {
    await this.pages.get(account)?.context().close()
    this.pages.delete(account)
  }

  async close(): Promise<void> {
    await this.browser.close()
  }
}

/** What breaks WCAG 2.1 A or AA on a page: the rule and the elements. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })",
  )) as AxeResults
  return results.violations.map(
    ({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
}
