import type { Messages } from '@/shared/i18n/messages'
import { textsInEnglish } from './texts.en'
import { textsInChinese } from './texts.zh'

export const messages: Messages = { 'zh-CN': textsInChinese, en: textsInEnglish }
