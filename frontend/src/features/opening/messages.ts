import type { Messages } from '@/shared/i18n/messages'
import { hallInEnglish } from './messagesEnglish'
import { hallInChinese } from './messagesChinese'

export const messages: Messages = { 'zh-CN': hallInChinese, en: hallInEnglish }
