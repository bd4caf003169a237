import { hex } from './bytes'
import { sm3Stream } from './sm3'

const READ_BYTES = 4 * 1024 * 1024

/** SM3 of a file that may be larger than memory; tells how much is read, from 0 to 1. */
export async function hashOf(file: Blob, progress: (share: number) => void = () => {}): Promise<string> {
  const sm3 = await sm3Stream()
  for (let from = 0; from < file.size; from += READ_BYTES) {
    sm3.update(new Uint8Array(await file.slice(from, from + READ_BYTES).arrayBuffer()))
    progress(Math.min(1, (from + READ_BYTES) / file.size))
  }
  return hex(sm3.digest())
}
