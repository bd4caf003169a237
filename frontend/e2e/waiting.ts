import { setTimeout } from 'node:timers/promises'
import type { Locator } from 'playwright-core'

const PATIENCE_MS = 90_000
const PAUSE_MS = 150

/** Asks until the answer is as wanted, or refuses with what it was at last. */
export async function eventually<T>(what: string, ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (wanted(answer)) return answer
    if (Date.now() > until) throw new Error(`${what}: ${JSON.stringify(answer)} after ${PATIENCE_MS / 1000} s`)
    await setTimeout(PAUSE_MS)
  }
}

/** Waits until a page shows so many of something. */
export const waitForCount = (locator: Locator, count: number) =>
  eventually(
    String(locator),
    () => locator.count(),
    (seen) => seen === count,
  )
