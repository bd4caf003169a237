import { audit, type Progress, type Verdict } from './audit'
import { READY } from '@/shared/trust/worker/ready'

/** What the page asks of the auditor, and what it hears back. */
export type AuditRequest = { file: Blob; trustFile?: Uint8Array }
export type AuditReply = { progress: Progress } | { verdict: Verdict } | { failure: string }

const reply = (message: AuditReply) => self.postMessage(message)

self.onmessage = async ({ data }: MessageEvent<AuditRequest>) => {
  try {
    reply({ verdict: await audit(data.file, data.trustFile, (progress) => reply({ progress })) })
  } catch (thrown) {
    reply({ failure: String(thrown) })
  }
}
self.postMessage(READY)
