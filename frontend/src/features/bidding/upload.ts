import { post, Refusal, request } from '@/shared/api/http'
import { hex } from '@/shared/trust/bytes'
import { frameCountOf } from '@/shared/trust/bes1/header'
import type { SealedFrame } from '@/shared/trust/worker/frameWork'

const WAIT_MS_MAX = 10_000

/** Whether a later try of the same request may succeed. */
function isPassing(thrown: unknown): boolean {
  return thrown instanceof Refusal && (thrown.problem.status === 0 || thrown.problem.status >= 500)
}

/** Repeats a request until the line is back; the same bytes each time, so nothing is done twice. */
export async function persistently<T>(
  attempt: () => Promise<T>,
  signal: AbortSignal,
  offline: (is: boolean) => void,
): Promise<T> {
  for (let wait = 1000; ; wait = Math.min(2 * wait, WAIT_MS_MAX)) {
    signal.throwIfAborted()
    try {
      const answer = await attempt()
      offline(false)
      return answer
    } catch (thrown) {
      if (!isPassing(thrown)) throw thrown
      offline(true)
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** An upload of frames (上传); the lot stands only in the body of the first request. */
export class Upload {
  private constructor(
    private readonly id: string,
    private readonly signal: AbortSignal,
    private readonly offline: (is: boolean) => void,
  ) {}

  static async open(
    lotId: string,
    lengths: number[],
    signal: AbortSignal,
    offline: (is: boolean) => void,
  ): Promise<Upload> {
    const files = lengths.map((length, i) => ({ n: i + 1, length, frameCount: frameCountOf(length) }))
    const { id } = await persistently(
      () => post<{ id: string }>('/api/core/uploads', { lotId, files }),
      signal,
      offline,
    )
    return new Upload(id, signal, offline)
  }

  /** Stores a frame; after a cut the same ciphertext is sent again. */
  async put({ n, i, frame, sm3 }: SealedFrame): Promise<void> {
    const headers = { 'Content-Type': 'application/octet-stream', 'X-Frame-SM3': hex(sm3) }
    const path = `/api/core/uploads/${this.id}/files/${n}/frames/${i}`
    await persistently(() => request('PUT', path, { body: frame, headers }), this.signal, this.offline)
  }

  /** The ticket that the seal refers to. */
  async ticket(): Promise<string> {
    const path = `/api/core/uploads/${this.id}/ticket`
    return (await persistently(() => post<{ ticket: string }>(path), this.signal, this.offline)).ticket
  }
}
