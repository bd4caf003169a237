import { useI18n } from 'vue-i18n'

/** Words for the code of a refusal: its own sentence, where it says all without the facts of its moment; else the code. */
export function useReasonWords() {
  const { t, te, tm } = useI18n()
  return (code: string) => {
    const key = `problem.${code.replaceAll('/', '.')}`
    return code && te(key) && !String(tm(key)).includes('{') ? t(key) : code
  }
}
