import type { Page } from 'playwright-core'

/** Enters the opening hall of a lot from the public list of openings. */
export async function enterHall(page: Page, address: string, lotName: string): Promise<void> {
  await page.goto(`${address}/app/#/openings`)
  await page.getByRole('row').filter({ hasText: lotName }).getByRole('link', { name: '开标大厅' }).click()
  await page.getByRole('heading', { name: lotName }).waitFor()
}

/** The moment for which the hall waits, such as `2026-11-18 09:30:00`. */
export const nextMoment = (page: Page) => page.locator('.count .when').innerText()

/** The prices that stand in the hall, in the order of the list. */
export const prices = (page: Page) => page.locator('.prices .figure').allInnerTexts()

/** Follows how many prices the page showed; asked later, it tells the different counts in their order. */
export async function watchPrices(page: Page): Promise<() => Promise<number[]>> {
  const counts = await page.evaluateHandle(() => {
    const seen = [document.querySelectorAll('.prices .figure').length]
    const look = () => {
      const now = document.querySelectorAll('.prices .figure').length
      if (now !== seen.at(-1)) seen.push(now)
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
    return seen
  })
  return () => counts.jsonValue()
}

/** The coefficient that was drawn and that this page drew again. */
export async function coefficient(page: Page): Promise<string> {
  await page.getByText('本页已复算相符').waitFor()
  return page.locator('.pool .hit').innerText()
}

/** A bidder objects on the spot. */
export async function object(page: Page, text: string): Promise<void> {
  await page.getByPlaceholder('写明对开标的异议').fill(text)
  await page.getByRole('button', { name: '签名并提出异议' }).click()
  await page.getByText(text).waitFor()
}

/** The agency answers the objection that waits. */
export async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel('答复').fill(text)
  await page.getByRole('button', { name: '签名并答复' }).click()
  await page.getByText(`答复：${text}`).waitFor()
}

/** Signs the opening record, as agency, supervisor or bidder. */
export async function signRecord(page: Page): Promise<void> {
  const sign = page.getByRole('button', { name: /^(签署|确认)开标记录$/ })
  await sign.click()
  await sign.waitFor({ state: 'hidden' })
}

/** The moment until which objections are taken, on the day of a moment. */
export async function objectionsUntil(page: Page, deadline: string): Promise<string> {
  const said = await page.getByText(/^\d\d:\d\d:\d\d 前可提出$/).innerText()
  return `${deadline.slice(0, 10)} ${said.slice(0, 8)}`
}
