import type { Page } from 'playwright-core'

/** An expert opens the session to which it is called. */
export async function enterSession(page: Page): Promise<void> {
  await page.getByRole('link', { name: '我的席位' }).click()
  await page.getByRole('link', { name: '进入' }).first().click()
}

/** Accepts the invitation, checks in, and declares that nothing stands against taking part; the seat is returned. */
export async function takeSeat(page: Page): Promise<string> {
  await page.getByRole('button', { name: '应邀参加' }).click()
  await page.getByRole('button', { name: '签到' }).click()
  await page.getByLabel('我与上述单位没有应当回避的情形').check()
  await page.getByRole('button', { name: '签名并就席' }).click()
  await page.getByRole('heading', { name: '推选组长' }).waitFor()
  return (await page.getByText(/^席位 /).innerText()).slice('席位 '.length)
}

/** Votes for the leader of the panel. */
export async function voteLeader(page: Page, number: string): Promise<void> {
  await page.getByRole('radio', { name: number }).check()
  await page.getByRole('button', { name: '投票' }).click()
}

const field = (page: Page) => page.locator('[data-scroller]').first()

/** Waits until the bid's file shows its pages, and puts the focus there, outside any field. */
export async function readBid(page: Page): Promise<void> {
  await page.locator('[data-page="1"] .text span').first().waitFor()
  await field(page).focus()
}

/** Searches the bid by keyboard; how many places were found is returned, such as `1 / 3`. */
export async function search(page: Page, words: string): Promise<string> {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  const count = page.locator('.find .count').first()
  await count.getByText(/^\d+ \/ \d+$/).waitFor()
  return count.innerText()
}

/** Waits until this page of the bid is in sight. */
export const waitForPage = (page: Page, number: number) =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('input.number')?.value === wanted,
    String(number),
  )

/** Scores the item at hand by keys alone, without choosing its field. */
export async function scoreByKeys(page: Page, points: string): Promise<void> {
  await field(page).focus()
  await page.keyboard.type(points)
  await page.keyboard.press('Enter')
}

/** Goes to the next page that the bid names for the item at hand. */
export async function goToCited(page: Page): Promise<void> {
  await field(page).focus()
  await page.keyboard.press('n')
}

/** Quotes the page in sight; the reason of the item at hand is returned. */
export async function quote(page: Page): Promise<string> {
  await field(page).focus()
  await page.keyboard.press('q')
  return page.locator('[data-reason]').inputValue()
}

/** Points that stand in the sheet, in the order of the items. */
export const pointsGiven = (page: Page) =>
  page.locator('input[data-points]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))

/** Waits until the platform has the sealed copy of the draft. */
export const draftIsAway = (page: Page) => page.getByText('平台存有加密副本').waitFor()

/** Opens a second bid beside the first. */
export async function openBeside(page: Page): Promise<void> {
  await page.getByRole('button', { name: '并排对照' }).click()
  await page.locator('.pane').nth(1).locator('.text span').first().waitFor()
}

/** Judges every bid by every item by keyboard; `doubt` is why the first item of the first bid is not passed, if it is not. */
export async function judgeBids(page: Page, doubt?: string): Promise<void> {
  const all = page.getByText(/^全部 \d+ \/ \d+ 项/)
  const items = Number(/全部 \d+ \/ (\d+) 项/.exec(await all.innerText())![1])
  await readBid(page)
  for (let item = 0; item < items; item++) {
    if (item > 0 || !doubt) await page.keyboard.press('p')
    else {
      await page.keyboard.press('f')
      await page.locator('[data-reason]').fill(doubt)
      await field(page).focus()
      await page.keyboard.press('Enter')
    }
  }
  await page.getByText(`全部 ${items} / ${items} 项`).waitFor()
}

/** Seals the judgements. */
export const sealJudgements = (page: Page) => page.getByRole('button', { name: '密封提交评审意见' }).click()

/** The member who leads ends the preliminary review. */
export async function concludeScreening(pages: Page[]): Promise<void> {
  for (const page of pages) {
    const button = page.getByRole('button', { name: '结束初步评审' })
    if (await button.count()) return button.click()
  }
  throw new Error('no leader among the members')
}

/** Writes the sheet by keyboard alone, Enter after Enter, and seals it. */
export async function sealSheet(page: Page, points: (item: number) => string): Promise<void> {
  const first = page.locator('input[data-points]').first()
  await first.waitFor()
  const items = Number(/全部 \d+ \/ (\d+) 项/.exec(await page.getByText(/^全部/).innerText())![1])
  await first.fill('')
  for (let item = 0; item < items; item++) {
    await page.keyboard.type(points(item))
    await page.keyboard.press('Enter')
  }
  await page.getByText(`全部 ${items} / ${items} 项`).waitFor()
  await page.getByRole('button', { name: '密封提交' }).click()
}

/** Reveals the sheet that this browser sealed. */
export const revealSheet = (page: Page) => page.getByRole('button', { name: '签名并揭示' }).click()

/** Proposes the rejection of a bid. */
export async function proposeRejection(page: Page, bidder: string, ground: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '提出否决动议' }).click()
  const bids = page.getByLabel('投标人')
  await bids.selectOption({ label: (await bids.getByRole('option', { name: bidder }).innerText()).trim() })
  await page.getByLabel('法定情形').selectOption({ label: ground })
  await page.getByLabel('事实与理由').fill(reason)
  await page.getByLabel('页码').fill('1')
  await page.getByRole('button', { name: '提出动议' }).click()
}

/** Votes against the proposal that waits, with an opinion. */
export async function voteAgainst(page: Page, opinion: string): Promise<void> {
  await page.getByLabel('意见（反对时必填）').fill(opinion)
  await page.getByRole('button', { name: '反对', exact: true }).click()
}

/** The member whose page lets it end the review. */
export async function leaderAmong(pages: Page[]): Promise<Page> {
  for (const page of pages) if (await page.getByRole('button', { name: '结束评审并生成报告' }).count()) return page
  throw new Error('no leader among the members')
}

/** The leader ends the review. */
export const conclude = (page: Page) => page.getByRole('button', { name: '结束评审并生成报告' }).click()

const CLICKS_MAX = 3
const ANSWER_MS = 10_000

/**
 * Reads the report and signs it in agreement. A viewer of PDFs that is just being laid out beside the button can take
 * the click of a machine that does not wait for the next picture; so what was not answered is clicked again.
 */
export async function signReport(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: '签名同意' })
  for (let click = 1; ; click++) {
    await button.click()
    try {
      return await button.waitFor({ state: 'hidden', timeout: ANSWER_MS })
    } catch (unanswered) {
      if (click === CLICKS_MAX) throw unanswered
    }
  }
}
