import { sealJob, type FrameJob } from './frameWork'
import { READY } from './ready'

/** Seals frames one after another; the frame's bytes are handed over, not copied. */
self.onmessage = async ({ data }: MessageEvent<{ id: number; job: FrameJob }>) => {
  try {
    const sealed = await sealJob(data.job)
    self.postMessage({ id: data.id, sealed }, { transfer: [sealed.frame.buffer] })
  } catch (thrown) {
    self.postMessage({ id: data.id, problem: String(thrown) })
  }
}
self.postMessage(READY)
