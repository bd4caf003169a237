import type { Archive } from '@/shared/audit/archive'
import { Broken } from '@/shared/audit/broken'
import { Dossier } from '@/shared/audit/dossier'
import { Field } from '@/shared/audit/field'
import type { JsonObject } from '@/shared/trust/canonicalJson'

/** A named entry of an evaluation, so that a lie about it, or a change of its place, is one word. */
export interface Step {
  name: string
  type: string
  body: JsonObject
  /** Where it does not stand at the hour of all. */
  at?: number
}

export type Change = (steps: Step[]) => void

export const entry = (name: string, type: string, body: JsonObject): Step => ({
  name,
  type: type.includes('/') ? type : `evaluation/${type}`,
  body,
})

/** The code of the rule that is broken, what is attested, or nothing; bodies of these types are withheld. */
export async function found(
  check: (dossier: Dossier) => unknown,
  steps: Step[],
  at: number,
  withheld: string[] = [],
): Promise<string> {
  const dossier = new Dossier({} as Archive, new Field('package.json', {}), undefined)
  for (const { type, body, at: own } of steps) {
    const n = dossier.entries.length + 1
    const made = { object: `chain/${n}`, n, type, tender: 't', at: own ?? at, contentHash: '', index: n }
    const open = !withheld.includes(type.replace('evaluation/', ''))
    dossier.entries.push(open ? { ...made, body: new Field(made.object, body) } : made)
  }
  try {
    await check(dossier)
  } catch (thrown) {
    if (thrown instanceof Broken) return thrown.reason
    throw thrown
  }
  return dossier.attested.join()
}

export const step = (steps: Step[], name: string) => steps.find((one) => one.name === name)!
export const place = (steps: Step[], name: string) => steps.indexOf(step(steps, name))

/** Puts other values into the body of a step. */
export const put =
  (name: string, values: JsonObject): Change =>
  (steps) =>
    void Object.assign(step(steps, name).body, values)

export const without =
  (name: string): Change =>
  (steps) =>
    void steps.splice(place(steps, name), 1)

/** A step at another hour. */
export const at =
  (name: string, moment: string): Change =>
  (steps) =>
    void Object.assign(step(steps, name), { at: Date.parse(moment) })

/** A step that stands a second time, before another one. */
export const again =
  (name: string, before: string): Change =>
  (steps) =>
    void steps.splice(place(steps, before), 0, step(steps, name))

export const swap =
  (one: string, other: string): Change =>
  (steps) => {
    const [i, j] = [place(steps, one), place(steps, other)]
    ;[steps[i], steps[j]] = [steps[j]!, steps[i]!]
  }
