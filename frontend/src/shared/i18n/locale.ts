/** The two languages of the pages; Chinese is the one that counts. */
export type Locale = 'zh-CN' | 'en'

const KEY = 'qifeng.locale'

/** The language wanted by `?lang=`, else the one chosen before, else Chinese. */
export function preferredLocale(): Locale {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(KEY)
  return wanted === 'en' ? 'en' : 'zh-CN'
}

/** Keeps the choice on this machine and in the address, so that a link shows the same page, and tells screen readers. */
export function rememberLocale(locale: Locale) {
  localStorage.setItem(KEY, locale)
  document.documentElement.lang = locale
  const address = new URL(location.href)
  if (locale === 'en') address.searchParams.set('lang', 'en')
  else address.searchParams.delete('lang')
  if (address.href !== location.href) history.replaceState(history.state, '', address)
}
