/** Texts by key; a value is a text or further texts. */
export type Texts = Record<string, unknown>

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null

/** All parts as one tree, so that several features may bring texts under one first key such as `problem`. */
export function mergeTexts(parts: Texts[]): Texts {
  const all: Texts = {}
  for (const part of parts)
    for (const [key, value] of Object.entries(part)) {
      const known = all[key]
      all[key] = isTexts(known) && isTexts(value) ? mergeTexts([known, value]) : value
    }
  return all
}
