import type { Messages } from '@/shared/i18n/messages'
import { problems } from './problems'
import { english } from './texts.en'
import { chinese } from './texts.zh'

export const messages: Messages = {
  'zh-CN': { recording: chinese, problem: problems['zh-CN'] },
  en: { recording: english, problem: problems.en },
}
