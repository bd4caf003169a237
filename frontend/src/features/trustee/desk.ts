import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { get, problemBehind, type Problem } from '@/shared/api/http'
import { useServerClock } from '@/shared/clock/serverClock'
import { useSession } from '@/shared/session/session'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { keySetOf, type KeySet } from '@/shared/trust/keySet'
import { Refused } from '@/shared/trust/refused'
import { proveInWorker } from '@/shared/audit/inWorker'
import { hex } from '@/shared/trust/bytes'
import { answerCanary, keyOf, offerKey } from './ceremony'
import { commitDoc, dutyIn, missingIn, revealDoc, sealDoc, sharesDoc } from './drawing'
import { destroyKey, keyAtEnd, noteSeen, openingEvidence, ownKeyIn, setsToPress } from './evidence'
import { pressDoc } from './press'
import { openSafe, type Safe } from './safe'
import { sheetSharesDoc } from './sheets'
import * as api from './trustee'
import type { Draw, KeyCeremony, LotState, SealedSheets } from './trustee'

const POLL_MS = 3000

/** The desk of a trustee (保管人工作台): ceremonies, draws and presses, kept up to date while the page is open. */
export function useDesk() {
  const session = useSession()
  const { now } = useServerClock()
  const ceremonies = shallowRef<KeyCeremony[]>()
  const draws = shallowRef<Draw[]>([])
  const lots = shallowRef<LotState[]>([])
  const sheets = shallowRef<SealedSheets[]>([])
  const certificate = ref('')
  const joined = ref<string[]>([])
  const problem = ref<Problem>()
  const busy = ref('')
  /** Names of the keys in this browser's safe. */
  const held = shallowRef<string[]>([])
  /** The person's own trust file; the site's is used while there is none. */
  const trustFile = shallowRef<Uint8Array>()
  const safe = shallowRef<Safe>()
  let timer: number | undefined
  let over = false

  const complete = computed(() =>
    (ceremonies.value ?? []).flatMap((each) => (each.state === 'COMPLETE' && each.purpose === 'LOT' ? [each] : [])),
  )

  async function read() {
    ceremonies.value = await api.ceremoniesMine()
    draws.value = await api.drawsMine()
    sheets.value = await api.sealedSheets().catch(() => [])
    const names = await ownSafe().then(
      (kept) => kept.names(),
      () => [],
    )
    held.value = names.filter((name) => name.startsWith('key:'))
    const owners = [...new Set(complete.value.map((each) => each.owner))]
    const known = await Promise.all(owners.map((lot) => api.lotState(lot).catch(() => undefined)))
    lots.value = known.flatMap((each) => (each ? [each] : []))
  }

  async function attempt(name: string, act: () => Promise<unknown>) {
    if (busy.value) return
    busy.value = name
    problem.value = undefined
    try {
      await act()
      await read()
    } catch (thrown) {
      joined.value = joined.value.filter((id) => id !== name)
      problem.value = problemBehind(thrown)
    } finally {
      busy.value = ''
    }
  }

  async function setOf(draw: Draw): Promise<KeySet> {
    const own = ceremonies.value?.find((each) => each.set === draw.set)?.keySet
    if (own) return keySetOf(own)
    const { keySet } = await get<{ keySet: JsonObject }>(`/api/core/public/tenders/${draw.tender}`)
    return keySetOf(keySet)
  }

  const ownSafe = async () => (safe.value ??= await openSafe())

  /** Signs over the chain head that the platform shows, and notes it. */
  async function signed(tender: string, doc: JsonObject) {
    const statement = await session.signInTender(tender, doc)
    await noteSeen(await ownSafe(), tender, statement.doc.seen as unknown as { n: number; hash: string })
    return statement
  }

  const takeStep = (draw: Draw) =>
    attempt(draw.id, async () => {
      const duty = dutyIn(draw, certificate.value)
      if (!duty) return
      const kept = await ownSafe()
      const doc = {
        commits: () => commitDoc(draw, certificate.value, kept),
        seals: async () => sealDoc(draw, certificate.value, await setOf(draw), kept),
        reveals: () => revealDoc(draw, kept),
      }[duty]
      await api.sendDraw(draw.id, duty, await signed(draw.tender, await doc()))
    })

  /** One click: this and every later step of the draw are signed as soon as each is due. */
  function join(draw: Draw) {
    joined.value = [...joined.value, draw.id]
    return takeStep(draw)
  }

  const giveShares = (draw: Draw) =>
    attempt(draw.id, async () => {
      const set = await setOf(draw)
      const member = set.members.find((each) => hex(each.id) === certificate.value)
      const ceremony = ceremonies.value?.find((each) => each.set === draw.set)
      if (!member || !ceremony)
        throw new Refused('draw/not-a-member', { field: 'set', seen: certificate.value, expected: draw.set })
      const doc = sharesDoc(draw, missingIn(draw, now.value), member, await keyOf(ceremony.id, await ownSafe()))
      await api.sendDraw(draw.id, 'shares', await signed(draw.tender, doc))
    })

  const openSheets = (sealed: SealedSheets) =>
    attempt(sealed.session, async () => {
      const ceremony = ceremonies.value?.find((each) => each.set === sealed.set)
      if (!ceremony)
        throw new Refused('scoring/not-of-the-set', { field: 'set', seen: certificate.value, expected: sealed.set })
      const doc = sheetSharesDoc(sealed, certificate.value, await keyOf(ceremony.id, await ownSafe()))
      await api.sendSheetShares(sealed.session, await session.signInTender(sealed.tender, doc))
    })

  const offer = (ceremony: KeyCeremony) =>
    attempt(ceremony.id, async () => offerKey(ceremony, await session.requireKey(), await ownSafe()))
  const answer = (ceremony: KeyCeremony) => attempt(ceremony.id, async () => answerCanary(ceremony, await ownSafe()))

  /** Says in the lot's chain that the own key of this set is lost, or one's office ended. */
  const declareLost = (ceremony: KeyCeremony, cause: 'LOST' | 'OFFICE_ENDED', reason: string) =>
    attempt(ceremony.id, async () => {
      const { owner: lot, set } = ceremony
      const doc = { type: 'key-lost', v: 1, tender: ceremony.tender, lot, set: set!, cause, reason }
      await api.sendLoss(lot, await signed(ceremony.tender, doc))
    })

  /** Verifies everything that is to be opened, and only then gives the own shares. */
  const press = (lot: string) =>
    attempt(lot, async () => {
      const key = await session.requireKey()
      if (hex(key.certificate.id) !== certificate.value)
        throw new Refused('opening/not-a-trustee', {
          field: 'certificate',
          seen: hex(key.certificate.id),
          expected: certificate.value,
        })
      const tender = complete.value.find((each) => each.owner === lot)!.tender
      const anchors = trustFile.value ?? (await api.siteTrustFile())
      const evidence = await openingEvidence(await api.trusteeCut(tender), lot, anchors, proveInWorker)
      const kept = await ownSafe()
      const pressed = lots.value.find((each) => each.lot === lot)?.keySets ?? []
      for (const set of setsToPress(evidence, certificate.value)) {
        const own = await ownKeyIn(evidence, set, certificate.value, kept)
        if (hasPressed(pressed, hex(set.id), set, certificate.value)) continue
        const doc = pressDoc(evidence, set, certificate.value, own)
        await noteSeen(kept, tender, doc.seen as unknown as { n: number; hash: string })
        await api.sendPress(lot, await session.sign(doc))
      }
    })

  /** Deletes the own key of a lot from this browser, once the public evidence says that it is needed no more. */
  const destroy = (lot: string) =>
    attempt(lot, async () => {
      const { tender } = complete.value.find((each) => each.owner === lot)!
      const anchors = trustFile.value ?? (await api.siteTrustFile())
      const end = await keyAtEnd(await api.publicCut(tender), lot, anchors, proveInWorker)
      await destroyKey(end, certificate.value, await ownSafe())
    })

  async function watch() {
    if (!busy.value && document.visibilityState === 'visible') {
      await read().catch((thrown) => (problem.value ??= problemBehind(thrown)))
      const due = draws.value.find((draw) => joined.value.includes(draw.id) && dutyIn(draw, certificate.value))
      if (due) await takeStep(due)
    }
    if (!over) timer = window.setTimeout(watch, POLL_MS)
  }

  void api
    .whoAmI()
    .then((me) => (certificate.value = me.certificate ?? ''))
    .catch((thrown) => (problem.value = problemBehind(thrown)))
    .then(watch)
  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
  })

  return {
    ceremonies,
    draws,
    lots,
    sheets,
    certificate,
    joined,
    problem,
    busy,
    trustFile,
    now,
    ownSafe,
    offer,
    answer,
    join,
    giveShares,
    openSheets,
    declareLost,
    press,
    destroy,
    held,
    personId: computed(() => session.person?.id),
  }
}

/** Whether the hall tells that this member has pressed with its key of a set. */
function hasPressed(shown: LotState['keySets'], id: string, set: KeySet, certificate: string): boolean {
  const x = set.members.find((member) => hex(member.id) === certificate)?.x
  return shown.some((each) => each.set === id && each.trustees.some((one) => one.x === x && !!one.pressedAt))
}

/** What the cards of the desk share. */
export type Desk = ReturnType<typeof useDesk>
