import { sealJob, type FrameJob, type SealedFrame } from './frameWork'
import { hearing, READY } from './ready'

/** Seals frames somewhere: in workers, or in this thread in a test. */
export interface FramePool {
  /** How many frames it seals at once. */
  readonly width: number
  seal(job: FrameJob): Promise<SealedFrame>
  close(): void
}

/** Seals in this thread. */
export function localPool(): FramePool {
  return { width: 1, seal: sealJob, close: () => {} }
}

interface Waiting {
  resolve: (sealed: SealedFrame) => void
  reject: (problem: Error) => void
}

/** A pool of Web Workers, one for each core but one, at least two and at most four. */
export function workerPool(width = Math.min(4, Math.max(2, (navigator.hardwareConcurrency || 2) - 1))): FramePool {
  const waiting = new Map<number, Waiting>()
  const workers = Array.from({ length: width }, () => start(waiting))
  let id = 0
  return {
    width,
    seal(job) {
      const own = id++
      return new Promise((resolve, reject) => {
        waiting.set(own, { resolve, reject })
        const { worker, ready } = workers[own % width]!
        void ready.then(() => worker.postMessage({ id: own, job }))
      })
    },
    close() {
      workers.forEach(({ worker }) => worker.terminate())
      waiting.forEach(({ reject }) => reject(new DOMException('closed', 'AbortError')))
      waiting.clear()
    },
  }
}

function start(waiting: Map<number, Waiting>): { worker: Worker; ready: Promise<void> } {
  const worker = new Worker(new URL('./seal.worker.ts', import.meta.url), { type: 'module' })
  const ready = hearing(worker)
  worker.onmessage = ({
    data,
  }: MessageEvent<{ id: number; sealed?: SealedFrame; problem?: string } | typeof READY>) => {
    if (data === READY) return
    const own = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.sealed) own?.resolve(data.sealed)
    else own?.reject(new Error(data.problem))
  }
  worker.onerror = (event) => {
    waiting.forEach(({ reject }) => reject(new Error(event.message)))
    waiting.clear()
  }
  return { worker, ready }
}
