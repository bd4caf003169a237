import type { Bytes } from '../bytes'
import { FRAME, frameCountOf } from '../bes1/header'
import { attemptFileKey, type SealAttempt, type SealedFile } from '../bes1/sealer'
import type { FramePool } from './framePool'
import type { SealedFrame } from './frameWork'

/** What happened to a frame. */
export type FrameStep = { n: number; i: number; state: 'sealed' | 'taken' }

/** How the frames of an attempt are sealed and handed on. */
export interface SealRun {
  pool: FramePool
  /** Takes a sealed frame; resolves when it is safe elsewhere. */
  take: (sealed: SealedFrame) => Promise<void>
  progress: (step: FrameStep) => void
  signal: AbortSignal
}

/**
 * Seals all files of an attempt frame by frame. At most `width + 2` frames are in memory at once, whatever the
 * size of the files.
 */
export async function sealFiles(attempt: SealAttempt, files: Blob[], run: SealRun): Promise<SealedFile[]> {
  const sealed = files.map((file) => ({ length: file.size, frameHashes: new Array<Bytes>(frameCountOf(file.size)) }))
  const places = framePlaces(files)
  const lanes = Array.from({ length: run.pool.width + 2 }, async () => {
    for (let place = places.next(); !place.done; place = places.next()) {
      run.signal.throwIfAborted()
      const { n, i, last } = place.value
      const slice = files[n - 1]!.slice(i * FRAME, (i + 1) * FRAME)
      const done = await run.pool.seal({ slice, fileKey: attemptFileKey(attempt, n), core: attempt.core, n, i, last })
      sealed[n - 1]!.frameHashes[i] = done.sm3
      run.progress({ n, i, state: 'sealed' })
      run.signal.throwIfAborted()
      await run.take(done)
      run.progress({ n, i, state: 'taken' })
    }
  })
  await Promise.all(lanes)
  return sealed
}

function* framePlaces(files: Blob[]): Generator<{ n: number; i: number; last: boolean }, undefined> {
  for (const [index, file] of files.entries()) {
    const count = frameCountOf(file.size)
    for (let i = 0; i < count; i++) yield { n: index + 1, i, last: i === count - 1 }
  }
  return undefined
}
