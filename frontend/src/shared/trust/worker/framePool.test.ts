import { afterEach, describe, expect, it, vi } from 'vitest'
import { workerPool } from './framePool'
import type { FrameJob } from './frameWork'
import { READY } from './ready'

/** A worker that, as in a browser, loses what it is sent before its modules have run. */
class LateWorker extends EventTarget {
  static readonly LOADING_MS = 20
  onmessage: ((event: MessageEvent) => void) | null = null
  private hears = false

  constructor() {
    super()
    setTimeout(() => {
      this.hears = true
      this.say(READY)
    }, LateWorker.LOADING_MS)
  }

  postMessage({ id, job }: { id: number; job: FrameJob }) {
    if (this.hears) queueMicrotask(() => this.say({ id, sealed: { n: job.n, i: job.i } }))
  }

  terminate() {}

  private say(data: unknown) {
    const event = new MessageEvent('message', { data })
    this.dispatchEvent(event)
    this.onmessage?.(event)
  }
}

describe('A pool of workers', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('seals frames that were given to it before its workers had loaded', async () => {
    vi.stubGlobal('Worker', LateWorker)
    const pool = workerPool(2)
    const job = { fileKey: new Uint8Array(16), core: new Uint8Array(0), slice: new Blob(), last: true }
    const sealed = await Promise.all([1, 2, 3].map((n) => pool.seal({ ...job, n, i: 0 })))
    expect(sealed.map(({ n }) => n)).toEqual([1, 2, 3])
    pool.close()
  })
})
