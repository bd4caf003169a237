import type { Bytes } from '../bytes'
import { sealFrame } from '../bes1/frames'
import { sm3 } from '../sm3'

/** One frame to seal: a slice of a file, read only when a worker takes it. */
export interface FrameJob {
  slice: Blob
  fileKey: Uint8Array
  core: Uint8Array
  n: number
  i: number
  last: boolean
}

/** The sealed frame and its SM3. */
export interface SealedFrame {
  n: number
  i: number
  frame: Bytes
  sm3: Bytes
}

/** Reads and seals one frame; the same code in a worker and in a test. */
export async function sealJob({ slice, fileKey, core, n, i, last }: FrameJob): Promise<SealedFrame> {
  const plain = new Uint8Array(await slice.arrayBuffer())
  const frame = sealFrame(fileKey, core, { n, i, last }, plain)
  return { n, i, frame, sm3: sm3(frame) }
}
