/** What was seen and what the rule wants. */
export interface Facts {
  field?: string
  seen?: string
  expected?: string
}

/** A rule of the specification said no; `code` is one of the codes that the Java module uses too. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(`${code}: ${facts.field ?? ''} seen ${facts.seen ?? '–'}, expected ${facts.expected ?? '–'}`)
    this.name = 'Refused'
  }
}

/** Throws {@link Refused} unless the rule holds. */
export function require(holds: boolean, code: string, field: string, seen: unknown, expected: unknown): asserts holds {
  if (!holds) throw new Refused(code, { field, seen: String(seen), expected: String(expected) })
}
