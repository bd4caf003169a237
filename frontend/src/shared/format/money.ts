const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** 「¥9,786,400.00」 from fen. */
export function yuan(fen: number | undefined | null): string {
  if (fen === undefined || fen === null) return '—'
  const whole = Math.floor(fen / 100)
  return `¥${whole.toLocaleString('en-US')}.${String(fen % 100).padStart(2, '0')}`
}

/** Yuan with at most two decimals as fen; `undefined` for anything else. */
export function fenOf(text: string): number | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** Amount in Chinese capitals (金额大写) from fen. */
export function capitals(fen: number): string {
  const whole = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cent = fen % 10
  const yuanPart = whole === 0 ? '' : `${wholeInCapitals(whole)}元`
  if (jiao === 0 && cent === 0) return `${yuanPart || '零元'}整`
  const jiaoPart = jiao ? `${DIGITS[jiao]}角` : whole ? '零' : ''
  return yuanPart + jiaoPart + (cent ? `${DIGITS[cent]}分` : '')
}

function wholeInCapitals(value: number): string {
  let text = ''
  let gap = false
  for (let group = 3; group >= 0; group--) {
    const part = Math.floor(value / 10 ** (group * 4)) % 10000
    if (part === 0) {
      gap = text !== ''
      continue
    }
    if (text && (gap || part < 1000)) text += '零'
    text += groupInCapitals(part) + GROUPS[group]
    gap = false
  }
  return text
}

function groupInCapitals(part: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + DIGITS[digit] + PLACES[place]
    gap = false
  }
  return text
}
