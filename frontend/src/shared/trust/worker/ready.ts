/**
 * What a worker says once it hears. Its modules wait for WebAssembly first, and whatever is sent to it before they
 * have run is lost without a word.
 */
export const READY = 'ready'

/** Waits until a new worker hears. */
export function hearing(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener('message', function ready({ data }: MessageEvent<unknown>) {
      if (data !== READY) return
      worker.removeEventListener('message', ready)
      resolve()
    })
  })
}
