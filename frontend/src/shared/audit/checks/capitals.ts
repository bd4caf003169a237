const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = '拾佰仟'
const WAN = 10_000n
const SECTION = `[${DIGITS}${PLACES}]`
const WORDS = new RegExp(
  `^(?:(${SECTION}+)亿)?(?:(${SECTION}+)万)?(${SECTION}*)元(?:零?([${DIGITS.slice(1)}])角)?(?:零?([${DIGITS.slice(1)}])分)?整?$`,
)

/** An amount in Chinese capitals (大写金额) in fen, as bids write it; nothing for words that are none. */
export function fenOfCapitals(words: string): bigint | undefined {
  const parts = WORDS.exec(words)
  if (!parts) return undefined
  const yuan = section(parts[1]) * WAN * WAN + section(parts[2]) * WAN + section(parts[3])
  return yuan * 100n + digit(parts[4]) * 10n + digit(parts[5])
}

function section(words = ''): bigint {
  let [sum, last] = [0n, 0n]
  for (const c of words) {
    const place = PLACES.indexOf(c)
    if (place >= 0) {
      sum += last * 10n ** BigInt(place + 1)
      last = 0n
    } else last = digit(c)
  }
  return sum + last
}

const digit = (word?: string) => BigInt(word ? DIGITS.indexOf(word) : 0)
