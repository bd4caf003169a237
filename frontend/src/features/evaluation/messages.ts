import type { Messages } from '@/shared/i18n/messages'
import { chinese } from './texts.zh'
import { english } from './texts.en'
import { problems } from './problems'

export const messages: Messages = {
  'zh-CN': { evaluation: chinese, problem: problems['zh-CN'] },
  en: { evaluation: english, problem: problems.en },
}
