import { createI18n } from 'vue-i18n'
import { preferredLocale, rememberLocale } from '@/shared/i18n/locale'
import type { Messages } from '@/shared/i18n/messages'
import { appMessages } from './messages'

const features = import.meta.glob<Messages>('../features/*/messages.ts', { eager: true, import: 'messages' })

const all = [appMessages, ...Object.values(features)]
const locale = preferredLocale()
rememberLocale(locale)

/** All texts of the pages. Each feature brings its own in `messages.ts` under its own first key. */
export const i18n = createI18n({
  legacy: false,
  locale,
  fallbackLocale: 'zh-CN',
  messages: {
    'zh-CN': Object.assign({}, ...all.map((part) => part['zh-CN'])),
    en: Object.assign({}, ...all.map((part) => part.en)),
  },
})
