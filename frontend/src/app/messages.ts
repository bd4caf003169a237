import type { Messages } from '@/shared/i18n/messages'
import { mergeTexts } from '@/shared/i18n/merge'
import { problemsInChinese } from './problems.zh'
import { problemsInEnglish } from './problems.en'
import { textsInChinese } from './texts.zh'
import { textsInEnglish } from './texts.en'

/** Texts of the frame, of shared parts, and of the refusals that belong to no feature. */
export const appMessages: Messages = {
  'zh-CN': mergeTexts([textsInChinese, problemsInChinese]),
  en: mergeTexts([textsInEnglish, problemsInEnglish]),
}
