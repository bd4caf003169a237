import type { Messages } from '@/shared/i18n/messages'
import { hints, problems } from './problems'
import { textsInEnglish } from './texts.en'
import { textsInChinese } from './texts.zh'

export const messages: Messages = {
  'zh-CN': { ...textsInChinese, ...hints['zh-CN'], problem: problems['zh-CN'] },
  en: { ...textsInEnglish, ...hints.en, problem: problems.en },
}
