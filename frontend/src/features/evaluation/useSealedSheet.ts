import { shallowRef } from 'vue'
import { useAct } from '@/shared/api/act'
import { sendSealed, type SealedWork } from '@/shared/sealed/sealedWork'
import { useSession } from '@/shared/session/session'
import { forget } from '@/shared/storage/kept'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { commitSheet, sheetToSign, type MemberView } from './evaluation'
import { keptSheet, sealedKey, sealSheet } from './sealedSheet'

/** Sealing, as the foot of a sheet sees it. */
export type SheetToSeal = ReturnType<typeof useSealedSheet>

/** Sealing a sheet and committing to it; what was sealed and not taken is kept in this browser and sent again. */
export function useSealedSheet<T extends JsonObject>(
  { id, me, round, tender }: MemberView,
  content: () => T,
  save: () => Promise<void>,
  moved: () => void,
) {
  const { signInTender } = useSession()
  const { busy, problem, act } = useAct()
  const key = sealedKey(id, me.number, round)
  const unsent = shallowRef<SealedWork<T>>()
  const look = () => keptSheet<T>(id, me.number, round).then((work) => (unsent.value = work))
  void look()

  async function submit() {
    const done = await act('seal', async () => {
      await save()
      const paper = await sheetToSign(id)
      const make = () => sealSheet(id, paper, content())
      await sendSealed(key, make, async (work) => {
        const doc = { ...paper.doc, commit: work.commit, note: work.note }
        await commitSheet(id, await signInTender(tender, doc))
      })
    })
    if (done) moved()
    else await look()
  }

  /** Gives up what was sealed and not taken, so that the sheet can be changed. */
  async function writeAgain() {
    await forget(key)
    unsent.value = undefined
  }

  return { busy, problem, act, unsent, submit, writeAgain }
}
