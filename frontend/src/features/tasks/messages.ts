import type { Messages } from '@/shared/i18n/messages'

export const messages: Messages = {
  'zh-CN': {
    tasks: {
      title: '待办',
      none: '今天没有待办。',
      next: '下一件：{day} {what}，',
      noNext: '已发布的标段没有将到的日期，有新事项会显示在这里。',
      coming: {
        questions: '提问截止',
        clarifications: '澄清截止',
        objections: '文件异议截止',
        opening: '投标截止并开标',
      },
      act: '办理一个事项',
      go: '去办理',
      open: '待办',
      overdue: '已逾期',
      today: '今日',
      tomorrow: '明日',
      noDue: '无期限',
      left: '剩 {time}',
      lateBy: '已逾期 {time}',
      units: { day: '天', hour: '小时', minute: '分', second: '秒' },
    },
    task: {
      party: { verify: { act: '验证投标人注册信息', late: '投标人在验证前不能封标' } },
    },
  },
  en: {
    tasks: {
      title: 'To do',
      none: 'Nothing to do today.',
      next: 'Next: {day}, {what},',
      noNext: 'No published lot has a day to come; new tasks appear here.',
      coming: {
        questions: 'end of questions',
        clarifications: 'end of clarifications',
        objections: 'end of objections to the document',
        opening: 'bid deadline and opening (开标)',
      },
      act: 'Do a task',
      go: 'Open',
      open: 'to do',
      overdue: 'overdue',
      today: 'today',
      tomorrow: 'tomorrow',
      noDue: 'no time limit',
      left: '{time} left',
      lateBy: '{time} overdue',
      units: { day: 'd', hour: 'h', minute: 'min', second: 's' },
    },
    task: {
      party: { verify: { act: 'Verify a registration', late: 'the bidder cannot seal before it is verified' } },
    },
  },
}
