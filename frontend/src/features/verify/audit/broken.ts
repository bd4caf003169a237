import { Refused } from '@/shared/trust/refused'

/** The first object of a package that does not hold, why, and what was seen instead of what. */
export class Broken extends Error {
  constructor(
    readonly object: string,
    readonly reason: string,
    readonly seen = '',
    readonly expected = '',
  ) {
    super(`${object}: ${reason}${seen || expected ? ` (seen ${seen}, expected ${expected})` : ''}`)
    this.name = 'Broken'
  }
}

/** Demands a rule of the specification. */
export function demand(
  holds: boolean,
  object: string,
  reason: string,
  seen: unknown = '',
  expected: unknown = '',
): asserts holds {
  if (!holds) throw new Broken(object, reason, String(seen), String(expected))
}

/** Runs a step of the trust library and names the object whose bytes it refused. */
export function within<T>(object: string, step: () => T): T {
  try {
    return step()
  } catch (thrown) {
    if (thrown instanceof Refused) throw new Broken(object, thrown.code, thrown.facts.seen, thrown.facts.expected)
    throw thrown
  }
}
