import { random } from '@/shared/trust/bytes'
import { beginSeal } from '@/shared/trust/bes1/sealer'
import { newPrivateKey, publicKeyOf } from '@/shared/trust/sm2'
import { workerPool } from '@/shared/trust/worker/framePool'
import { sealFiles } from '@/shared/trust/worker/sealFiles'

const CHUNK = 65536

/** What one sealing of the sealing page's code took. */
export interface Measured {
  workers: number
  seconds: number
}

/** A file of random bytes, as a bidder chooses one. */
function file(megabytes: number): File {
  const parts = Array.from({ length: (megabytes * 1048576) / CHUNK }, () => random(CHUNK))
  return new File(parts, '技术标.pdf')
}

/** An envelope that nobody opens: the frames do not depend on who could. */
function attempt() {
  const set = { id: random(32), purpose: 'LOT', owner: '', threshold: 2, members: [] }
  const ids = { publicationHash: random(32), lotId: random(16), bidder: random(32), bidId: random(16) }
  return beginSeal({ ...ids, docVersion: 1, set, seq: 1, selfPublicKey: publicKeyOf(newPrivateKey()) })
}

/** Seals a file of so many megabytes in the page's own pool, or in one of so many workers; the frames go nowhere. */
async function measure(megabytes: number, width?: number): Promise<Measured> {
  const chosen = [file(megabytes)]
  const pool = workerPool(width)
  const run = { pool, take: async () => {}, progress: () => {}, signal: new AbortController().signal }
  await sealFiles(attempt(), [new File([random(CHUNK)], 'warm')], run)
  const began = performance.now()
  await sealFiles(attempt(), chosen, run)
  const seconds = (performance.now() - began) / 1000
  pool.close()
  return { workers: pool.width, seconds }
}

Object.assign(window, { measure })
