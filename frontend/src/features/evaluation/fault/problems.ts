import type { Messages } from '@/shared/i18n/messages'

/** Texts of the refusals of faults. */
export const problems: Messages = {
  'zh-CN': {
    fault: {
      stopped: '远程评标故障未了结，暂停提交、表决、签名和认定；草稿和阅读照常',
      'open-already': '已有一个故障未了结',
      'no-such-site': '本场评标没有使用该场所的席位',
      'not-found': '没有这个故障',
      'not-open': '该故障已经排除或了结',
      'still-silent': '席位 {seen} 仍然失联，不能记为已排除',
      'not-due': '处置时限未满，或已作决定',
      outcome: '规则不允许这一决定',
      reason: '请写明情况，不超过 500 字',
    },
  },
  en: {
    fault: {
      stopped: 'A fault is open: nothing is committed, voted, signed or decided; drafts and reading go on',
      'open-already': 'Another fault is still open',
      'no-such-site': 'This evaluation has no seats at that site',
      'not-found': 'No such fault',
      'not-open': 'This fault is over',
      'still-silent': 'Seat {seen} still gives no heart-beat',
      'not-due': 'Its limit is not over, or it was decided',
      outcome: 'The rule does not allow this',
      reason: 'A reason is needed, of at most 500 characters',
    },
  },
}
