import { concat, fromBigInt, hex, u32, utf8 } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'

const RECALLED_MAX = 100_000
const trueChance = crypto.getRandomValues.bind(crypto)
const recalled = new Map<string, unknown>()

/** Bytes that are always the same for one seed and the same questions. */
function chance(seed: string): typeof crypto.getRandomValues {
  let block = 0
  return (into) => {
    if (into) {
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
      for (let at = 0; at < bytes.length; at += 32)
        bytes.set(sm3(concat(utf8(seed), u32(block++))).subarray(0, bytes.length - at), at)
    }
    return into
  }
}

/**
 * Does something with chance taken from a seed. Tenders that are made alike have the same keys, salts and signatures up
 * to the first word in which they differ, so that what was computed for one of them can be recalled for the other.
 */
export async function repeatable<T>(seed: string, make: () => Promise<T>): Promise<T> {
  crypto.getRandomValues = chance(seed)
  try {
    return await make()
  } finally {
    crypto.getRandomValues = trueChance
  }
}

/**
 * A module whose named functions compute once for the same arguments, which are bytes and numbers. What one of them
 * needs of chance leaves a seed's alone. Hundreds of lies are told about one tender, and what stands before a lie is
 * signed once.
 */
export function recalling<T extends object>(module: T, ...names: (keyof T & string)[]): T {
  const once = names.map((name) => [name, recall(name, module[name] as Compute)])
  return { ...module, ...Object.fromEntries(once) }
}

type Compute = (...given: (Uint8Array | bigint)[]) => unknown

function recall(name: string, compute: Compute): Compute {
  return (...given) => {
    const parts = given.flatMap((each) => {
      const bytes = typeof each === 'bigint' ? fromBigInt(each) : each
      return [u32(bytes.length), bytes]
    })
    const key = `${name} ${hex(sm3(...parts))}`
    const known = recalled.get(key) ?? withTrueChance(() => compute(...given))
    if (recalled.size < RECALLED_MAX) recalled.set(key, known)
    return known instanceof Uint8Array ? known.slice() : known
  }
}

function withTrueChance<T>(compute: () => T): T {
  const seeded = crypto.getRandomValues
  crypto.getRandomValues = trueChance
  try {
    return compute()
  } finally {
    crypto.getRandomValues = seeded
  }
}
