import { Refused } from '@/shared/trust/refused'

/**
 * The first object of a package that does not hold, the code of the rule that it breaks, and what was seen instead of
 * what. The auditor in Java uses the same codes.
 */
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

/** Runs a step of the trust library; what it refuses breaks `reason` at `object`. */
export function within<T>(object: string, reason: string, step: () => T): T {
  try {
    return step()
  } catch (thrown) {
    if (thrown instanceof Refused)
      throw new Broken(object, reason, `${thrown.code} ${thrown.facts.seen ?? ''}`, thrown.facts.expected)
    throw thrown
  }
}
