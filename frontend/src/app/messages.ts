import type { Messages } from '@/shared/i18n/messages'

export const appMessages: Messages = {
  'zh-CN': {
    app: {
      name: '启封',
      subtitle: '公共资源电子交易平台',
      skip: '跳到正文',
      notices: '交易公告',
      language: 'English',
      notFound: '没有这个页面',
    },
  },
  en: {
    app: {
      name: 'Qifeng',
      subtitle: 'Electronic tendering platform',
      skip: 'Skip to content',
      notices: 'Notices',
      language: '中文',
      notFound: 'There is no such page',
    },
  },
}
