import { beforeAll, describe, expect, it } from 'vitest'
import { text } from '@/shared/trust/bytes'
import { canonical, type Json, type JsonObject } from '@/shared/trust/canonicalJson'
import { TestTender } from '@/test/evidence/tender'
import { audit } from '../audit'

type Files = Map<string, Uint8Array>

/** All proofs of a package lead to its newest head, so that heads and steps have to be told apart by themselves. */
describe('When heads and steps do not fit, the one that fits nothing else is named', () => {
  let files: Files
  let trust: Uint8Array
  let heads: Json[]
  let steps: JsonObject[]

  beforeAll(async () => {
    const tender = await TestTender.held()
    files = tender.files('PUBLIC')
    trust = canonical(tender.trustFile)
    heads = JSON.parse(text(files.get('heads.json')!)) as Json[]
    steps = JSON.parse(text(files.get('consistency.json')!)) as JsonObject[]
  }, 60_000)

  async function named(object: string, value: Json): Promise<string> {
    const verdict = await audit(new Map(files).set(object, canonical(value)), trust, () => {})
    return verdict.outcome === 'broken' ? verdict.object.split('#')[0]! : verdict.outcome
  }

  const without = <T>(list: T[], i: number) => list.toSpliced(i, 1)
  const doubled = <T>(list: T[], i: number) => list.toSpliced(i, 0, list[i]!)
  const swapped = <T>(list: T[], i: number) => list.with(i, list.at(i - 1)!).with(i - 1, list[i]!)

  it('a step that says another size, is missing, stands twice or elsewhere', async () => {
    const ends = [0, steps.length >> 1, steps.length - 1]
    for (const i of ends) {
      const say = (name: string, more: number) =>
        steps.with(i, { ...steps[i]!, [name]: Number(steps[i]![name]) + more })
      const changes = [
        say('from', 1),
        say('from', -1),
        say('to', 3),
        without(steps, i),
        doubled(steps, i),
        swapped(steps, i),
      ]
      for (const [kind, change] of changes.entries())
        expect(await named('consistency.json', change), `change ${kind} of step ${i}`).toBe('consistency.json')
    }
  }, 60_000)

  it('a head that is missing, stands twice or elsewhere', async () => {
    for (const i of [0, heads.length >> 1, heads.length - 1])
      for (const [kind, change] of [without(heads, i), doubled(heads, i), swapped(heads, i)].entries())
        expect(await named('heads.json', change), `change ${kind} of head ${i}`).toBe('heads.json')
  }, 60_000)
})
