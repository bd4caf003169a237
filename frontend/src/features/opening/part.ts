import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { get, post, problemBehind, type Problem } from '@/shared/api/http'
import { keepRelease, keptReceipts, keptReleases, type KeptReceipt } from '@/features/bidding/keptReceipts'
import { useSession } from '@/shared/session/session'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { fromBase64, hex } from '@/shared/trust/bytes'
import { certificateOf, usccOf } from '@/shared/trust/certificates'
import { certificatesBroughtBy } from '@/shared/trust/qs1'
import { Refused } from '@/shared/trust/refused'
import type { Receipt } from '@/shared/trust/receipt'
import { isReleaseMissing, releaseOwn } from './release'
import type { ListedBid, Opening, Terms } from './opening'

interface OwnBid {
  bidId: string
  seq: number
  receipt: Receipt
}

/** Own receipt and its line in the list: found, or missing, which is what the list is published for. */
export interface OwnLine {
  bidId: string
  receiptHash: string
  line?: ListedBid
}

/** The organisation whose person sealed: of the certificate in the kept signature, whatever certificate is in use now. */
function sealedBy({ signature, receipt }: KeptReceipt): string {
  const sealer = certificatesBroughtBy(fromBase64(signature))
    .map(certificateOf)
    .find(({ id }) => hex(id) === receipt.doc.bidder)
  return sealer ? usccOf(sealer) : ''
}

/** Receipts that this machine kept, which no platform can withhold, and those that the platform tells besides. */
async function ownReceipts(lot: string, uscc: string | undefined): Promise<OwnBid[]> {
  const told = await get<OwnBid[]>(`/api/core/bids/mine?lot=${lot}`).catch(() => [])
  const kept = (await keptReceipts(lot).catch(() => []))
    .filter((each) => each.receipt.doc.act === 'SEALED' && sealedBy(each) === uscc)
    .map(({ receipt }) => ({ bidId: receipt.doc.bidId, seq: receipt.doc.seq, receipt }))
  const known = new Set(kept.map(({ receipt }) => hex(canonicalHash(receipt.doc))))
  return [...kept, ...told.filter(({ receipt }) => !known.has(hex(canonicalHash(receipt.doc))))]
}

/** What whoever is logged in may do in the hall (参加开标): find its receipt, object, answer, sign the record. */
export function useHallPart(opening: Ref<Opening | undefined>, terms: Ref<Terms | undefined>) {
  const session = useSession()
  const own = shallowRef<OwnBid[]>([])
  const problem = ref<Problem>()
  const busy = ref(false)
  const released = shallowRef<{ doc: JsonObject; sig: string }>()
  const isBidder = computed(() => session.has('bidder') && own.value.length > 0)
  const isAgency = computed(() => session.has('agency') && session.person?.party?.uscc === terms.value?.agencyUscc)
  const isProcuringEntity = computed(
    () => session.has('procuring-entity') && session.person?.party?.uscc === terms.value?.procuringEntityUscc,
  )
  const isSupervisor = computed(() => session.has('supervisor'))
  const lines = computed<OwnLine[]>(() => {
    const shown = opening.value
    if (!shown || !('bidList' in shown)) return []
    return own.value.map(({ bidId, receipt }) => {
      const receiptHash = hex(canonicalHash(receipt.doc))
      return {
        bidId,
        receiptHash,
        line: shown.bidList.list.bids.find((each) => each.bidId === bidId && each.receiptHash === receiptHash),
      }
    })
  })

  /** Whether this machine holds a receipt for a release that the hall does not count as released. */
  const releaseMissing = computed(() => {
    const shown = opening.value
    return (
      shown !== undefined &&
      'release' in shown &&
      !!shown.release &&
      isReleaseMissing(shown.release, released.value, shown.now)
    )
  })

  watch(
    () => opening.value?.lot,
    async (lot) => {
      if (!lot || !session.has('bidder')) return
      own.value = await ownReceipts(lot, session.person?.party?.uscc)
      const kept = (await keptReleases(lot).catch(() => [])).find(({ doc }) =>
        own.value.some(({ bidId }) => bidId === doc.bidId),
      )
      if (kept) released.value = { doc: kept.doc, sig: kept.sig }
    },
    { immediate: true },
  )

  async function attempt(act: (shown: Opening) => Promise<unknown>): Promise<boolean> {
    if (!opening.value || busy.value) return false
    busy.value = true
    problem.value = undefined
    try {
      await act(opening.value)
      return true
    } catch (thrown) {
      problem.value = problemBehind(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  const about = (shown: Opening, type: string, more: JsonObject): JsonObject => ({
    type,
    v: 1,
    tender: shown.tender,
    lot: shown.lot,
    ...more,
  })

  const object = (text: string) =>
    attempt(async (shown) => {
      const statement = await session.signInTender(shown.tender, about(shown, 'opening-objection', { text }))
      await post(`/api/core/lots/${shown.lot}/objections`, statement)
    })

  const answer = (objection: string, text: string) =>
    attempt(async (shown) => {
      const doc = about(shown, 'opening-objection-answer', { objection, text })
      await post(
        `/api/core/lots/${shown.lot}/objections/${objection}/answer`,
        await session.signInTender(shown.tender, doc),
      )
    })

  /** Releases the own bid to the trustees (放行); the receipt is verified and can be kept. */
  const release = () =>
    attempt(async (shown) => {
      const { encryptionKey } = await session.requireKey()
      released.value = await releaseOwn(shown.lot, encryptionKey, session.signInTender)
      await keepRelease({ lot: shown.lot, ...released.value })
    })

  /** Signs a longer release window; in force when host and supervisor have both signed it. */
  const extend = (closesAt: string, reason: string) =>
    attempt(async (shown) => {
      const doc = about(shown, 'release-extension', { closesAt, reason })
      await post(`/api/core/lots/${shown.lot}/releases/extensions`, await session.signInTender(shown.tender, doc))
    })

  /** Signs a decision over all held bids; in force when procuring entity and supervisor have signed the same. */
  const decideHeld = (decisions: { bidId: string; headerHash: string; admitted: boolean }[], reason: string) =>
    attempt(async (shown) => {
      if (!('bidList' in shown)) return
      const doc = about(shown, 'held-decision', { bidList: shown.bidList.hash, reason, decisions })
      await post(`/api/core/lots/${shown.lot}/held-decisions`, await session.signInTender(shown.tender, doc))
    })

  /** Brings the own receipt that the list does not hold: the opening stands still until it is decided over. */
  const bringReceipt = (receiptHash: string) =>
    attempt(async (shown) => {
      const { receipt } = own.value.find((each) => hex(canonicalHash(each.receipt.doc)) === receiptHash)!
      const doc = about(shown, 'missing-receipt', { receipt: receipt as unknown as JsonObject })
      await post(`/api/core/lots/${shown.lot}/missing-receipts`, await session.signInTender(shown.tender, doc))
    })

  /** Signs the decision over a suspension: the opening goes on until a time, or ends. */
  const decideSuspension = (suspended: string, until: string | null, reason: string) =>
    attempt(async (shown) => {
      const doc = about(shown, 'suspension-decision', { suspended, until, reason })
      await post(`/api/core/lots/${shown.lot}/suspension-decisions`, await session.signInTender(shown.tender, doc))
    })

  const signRecord = () =>
    attempt(async (shown) => {
      const doc = await get<JsonObject>(`/api/core/lots/${shown.lot}/opening-record/to-sign`)
      if ('record' in shown && shown.record && shown.record.sm3 !== doc.sm3)
        throw new Refused('opening/record-differs', { field: 'sm3', seen: String(doc.sm3), expected: shown.record.sm3 })
      await post(`/api/core/lots/${shown.lot}/opening-record/signatures`, await session.signInTender(shown.tender, doc))
    })

  return {
    isBidder,
    isAgency,
    isSupervisor,
    isProcuringEntity,
    lines,
    problem,
    busy,
    released,
    releaseMissing,
    object,
    answer,
    signRecord,
    release,
    extend,
    decideHeld,
    decideSuspension,
    bringReceipt,
  }
}
