import { createI18n, type DefineLocaleMessage } from 'vue-i18n'
import { preferredLocale, rememberLocale } from '@/shared/i18n/locale'
import { mergeTexts } from '@/shared/i18n/merge'
import type { Messages } from '@/shared/i18n/messages'
import { appMessages } from './messages'

const features = import.meta.glob<Messages>('../features/*/messages.ts', { eager: true, import: 'messages' })

const all = [appMessages, ...Object.values(features)]
const locale = preferredLocale()
rememberLocale(locale)

function texts(locale: keyof Messages) {
  return mergeTexts(all.map((part) => part[locale])) as DefineLocaleMessage
}

/** All texts of the pages. Each feature brings its own in `messages.ts`, and those of its refusals under `problem`. */
export const i18n = createI18n<DefineLocaleMessage, keyof Messages, false>({
  legacy: false,
  locale,
  fallbackLocale: 'zh-CN',
  messages: {
    'zh-CN': texts('zh-CN'),
    en: texts('en'),
  },
})
