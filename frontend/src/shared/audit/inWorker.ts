import { READY } from '@/shared/trust/worker/ready'
import type { Verdict } from './audit'
import type { AuditReply, AuditRequest } from './audit.worker'

/** How a package is audited: in a worker of this browser, or where a test does it. */
export type Prove = (file: Blob, trustFile: Uint8Array) => Promise<Verdict>

/** Audits a package in a worker of this browser; nothing leaves the machine. */
export const proveInWorker: Prove = (file, trustFile) => {
  const worker = new Worker(new URL('./audit.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Verdict>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<AuditReply | typeof READY>) => {
      if (data === READY) return worker.postMessage({ file, trustFile } satisfies AuditRequest)
      if ('verdict' in data) resolve(data.verdict)
      else if ('failure' in data) reject(new Error(data.failure))
    }
    worker.onerror = (event) => reject(new Error(event.message))
  }).finally(() => worker.terminate())
}
