const FULL: Record<string, string> = {
  实施条例: '招标投标法实施条例',
  '12号令': '评标委员会和评标方法暂行规定',
}
const DIGITS = '零一二三四五六七八九'

/** An article number from 1 to 999 in Chinese numerals: 54 is 五十四. */
export function chineseNumber(n: number): string {
  const hundreds = Math.floor(n / 100)
  const tens = Math.floor(n / 10) % 10
  const ones = n % 10
  const head = hundreds ? `${DIGITS[hundreds]}百` : ''
  if (tens === 0) return head + (ones ? (hundreds ? '零' : '') + DIGITS[ones] : '')
  return `${head}${tens === 1 && !hundreds ? '' : DIGITS[tens]}十${ones ? DIGITS[ones] : ''}`
}

function one(reference: string): string {
  const [, name, article] = /^(\S+)\s*(§\s*\d+|第.+条.*)$/.exec(reference.trim()) ?? []
  if (!name || !article) return reference.trim()
  const title = `《${FULL[name] ?? name}》`
  return article.startsWith('§') ? `${title}第${chineseNumber(Number(article.replace(/\D/g, '')))}条` : title + article
}

/** A law as people cite it: `实施条例 §54` becomes 《招标投标法实施条例》第五十四条; what is no law stays as it is. */
export const lawText = (law: string) => law.split(/[;；]/).map(one).join('；')
