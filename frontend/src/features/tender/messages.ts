import type { Messages } from '@/shared/i18n/messages'
import { tenderInChinese } from './messagesChinese'
import { tenderInEnglish } from './messagesEnglish'

export const messages: Messages = { 'zh-CN': tenderInChinese, en: tenderInEnglish }
