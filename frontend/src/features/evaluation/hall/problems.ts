import type { Messages } from '@/shared/i18n/messages'

/** Texts of the refusals of hall and witness. */
export const problems: Messages = {
  'zh-CN': {
    hall: {
      none: '本场评标没有设评标厅',
      'not-open': '评标厅现在不开放',
      'not-checked-in': '签到之后才能进入',
      'not-recorded': '录制端未就绪，须录制的评标厅不能开放',
      ticket: '入场票已失效，请重新进入',
      'too-many-watchers': '见证人数已满，请稍后再试',
      'bad-signal': '信令不合规则',
      'bad-text': '内容为空、过长，或含不可读的字符',
      'too-fast': '发言过于频繁，请稍候',
      'no-such-warning': '没有发给您的这条提醒',
      frozen: '会议已冻结，恢复之前不能提交、表决、签名',
      'not-frozen': '会议没有冻结',
      'not-at-work': '评标委员会未在工作，不能提醒或冻结',
    },
  },
  en: {
    hall: {
      none: 'This evaluation has no hall',
      'not-open': 'The hall is not open now',
      'not-checked-in': 'Check in first',
      'not-recorded': 'The recorder is not ready; a hall that must be recorded does not open without it',
      ticket: 'The ticket is too old; enter again',
      'too-many-watchers': 'As many watch as can; try again later',
      'bad-signal': 'A signal that nobody may send',
      'bad-text': 'Empty, too long, or with characters that cannot be read',
      'too-fast': 'Too many messages in a short time; wait a moment',
      'no-such-warning': 'There is no such warning for you',
      frozen: 'The session is frozen: nothing can be committed, voted or signed until it goes on',
      'not-frozen': 'The session is not frozen',
      'not-at-work': 'The panel is not at work',
    },
  },
}
