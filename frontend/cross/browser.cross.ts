import { createServer } from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { build } from 'vite'
import type { Measured } from './browser/seal'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGE = 'cross/browser/seal.html'
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

/** Builds the page as the pages are built, and serves it on this machine. */
async function served(folder: string): Promise<{ address: string; close: () => void }> {
  await build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rollupOptions: { input: join(ROOT, PAGE) } },
  })
  const server = createServer(async ({ url }, answer) => {
    try {
      const name = new URL(url!, 'http://x').pathname.replace(/^\/app\//, '')
      const bytes = await readFile(join(folder, name))
      answer.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(bytes)
    } catch {
      answer.writeHead(404).end()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/app/${PAGE}`, close: () => server.close() }
}

async function measured(page: Page, megabytes: number, width?: number): Promise<Measured & { megabytes: number }> {
  const one = await page.evaluate(
    ([size, workers]) =>
      (window as unknown as { measure: (size: number, width?: number) => Promise<Measured> }).measure(
        size!,
        workers ?? undefined,
      ),
    [megabytes, width ?? null] as const,
  )
  return { ...one, megabytes }
}

it('seals in Chromium with the page’s own code', async () => {
  const given = JSON.parse(await readFile(process.env.QIFENG_CASES!, 'utf8')) as { rounds: number; megabytes: number }
  const folder = await mkdtemp(join(tmpdir(), 'qifeng-seal-'))
  const { address, close } = await served(folder)
  const executablePath = process.env.QIFENG_CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS })
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await page.waitForFunction(() => 'measure' in window)
    const lines: string[] = []
    for (let round = 0; round < given.rounds; round++) {
      for (const width of [1, undefined]) {
        const one = await measured(page, given.megabytes, width)
        expect(one.seconds).toBeGreaterThan(0)
        lines.push(JSON.stringify({ ...one, own: width === undefined }))
      }
    }
    await writeFile(process.env.QIFENG_ANSWER!, lines.join('\n') + '\n')
  } finally {
    await browser.close()
    close()
    await rm(folder, { recursive: true })
  }
})
