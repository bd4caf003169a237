import { hex } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import type { Dossier, Entry } from './dossier'
import type { Field } from './field'

/** A key set that bids were sealed to, from its moment on until the next one's. */
export interface LotSet {
  id: string
  set: Field
  threshold: number
  members: string[]
  from: number
}

/** The id that a replacement gives its set. */
export const namedSet = (dossier: Dossier, carrier: Entry): string => dossier.doc(carrier).get('keySet').said

/**
 * The key sets of a lot that bids were sealed to, as the chain tells (evidence.md section 4): the published one, and each
 * that came in force in the place of the one before.
 */
export function lotSets(dossier: Dossier): LotSet[] {
  const first = dossier.body(dossier.entries[0]!).get('keySet')
  const sets = [lotSet(dossier.publication.get('trusteeSet').said, first, -Infinity)]
  for (const entry of dossier.all('lot/key-set-in-force')) {
    const id = dossier.body(entry).get('set').said
    const from = dossier.body(entry).get('from').moment()
    const carrier = dossier.all('lot/key-set').find((each) => namedSet(dossier, each) === id)
    if (carrier) sets.push(lotSet(id, dossier.body(carrier).get('keySet'), from))
  }
  return sets
}

function lotSet(id: string, set: Field, from: number): LotSet {
  return { id, set, threshold: set.get('threshold').count, members: memberIds(set), from }
}

/** The bid deadline, as published or as the last replacement moved it. */
export function deadlineOf(dossier: Dossier): number {
  const moved = dossier
    .all('lot/key-set')
    .map((carrier) => dossier.doc(carrier))
    .findLast((doc) => !doc.get('deadline').isMissing)
  return moved?.get('deadline').moment() ?? dossier.publication.get('schedule').get('bidDeadline').moment()
}

/** Sets that cannot open any more, by id, each with the content hash of the replacement that says so. */
export const lostSets = (dossier: Dossier): Map<string, string> =>
  new Map(
    dossier
      .all('lot/key-set')
      .flatMap((carrier) => lostBy(dossier.doc(carrier)).map((id) => [id, carrier.contentHash] as const)),
  )

/** Ids of the sets that a replacement calls lost. */
export const lostBy = (doc: Field): string[] => doc.get('lost').items.map((id) => id.said)

/** The set that draws and releases are made to. */
export const currentSet = (dossier: Dossier): LotSet => lotSets(dossier).at(-1)!

/** Whether bids were sealed to a set at this moment, give or take the error bound of the stamp. */
export function isSealable(sets: LotSet[], id: string, stamp: number, boundMs: number): boolean {
  const i = sets.findIndex((each) => each.id === id)
  if (i < 0) return false
  const next = sets[i + 1]
  return stamp + boundMs >= sets[i]!.from && !(next && stamp - boundMs >= next.from)
}

/** Ids of the members of a key set. */
export function memberIds(set: Field): string[] {
  return set.get('members').items.map((member) => hex(sm3(member.get('certificate').base64())))
}
