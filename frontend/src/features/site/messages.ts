import type { Messages } from '@/shared/i18n/messages'
import { problems } from './problems'
import { textsInEnglish } from './texts.en'
import { textsInChinese } from './texts.zh'

export const messages: Messages = {
  'zh-CN': { ...textsInChinese, problem: problems['zh-CN'] },
  en: { ...textsInEnglish, problem: problems.en },
}
