import { onScopeDispose, ref, shallowRef } from 'vue'
import { READY } from '@/shared/trust/worker/ready'
import { CHECK_NAMES, type CheckName, type Progress, type Verdict } from '@/shared/audit/audit'
import type { AuditReply, AuditRequest } from '@/shared/audit/audit.worker'

/** How a check stands on the page. */
export interface CheckLine {
  check: CheckName
  state: 'waiting' | Progress['state']
  objects: number
  seconds: number
}

/** Where the anchors of an audit came from. */
export type AnchoredBy = 'user' | 'site' | 'nobody'

/** Audits a package in a worker of this browser; nothing leaves the machine. */
export function useAudit() {
  const lines = ref<CheckLine[]>(waiting())
  const verdict = shallowRef<Verdict>()
  const failure = ref<string>()
  const running = ref(false)
  const anchoredBy = ref<AnchoredBy>('nobody')
  let worker: Worker | undefined
  let began = 0

  function waiting(): CheckLine[] {
    return CHECK_NAMES.map((check) => ({ check, state: 'waiting', objects: 0, seconds: 0 }))
  }

  function show(step: Progress) {
    const line = lines.value.find((each) => each.check === step.check)!
    if (step.state === 'running') began = performance.now()
    Object.assign(line, step, { seconds: step.state === 'running' ? 0 : (performance.now() - began) / 1000 })
  }

  function start(file: File, trustFile: Uint8Array | undefined, by: AnchoredBy) {
    worker?.terminate()
    lines.value = waiting()
    verdict.value = failure.value = undefined
    anchoredBy.value = trustFile ? by : 'nobody'
    running.value = true
    const started = (worker = new Worker(new URL('../../shared/audit/audit.worker.ts', import.meta.url), {
      type: 'module',
    }))
    worker.onmessage = ({ data }: MessageEvent<AuditReply | typeof READY>) => {
      if (data === READY) return started.postMessage({ file, trustFile } satisfies AuditRequest)
      if ('progress' in data) return show(data.progress)
      if ('verdict' in data) verdict.value = data.verdict
      else failure.value = data.failure
      running.value = false
    }
    worker.onerror = (event) => {
      failure.value = event.message
      running.value = false
    }
  }

  onScopeDispose(() => worker?.terminate())
  return { lines, verdict, failure, running, anchoredBy, start }
}
