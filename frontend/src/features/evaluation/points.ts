/** Points in hundredths from a text with at most two decimals; `undefined` for anything else. */
export function hundredthsOf(text: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim())
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** 「8.50」 from hundredths. */
export function points(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** Whether the text is points between nought and the full points. */
export function isWithin(text: string, max: string): boolean {
  const value = hundredthsOf(text)
  return value !== undefined && value <= (hundredthsOf(max) ?? 0)
}
