import { onScopeDispose, ref, shallowRef } from 'vue'
import { post, problemBehind, type Problem } from '@/shared/api/http'
import { requirePublished } from '@/shared/api/trust'
import { useSession } from '@/shared/session/session'
import { verifyReceipt, type Receipt } from '@/shared/trust/receipt'
import type { BidLetter, ChosenFile } from './bid'
import { checkIndex, indexLines } from './bidIndex'
import { checkBill } from './bill/billCheck'
import { keepReceipt, type KeptReceipt } from './keptReceipts'
import { checkFiles, checkLetter } from './preCheck'
import { ownBids, sealBid, type OwnBid } from './sealBid'
import { loadSealable, type SealableTender } from './tender'

/** One file on its way: 0 not begun, 1 sealed, 2 uploaded, for each frame. */
export interface Lane {
  name: string
  size: number
  frames: number[]
}

/** Sealing (封标) as the page shows it: one shape per stage. */
export type Sealing =
  | { stage: 'loading' }
  | { stage: 'choose'; replaces?: OwnBid }
  | { stage: 'work'; offline: boolean }
  | { stage: 'receipt'; kept: KeptReceipt; published: boolean }
  | { stage: 'withdrawn'; receipt: Receipt }
  | { stage: 'refused'; problem: Problem }

const POLL_MS = 5000

/** Seals a bid for one tender and keeps what came of it. */
export function useSeal(tenderId: string) {
  const session = useSession()
  const sealable = shallowRef<SealableTender>()
  const sealing = shallowRef<Sealing>({ stage: 'loading' })
  const problems = shallowRef<Problem[]>([])
  const lanes = ref<Lane[]>([])
  let cancel = new AbortController()
  let poll: number | undefined

  const refuse = (thrown: unknown) => (sealing.value = { stage: 'refused', problem: problemBehind(thrown) })

  async function load() {
    try {
      sealable.value = await loadSealable(tenderId)
      const last = (await ownBids(sealable.value.tender.lot)).at(-1)
      if (!last) sealing.value = { stage: 'choose' }
      else if (last.withdrawal) sealing.value = { stage: 'withdrawn', receipt: last.withdrawal }
      else await showReceipt(await keepAgain(last, sealable.value))
    } catch (thrown) {
      refuse(thrown)
    }
  }

  async function showReceipt(kept: KeptReceipt) {
    clearTimeout(poll)
    const published = await requirePublished(kept.hash, sealable.value!.trust).then(
      () => true,
      () => false,
    )
    sealing.value = { stage: 'receipt', kept, published }
    if (!published) poll = window.setTimeout(() => void showReceipt(kept), POLL_MS)
  }

  async function seal(letter: BidLetter, files: ChosenFile[], written: Record<string, string>) {
    const { tender, criteria } = sealable.value!
    problems.value = [...checkLetter(letter, tender), ...(await checkFiles(files)), ...checkIndex(criteria, written)]
    if (problems.value.length) return
    const bill = files.find(({ role }) => role === 'PRICED_BILL')
    if (bill) problems.value = await checkBill(bill.file, letter.priceFen)
    if (problems.value.length) return
    try {
      const key = await session.requireKey()
      cancel = new AbortController()
      lanes.value = []
      sealing.value = { stage: 'work', offline: false }
      const kept = await sealBid(sealable.value!, key, letter, files, indexLines(criteria, written), {
        signal: cancel.signal,
        begun: (begun) =>
          (lanes.value = begun.map((each) => ({ ...each, frames: new Array<number>(each.frames).fill(0) }))),
        frame: ({ n, i, state }) => (lanes.value[n - 1]!.frames[i] = state === 'sealed' ? 1 : 2),
        offline: (offline) => {
          if (sealing.value.stage === 'work' && sealing.value.offline !== offline)
            sealing.value = { stage: 'work', offline }
        },
      })
      await showReceipt(kept)
    } catch (thrown) {
      if (cancel.signal.aborted) sealing.value = { stage: 'choose' }
      else refuse(thrown)
    }
  }

  async function withdraw(kept: KeptReceipt) {
    const { tender, lot, bidId, headerHash, seq } = kept.receipt.doc
    try {
      const statement = await session.signInTender(tender, {
        type: 'bid-withdrawal',
        v: 1,
        tender,
        lot,
        bidId,
        headerHash,
        seq,
      })
      const receipt = await post<Receipt>('/api/core/withdrawals', statement)
      const hash = verifyReceipt(receipt, sealable.value!.trust, {
        act: 'WITHDRAWN',
        tender,
        lot,
        bidId,
        headerHash,
        seq,
      })
      await keepReceipt({ ...kept, hash, receipt })
      sealing.value = { stage: 'withdrawn', receipt }
    } catch (thrown) {
      refuse(thrown)
    }
  }

  onScopeDispose(() => {
    clearTimeout(poll)
    cancel.abort()
  })
  return {
    sealable,
    sealing,
    problems,
    lanes,
    load,
    seal,
    withdraw,
    stop: () => cancel.abort(),
    again: () => (sealing.value = { stage: 'choose' }),
  }
}

/** Verifies a receipt that the server tells again, and keeps it on this machine too. */
async function keepAgain(bid: OwnBid, { trust, tender }: SealableTender): Promise<KeptReceipt> {
  const { bidId, seq, headerHash, header, signature, receipt } = bid
  const expected = { act: 'SEALED' as const, tender: tender.tender, lot: tender.lot, bidId, seq, headerHash }
  const kept = { hash: verifyReceipt(receipt, trust, expected), lot: tender.lot, receipt, header, signature }
  await keepReceipt(kept)
  return kept
}
