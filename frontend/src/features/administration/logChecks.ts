import { get, post } from '@/shared/api/http'

/** One re-hash of the whole log (存证日志复核). */
export interface LogCheck {
  id: string
  night: string | null
  askedBy: string
  startedAt: string
  endedAt: string | null
  state: 'RUNNING' | 'BROKEN_OFF' | 'SAME' | 'DIFFERENT'
  size: number | null
  differences: number | null
  first: { kind: string; place: string; seen: string; expected: string }[]
}

/** The newest checks, newest first. */
export const readLogChecks = () => get<LogCheck[]>('/api/core/log/checks')

/** Begins a check now, or gives the one that runs. */
export const beginLogCheck = () => post<LogCheck>('/api/core/log/checks')
