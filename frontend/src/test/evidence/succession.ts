import { hex, random, utf8, concat } from '@/shared/trust/bytes'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import type { Signer } from '@/shared/trust/statement'
import { trustees } from '../keySets'
import type { TestAuthority } from '../people'
import { DAY, START, type TestChain } from './chain'
import { LOT } from './rules'

/** What a test tells of a replacement that is not so; signed, logged and witnessed. */
export interface SuccessionLie {
  /** Who signs the replacement in the place of who published. */
  by?: Signer
  /** A supervisor signs it. */
  bySupervisor?: boolean
  /** Behind the deadline. */
  late?: boolean
  /** A set of which the procuring entity's side holds two of three keys. */
  controlled?: boolean
  /** Another set than the one in force as the one that is replaced. */
  replaces?: string
  /** Two of three keys of the former set are lost. */
  bothLost?: boolean
  /** A stranger declares the key lost. */
  strangerLost?: boolean
  /** Both keys are lost, and the replacement moves the deadline to this moment. */
  movesTo?: number
  /** It moves the deadline although the former set can open. */
  movesIdly?: boolean
  /** What it calls lost, in the place of the former set. */
  callsLost?: string[]
  /** How the list has the bid that is sealed to the lost set. */
  listsLost?: 'LIVE' | 'OTHER'
  /** A bid that is sealed to the new set is listed as lost. */
  listsGood?: boolean
  /** Which bids are sealed to the former set, of three; the first alone. */
  toFormer?: number[]
  /** No press of the former set. */
  onlyCurrent?: boolean
  /** Presses of the former set name the current one. */
  swapped?: boolean
  /** The one who declared its key lost presses. */
  lostPresses?: boolean
  /** The draw is of the former set. */
  formerDraws?: boolean
}

type KeySetOfTest = ReturnType<typeof trustees>

/** A lost key, a new set in its place, and the set that bids are sealed to from then on. */
export async function succeed(
  chain: TestChain,
  authority: TestAuthority,
  publisher: Signer,
  former: KeySetOfTest,
  told: SuccessionLie,
): Promise<{ next: KeySetOfTest; set: KeySet }> {
  const formerId = hex(keySetOf(former.doc).id)
  const losers = told.strangerLost ? [publisher] : former.people.slice(told.bothLost || told.movesTo ? 1 : 2)
  for (const loser of losers) {
    const lost = { type: 'key-lost', lot: LOT, set: formerId, cause: 'LOST', reason: '介质损坏' }
    chain.record('lot/key-lost', chain.signed(loser, lost))
  }
  await chain.head()
  if (told.late) chain.later(120_000)
  const next = trustees(authority, LOT)
  const whole = keySetOf(next.doc)
  if (told.controlled) (next.doc.members as JsonObject[]).slice(0, 2).forEach((member) => (member.side = 'TENDERER'))
  const set = { ...whole, id: canonicalHash(next.doc) }
  const id = hex(set.id)
  const doc = {
    type: 'key-set-replacement',
    lot: LOT,
    replaces: told.replaces ?? formerId,
    keySet: id,
    reason: '换人',
    ...moved(told, formerId),
  }
  const by = told.bySupervisor ? former.people[0]! : (told.by ?? publisher)
  chain.record('lot/key-set', { ...chain.signed(by, doc), keySet: next.doc })
  for (const person of next.people) {
    const answer = hex(concat(utf8('QK1 canary'), random(22)))
    chain.record('lot/key-shown', { set: id, member: hex(person.certificate.id), challenge: '', answer })
  }
  await chain.head()
  chain.record('lot/key-set-in-force', { set: id, from: chain.now() })
  await chain.head()
  return { next, set }
}

function moved({ movesTo, movesIdly, callsLost }: SuccessionLie, former: string): JsonObject {
  if (!movesTo && !movesIdly) return {}
  return { lost: callsLost ?? [former], deadline: new Date(movesTo ?? START + 3 * DAY).toISOString() }
}

/** Who presses for which bids: of the former set for those sealed to it, of the next for the others. */
export function pressers(former: KeySetOfTest, next: KeySetOfTest, told: SuccessionLie) {
  const toFormer = told.toFormer ?? [0]
  const ofFormer = told.lostPresses ? former.people.slice(1) : former.people.slice(0, 2)
  const [formerId, nextId] = [former, next].map(({ doc }) => hex(canonicalHash(doc))) as [string, string]
  return [
    {
      set: told.swapped ? nextId : formerId,
      people: told.onlyCurrent || told.movesTo ? [] : ofFormer,
      has: (i: number) => toFormer.includes(i),
    },
    { set: nextId, people: next.people.slice(0, 2), has: (i: number) => !toFormer.includes(i) },
  ]
}
