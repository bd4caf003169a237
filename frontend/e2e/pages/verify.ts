import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Locator, Page } from 'playwright-core'

/** Downloads what a link or button of a page gives, to a path. */
export async function download(page: Page, what: Locator, path: string): Promise<string> {
  const begun = page.waitForEvent('download')
  await what.click()
  await (await begun).saveAs(path)
  return path
}

/** Drops a file on the verify page, as from the desktop. */
async function drop(page: Page, path: string): Promise<void> {
  const bytes = (await readFile(path)).toString('base64')
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(text!), (char) => char.charCodeAt(0))], name!))
      return transfer
    },
    [basename(path), bytes],
  )
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: files })
}

/** Audits a package with the trust file of a stranger's own choice; the verdict's words are returned. */
export async function audit(page: Page, address: string, evidence: string, trust: string): Promise<string> {
  await page.goto(`${address}/app/#/verify`)
  await page.reload()
  await page.locator('input[name="trust"]').setInputFiles(trust)
  await drop(page, evidence)
  const verdict = page.locator('[data-outcome]:not([data-outcome="idle"]):not([data-outcome="running"])')
  await verdict.waitFor()
  return verdict.innerText()
}
