import type { Messages } from '@/shared/i18n/messages'
import { chinese } from './texts.zh'
import { english } from './texts.en'
import { problems } from './problems'
import { chinese as clearingChinese } from './clearing/texts.zh'
import { english as clearingEnglish } from './clearing/texts.en'

export const messages: Messages = {
  'zh-CN': { evaluation: { ...chinese, clearing: clearingChinese }, problem: problems['zh-CN'] },
  en: { evaluation: { ...english, clearing: clearingEnglish }, problem: problems.en },
}
