/** A decimal number without rounding: `digits` × 10^-`scale`. Prices are never floating point. */
export interface Decimal {
  digits: bigint
  scale: number
}

const NUMBER = /^([+-]?)(\d{1,30})(?:\.(\d{1,20}))?(?:[eE]([+-]?\d{1,2}))?$/

/** The decimal that a cell holds, or nothing. */
export function decimalOf(text: string | undefined): Decimal | undefined {
  const match = NUMBER.exec(text?.trim() ?? '')
  if (!match) return undefined
  const [, sign, whole, fraction = '', exponent = '0'] = match
  const digits = BigInt(whole! + fraction) * (sign === '-' ? -1n : 1n)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

const at = (value: Decimal, scale: number) => value.digits * 10n ** BigInt(scale - value.scale)

export const ZERO: Decimal = { digits: 0n, scale: 0 }

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: at(a, scale) + at(b, scale), scale }
}

export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale })

export function equal(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale)
  return at(a, scale) === at(b, scale)
}

/** To two decimals, half away from zero (HALF_UP), as amounts in yuan are. */
export function toCents(value: Decimal): Decimal {
  if (value.scale <= 2) return { digits: at(value, 2), scale: 2 }
  const unit = 10n ** BigInt(value.scale - 2)
  const size = value.digits < 0n ? -value.digits : value.digits
  const rounded = (size + unit / 2n) / unit
  return { digits: value.digits < 0n ? -rounded : rounded, scale: 2 }
}

/** As people write it, without trailing zeros beyond the second decimal. */
export function text(value: Decimal): string {
  const scale = Math.max(2, value.scale)
  const size = at(value, scale)
  const digits = String(size < 0n ? -size : size).padStart(scale + 1, '0')
  const whole = digits.slice(0, -scale)
  const fraction = digits.slice(-scale).replace(/0+$/, '').padEnd(2, '0')
  return `${size < 0n ? '-' : ''}${whole}.${fraction}`
}
