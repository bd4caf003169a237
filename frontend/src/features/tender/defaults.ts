import { USUAL_REVIEW } from './reviewItems'
import type { TenderDraft } from './tender'

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** A day counted from `now` at an hour of the platform's time, such as `09:30`. */
function dayAt(now: number, days: number, hour: string): string {
  const day = new Date(now + SHANGHAI_MS + days * DAY_MS).toISOString().slice(0, 10)
  return new Date(Date.parse(`${day}T${hour}:00Z`) - SHANGHAI_MS).toISOString()
}

const BID_PERIOD_DAYS = 21
const CRITERIA = ['施工组织设计', '质量管理体系与措施', '安全文明施工措施', '进度计划与保证措施', '资源配备计划']

/** A draft to begin with: lawful periods from today on, the usual method, and texts to be replaced. */
export function defaultDraft(now: number, projectName: string, procuringEntity: string): TenderDraft {
  return {
    lotName: `${projectName}施工`,
    estimateFen: 0,
    ceilingFen: 0,
    minimumFen: null,
    durationDaysMax: 365,
    quality: '合格',
    bidValidityDays: 90,
    openingMode: 'TRUSTEES',
    releaseMinutes: null,
    openingStepMinutes: 120,
    schedule: {
      issuedAt: new Date(now).toISOString(),
      questionDeadline: dayAt(now, 3, '17:00'),
      clarificationDeadline: dayAt(now, BID_PERIOD_DAYS - 16, '17:00'),
      objectionDeadline: dayAt(now, BID_PERIOD_DAYS - 10, '17:00'),
      bidDeadline: dayAt(now, BID_PERIOD_DAYS, '09:30'),
    },
    panel: { size: 5, tendererSeats: 0, evaluationHours: 8, source: 'OWN', governmentFunds: false },
    method: {
      code: 'M-A',
      fullScore: '60',
      e1: '1.0',
      e2: '0.5',
      k: ['0.950', '0.955', '0.960', '0.965', '0.970', '0.975', '0.980'],
      trim: [{ bidsMin: 6, dropHigh: 1, dropLow: 1 }],
      technicalFull: '40',
      k1: null,
      k2: null,
      delta: [],
      correction: { ceiling: 'SUNG', score: 'SUNG' },
      blind: null,
    },
    criteria: CRITERIA.map((name, i) => ({ item: `T${i + 1}`, name, max: '8', kind: 'SUBJECTIVE' })),
    review: USUAL_REVIEW,
    security: { amountFen: 0, forms: ['BOND', 'CASH'] },
    award: {
      mode: 'SEPARATED',
      pilotBasis: { documentNo: '', issuer: '', scope: '', example: false },
      finalistsMax: 3,
      committeeSize: 5,
      roundsMax: 3,
      publicityDays: 3,
    },
    notice: {
      approval: '',
      fundSource: '企业自筹资金，100%',
      location: '',
      scale: '',
      qualification: '',
      leaderQualification: '',
      consortium: false,
      objectionChannel: '通过本平台向招标人提出，招标人三日内答复',
      supervisor: '',
      contacts: procuringEntity ? [`招标人：${procuringEntity}`] : [],
    },
  }
}
