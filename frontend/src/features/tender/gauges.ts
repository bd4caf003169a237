import type { TenderDraft } from './tender'

/** A statutory gauge (法定标尺): what the tender has, against what the rule asks for. */
export interface Gauge {
  name: 'bidPeriod' | 'clarification' | 'security' | 'publicity'
  value: number
  limit: number
  atLeast: boolean
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000
const dayOf = (moment: string) => Math.floor((Date.parse(moment) + SHANGHAI_MS) / DAY_MS)

/** The gauges of a tender: periods in days of the platform's calendar, shares in per cent. */
export function gaugesOf(terms: TenderDraft): Gauge[] {
  const { schedule, security, estimateFen, award } = terms
  const between = (from: string, to: string) => dayOf(to) - dayOf(from)
  const share = estimateFen > 0 ? Math.round((security.amountFen * 10_000) / estimateFen) / 100 : 0
  return [
    { name: 'bidPeriod', value: between(schedule.issuedAt, schedule.bidDeadline), limit: 20, atLeast: true },
    {
      name: 'clarification',
      value: between(schedule.clarificationDeadline, schedule.bidDeadline),
      limit: 15,
      atLeast: true,
    },
    { name: 'security', value: share, limit: 2, atLeast: false },
    { name: 'publicity', value: award.publicityDays, limit: 3, atLeast: true },
  ]
}

/** Whether the tender keeps to the rule. */
export const holds = ({ value, limit, atLeast }: Gauge) => (atLeast ? value >= limit : value <= limit)

/** How much of the bar is filled, from 0 to 1. */
export const filled = ({ value, limit }: Gauge) => Math.max(0, Math.min(1, value / limit))
