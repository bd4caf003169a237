import type { Messages } from '@/shared/i18n/messages'

export const messages: Messages = {
  'zh-CN': {
    tasks: { title: '待办', none: '今天没有待办。', act: '事项', subject: '项目', due: '到期', go: '去办理' },
  },
  en: {
    tasks: { title: 'To do', none: 'Nothing to do today.', act: 'Act', subject: 'Subject', due: 'Due', go: 'Open' },
  },
}
