import type { Page } from 'playwright-core'
import { waitForCount } from '../waiting'

/** Goes to the desk; the hall fills the whole screen and has no navigation. */
const enterDesk = (page: Page) => page.goto(new URL('/app/#/trustee', page.url()).href)

/** Makes a key for every ceremony that waits for one, offers it signed, and shows that it works. */
export async function makeKeys(page: Page, purpose: '标段开标' | '评标场次'): Promise<void> {
  await enterDesk(page)
  const offers = page.getByRole('article').filter({ hasText: purpose }).getByRole('button', { name: '生成密钥' })
  await offers.first().waitFor()
  for (let open = await offers.count(); open > 0; open--) {
    await offers.first().click()
    await waitForCount(offers, open - 1)
  }
}

/** Takes part in the open draw; the page signs each later step by itself while it is open. */
export async function joinDraw(page: Page, what: '抽取系数 K' | '抽取专家'): Promise<void> {
  await enterDesk(page)
  const draw = page.getByRole('article').filter({ hasText: what })
  await draw.getByRole('button', { name: '签名参加抽取' }).click()
  await draw.getByText('已参加').waitFor()
}

/** Presses once for the whole published list. */
export async function press(page: Page): Promise<void> {
  await enterDesk(page)
  await page.getByRole('button', { name: '用本人证书启封' }).click()
  await page.getByText('已启封').waitFor()
}
