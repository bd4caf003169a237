/** Texts of one feature in both languages, found by `app/i18n.ts` as `features/<capability>/messages.ts`. */
export interface Messages {
  'zh-CN': Record<string, unknown>
  en: Record<string, unknown>
}
