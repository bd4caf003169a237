import type { Messages } from '@/shared/i18n/messages'
import { chinese, chineseProblems } from './texts.zh'
import { english, englishProblems } from './texts.en'

export const messages: Messages = {
  'zh-CN': { award: chinese, problem: chineseProblems },
  en: { award: english, problem: englishProblems },
}
