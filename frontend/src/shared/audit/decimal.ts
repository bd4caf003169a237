import { Broken } from './broken'

/** An exact decimal: `units` × 10^−`scale`. */
export interface Decimal {
  units: bigint
  scale: number
}

/** Reads a decimal written as text; refuses exponents and anything else. */
export function decimal(text: string, object: string): Decimal {
  const match = /^(-?)(\d{1,20})(?:\.(\d{1,10}))?$/.exec(text)
  if (!match) throw new Broken(object, 'not-a-decimal', text)
  const fraction = match[3] ?? ''
  return { units: BigInt(`${match[1]}${match[2]}${fraction}`), scale: fraction.length }
}

/** Units at another scale that is not smaller. */
export function at(scale: number, value: Decimal): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}

/** Sum of two decimals. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(scale, a) + at(scale, b), scale }
}

/** Whether both have the same value. */
export function equal(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale)
  return at(scale, a) === at(scale, b)
}

/** Quotient rounded HALF_UP to an integer; halves go away from zero. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/** Mean rounded HALF_UP to two decimals. */
export function meanOf(values: Decimal[]): Decimal {
  const scale = Math.max(2, ...values.map((value) => value.scale))
  const sum = values.reduce((total, value) => total + at(scale, value), 0n)
  return { units: divideHalfUp(sum, BigInt(values.length) * 10n ** BigInt(scale - 2)), scale: 2 }
}

/** Text of a decimal. */
export function show({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits
  return units < 0n ? `-${whole}` : whole
}

/** Below, at or above zero as the first is less than, equal to or more than the second. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  return Number(at(scale, a) - at(scale, b))
}

/** Whether the first is at most the second. */
export function atMost(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale)
  return at(scale, a) <= at(scale, b)
}

/** The numbers nought and one. */
export const ZERO: Decimal = { units: 0n, scale: 0 }
export const ONE: Decimal = { units: 1n, scale: 0 }

/** Difference of two decimals. */
export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, scale: b.scale })

/** Product of two decimals. */
export const times = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale })
