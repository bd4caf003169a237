import { Refusal, request } from '@/shared/api/http'

/** Plain bytes of one frame of an envelope: a part that begins and ends with a frame costs the least to decrypt. */
export const CHUNK_BYTES = 1 << 20

/** A file that is read part by part: its media type, its length, and its first part. */
export interface ChunkedFile {
  path: string
  mediaType: string
  length: number
  first: Uint8Array
}

const TRIES = 4
const PAUSE_MS = 1500

/** Opens a file by its first part; a small file is whole with it. */
export async function openChunked(path: string): Promise<ChunkedFile> {
  const response = await request('GET', path, { headers: { Range: `bytes=0-${CHUNK_BYTES - 1}` } })
  const first = new Uint8Array(await response.arrayBuffer())
  const whole = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1]
  const mediaType = response.headers.get('X-Media-Type') ?? 'application/octet-stream'
  return { path, mediaType, length: whole ? Number(whole) : first.length, first }
}

/** Bytes `begin` up to, without, `end`. A line that breaks is waited for; what the platform refuses is thrown. */
export async function readChunk(path: string, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  for (let tried = 1; ; tried++) {
    try {
      const response = await request('GET', path, { headers: { Range: `bytes=${begin}-${end - 1}` } })
      return new Uint8Array(await response.arrayBuffer())
    } catch (thrown) {
      const offline = thrown instanceof Refusal && thrown.problem.status === 0
      if (!offline || tried === TRIES || signal.aborted) throw thrown
      await new Promise((resume) => setTimeout(resume, PAUSE_MS * tried))
    }
  }
}

/** The whole file, for a type that is not shown here. */
export async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request('GET', path)
  return new Uint8Array(await response.arrayBuffer())
}
