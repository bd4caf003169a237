import { releaseShares } from '@/shared/trust/bes1/release'
import type { BidHeader } from '@/shared/trust/bes1/header'
import { hex, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import type { KeySet } from '@/shared/trust/keySet'
import { sm3 } from '@/shared/trust/sm3'
import { signStatement, type Signer } from '@/shared/trust/statement'
import { TENDER, type TestChain } from './chain'
import { LOT } from './rules'

/** Minutes of the window in a test's tender. */
export const RELEASE_MINUTES = 30

interface Bid {
  bidId: string
  person: Signer & { encryptionKey: Bytes }
  header: BidHeader
  der: Uint8Array
}

/** Who signs what in a window, and the anchors that receipts name. */
export interface WindowParties {
  set: KeySet
  agency: Signer
  supervisor: Signer
  receiptKey: Signer
  named: { log: string; trustFile: string; sandbox: boolean }
  /** Records a suspension and its decision while the window is open. */
  stop?: () => void
}

/** Holds a release window: all bidders but the last release, host and supervisor make it longer once. */
export async function holdWindow(chain: TestChain, bids: Bid[], bidList: string, by: WindowParties): Promise<string> {
  const opensAt = chain.now()
  const checkpoint = hex(canonicalHash(chain.log.heads.at(-1)!.head as JsonObject))
  for (const bid of bids.slice(0, -1)) release(chain, bid, bidList, checkpoint, by)
  const extended = new Date(Date.parse(opensAt) + (RELEASE_MINUTES + 10) * 60_000).toISOString()
  const doc = { type: 'release-extension', lot: LOT, closesAt: extended, reason: '网络中断' }
  const statements = [by.agency, by.supervisor].map((person) => chain.statement(person, doc))
  chain.record('lot/release-extended', { closesAt: extended, statements })
  const closesAt = by.stop ? stoodStill(chain, extended, by.stop) : extended
  chain.later((RELEASE_MINUTES + 10) * 60_000)
  const last = bids.at(-1)!
  const lines = bids.map((bid) => ({
    bidId: bid.bidId,
    outcome: bid === last ? 'REVOKED' : 'RELEASED',
    release: bid === last ? null : hashOf(chain, bid.bidId),
    causation: bid === last ? causation(bid, opensAt, closesAt, by) : null,
  }))
  const hash = chain.record('lot/release-list', { bidList, opensAt, closesAt, bids: lines } as unknown as JsonObject)
  await chain.head()
  return hash
}

/** The end of a window that stood still for a while. */
function stoodStill(chain: TestChain, closesAt: string, stop: () => void): string {
  stop()
  const [suspended, decided] = chain.entries.slice(-2).map(({ head }) => Date.parse(String(head.at)))
  return new Date(Date.parse(closesAt) + decided! - suspended!).toISOString()
}

function release(chain: TestChain, bid: Bid, bidList: string, checkpoint: string, by: WindowParties): void {
  const headerHash = hex(sm3(bid.der))
  const statement = chain.statement(bid.person, {
    type: 'bid-release',
    lot: LOT,
    bidId: bid.bidId,
    headerHash,
    bidList,
    checkpoint,
    trusteeSet: hex(by.set.id),
    shares: releaseShares(bid.header, by.set, bid.person.encryptionKey),
  })
  const receipt = signStatement(by.receiptKey, {
    type: 'release-receipt',
    v: 1,
    tender: TENDER,
    lot: LOT,
    bidId: bid.bidId,
    headerHash,
    release: hex(canonicalHash(statement.doc!)),
    stamp: chain.now(),
    ...by.named,
  })
  chain.record('lot/released', { statement, receipt: receipt as unknown as JsonObject })
}

/** Hash of the recorded release of a bid. */
function hashOf(chain: TestChain, bidId: string): string | null {
  for (const { head, body } of chain.entries) {
    const doc = (body.statement as JsonObject | undefined)?.doc as JsonObject | undefined
    if (head.type === 'lot/released' && doc?.bidId === bidId) return hex(canonicalHash(doc))
  }
  return null
}

function causation(bid: Bid, opensAt: string, closesAt: string, by: WindowParties): JsonObject {
  return signStatement(by.receiptKey, {
    type: 'release-causation',
    v: 1,
    tender: TENDER,
    lot: LOT,
    bidId: bid.bidId,
    headerHash: hex(sm3(bid.der)),
    opensAt,
    closesAt,
    cause: 'BIDDER',
    code: 'bidder-absent',
    outcome: 'REVOKED',
    claim: false,
    outages: [],
    attempts: [],
  }) as unknown as JsonObject
}
