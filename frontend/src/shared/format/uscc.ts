const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const MODULUS = 31

/** Whether a unified social credit code (统一社会信用代码, GB 32100-2015) has 18 characters and a right check digit. */
export function isUscc(text: string): boolean {
  if (text.length !== WEIGHTS.length + 1) return false
  const digits = [...text].map((char) => ALPHABET.indexOf(char))
  if (digits.includes(-1)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * digits[i]!, 0)
  return digits.at(-1) === (MODULUS - (sum % MODULUS)) % MODULUS
}
