import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import type { Alter, Ending } from './tender'

type Line = { bidId: string; score: string; count: number }

/** Changes the body of every entry of a type before it is recorded. */
export const lie = (type: string, change: (body: JsonObject) => void): Alter => {
  return (seen, body) => {
    if (seen !== type) return body
    const copy = structuredClone(body)
    change(copy)
    return copy
  }
}

/** Leaves out every entry of a type. */
export const without =
  (type: string): Alter =>
  (seen, body) =>
    seen === type ? undefined : body

/** Changes the nth body of a type; counts, so it is made afresh for each tender. */
export const nth = (type: string, n: number, change: (body: JsonObject) => void): Alter => {
  let seen = 0
  return (each, body) => {
    if (each !== type || ++seen !== n) return body
    const copy = structuredClone(body)
    change(copy)
    return copy
  }
}

/** Leaves out the nth body of a type. */
export const withoutNth = (type: string, n: number): Alter => {
  let seen = 0
  return (each, body) => (each === type && ++seen === n ? undefined : body)
}

const list = (value: Json | undefined) => value as unknown as Line[]
export const object = (value: Json | undefined) => value as JsonObject

/** Lies about the decision over a held bid, and what is found. */
export const LIES_OF_HELD: [string, Alter, string][] = [
  [
    'a bid in time is held and let in',
    lie('lot/bid-list', (body) => (body.bids as JsonObject[]).forEach((bid) => (bid.state = 'HELD'))),
    'bids bids held-without-a-cause',
  ],
  ['no decision', without('lot/held-decided'), 'held chain named-before-held-bids-were-decided'],
  [
    'a refused bid let in',
    lie(
      'lot/held-decided',
      (body) => void (body.decisions = [{ ...(body.decisions as JsonObject[])[0]!, admitted: false }]),
    ),
    'held chain another-decision-than-was-signed',
  ],
  [
    'a decision of one side',
    lie('lot/held-decided', (body) => void (body.statements as JsonObject[]).pop()),
    'held chain not-decided-by-procuring-entity-and-supervisor',
  ],
  [
    'a decision that leaves a held bid out',
    lie('lot/held-decided', (body) => void (body.decisions = [])),
    'held chain not-exactly-the-held-bids',
  ],
  [
    'a decision over another list',
    lie('lot/held-decided', (body) => void (body.bidList = 'ab'.repeat(32))),
    'held chain a-decision-over-another-bid-list',
  ],
]

/** Lies of a lot that fails: what it says, how the lot ends, the lie, and check, folder and code of what is found. */
export const LIES_OF_FAILURE: [string, Ending, Alter, string][] = [
  [
    'three bids, and yet too few',
    'TOO_FEW',
    lie('lot/failed', (body) => void (body.count = 3)),
    'failure chain failed-with-enough-bids',
  ],
  [
    'another reason',
    'TOO_FEW',
    lie('lot/failed', (body) => void (body.reason = 'ALL_REJECTED')),
    'failure chain another-reason-for-the-failure',
  ],
  [
    'a rejection too many',
    'ALL_REJECTED',
    lie('lot/failed', (body) => void (body.count = 2)),
    'failure chain not-the-rejections',
  ],
  [
    'a bid that nobody rejected in a lot of three',
    'ALL_REJECTED',
    without('evaluation/rejected'),
    'panel chain a-vote-that-no-rejection-counts',
  ],
  ['no report', 'ALL_REJECTED', without('evaluation/report'), 'failure chain failed-before-the-report'],
  [
    'a report of scores that nobody gave',
    'ALL_REJECTED',
    lie('evaluation/report', (body) => void (body.outcome = 'EVALUATED')),
    'panel chain another-outcome',
  ],
  [
    'a vote turned round',
    'ALL_REJECTED',
    lie('evaluation/rejected', (body) => void Object.assign(body, { for: 1, against: 2, carried: false })),
    'panel chain not-the-votes',
  ],
]

/** Lies of a lot that ends with a contract: what it says, the lie, and check, folder and code of what is found. */
export const LIES: [string, Alter, string][] = [
  [
    'a price score',
    lie('evaluation/scored', (body) => void (list(body.prices)[0]!.score = '59.99')),
    'scores chain another-price-score',
  ],
  [
    'a technical score',
    lie('evaluation/scored', (body) => void (list(body.technical)[0]!.score = '39.00')),
    'scores chain another-mean',
  ],
  [
    'a total',
    lie('evaluation/scored', (body) => void (list(body.totals)[2]!.score = '99.00')),
    'scores chain not-price-score-plus-technical-score',
  ],
  [
    'the base price',
    lie('evaluation/scored', (body) => void (body.basePriceFen = 1)),
    'scores chain another-base-price',
  ],
  [
    'a bid left out of the scores',
    lie('evaluation/scored', (body) => void list(object(body.input).prices).pop()),
    'scores chain not-exactly-the-valid-bids',
  ],
  [
    'another method',
    lie('evaluation/scored', (body) => void (object(body.method).e1 = '0.8')),
    'scores chain not-the-method-that-was-published',
  ],
  [
    'an opened price',
    lie('lot/opened', (body) => void (object(object((body.results as Json[])[0]).bid).priceFen = 1)),
    'opening chain not-what-the-bidder-sealed',
  ],
  [
    'a bid not opened',
    lie('lot/opened', (body) => void list(body.results).pop()),
    'opening chain not-exactly-the-live-bids-of-the-list',
  ],
  [
    'a bid called invalid',
    lie(
      'lot/opened',
      (body) =>
        void Object.assign(object((body.results as Json[])[0]), {
          status: 'INVALID',
          finding: 'envelope/wrap-differs',
          bid: null,
          fileKey: null,
        }),
    ),
    'opening chain another-finding',
  ],
  ['a press missing', without('lot/pressed'), 'opening chain opened-before-enough-trustees-pressed'],
  [
    'the drawn coefficient',
    lie('draw/result', (body) => void (body.picked = [((body.picked as number[])[0]! + 1) % 3])),
    'draws chain not-what-the-seed-gives',
  ],
  [
    'the pool of the draw',
    lie('draw/opened', (body) => void (body.pool = ['0.95'])),
    'draws chain not-the-pool-that-was-published',
  ],
  ['a nonce that is missing', without('draw/revealed'), 'draws chain a-draw-without-nonces'],
  ['a draw without a result', without('draw/result'), 'draws chain a-draw-without-a-result'],
  [
    'another bidder',
    lie('lot/names', (body) => void (object((body.bids as Json[])[0]).uscc = 'U9')),
    'bids chain not-the-bidder-who-signed-the-bid',
  ],
  [
    'a bid in time is held',
    lie('lot/bid-list', (body) => void (object((body.bids as Json[])[0]).state = 'HELD')),
    'held chain named-before-held-bids-were-decided',
  ],
  [
    'another deadline',
    lie('lot/bid-list', (body) => void (body.deadline = '2026-06-01T00:00:00.000Z')),
    'bids chain not-the-deadline-that-was-published',
  ],
  [
    'a live bid with a reason',
    lie('lot/bid-list', (body) => void (object((body.bids as Json[])[0]).because = 'x')),
    'bids chain a-live-bid-with-a-reason',
  ],
  [
    'an expert who was not drawn',
    lie('evaluation/panel', (body) => void (object((body.members as Json[])[0]).expert = 'E9')),
    'panel chain not-the-experts-who-were-drawn',
  ],
  [
    'other criteria',
    lie('evaluation/opened', (body) => void (body.criteria = 'ab'.repeat(32))),
    'panel chain not-the-criteria-that-were-published',
  ],
  [
    'a report that one member did not sign',
    lie('evaluation/report', (body) => void list(body.signatures).pop()),
    'panel chain not-signed-by-the-whole-panel',
  ],
  ['a report without parts', without('evaluation/parts'), 'panel chain a-report-without-a-part-for-each-bidder'],
  [
    'a bidder that was told nothing',
    lie('evaluation/parts', (body) => void list(body.parts).pop()),
    'panel chain not-a-part-for-every-bidder',
  ],
  [
    'a bidder that was told of the bid of another',
    lie('evaluation/parts', (body) => {
      const [first, second] = list(body.parts) as Json[]
      object(second!).sm3 = object(first!).sm3!
    }),
    'panel chain one-part-for-two-bidders',
  ],
  [
    'parts of another evaluation',
    lie('evaluation/parts', (body) => void (body.session = 'another')),
    'panel chain parts-of-another-session',
  ],
  ['no committee', without('award/committee'), 'award chain voted-before-a-committee-was-named'],
  [
    'a committee of two',
    lie('award/committee', (body) => void list(body.members).pop()),
    'award chain not-a-committee-of-the-published-size',
  ],
  [
    'a short publicity',
    lie('award/finalists', (body) => void (object(body.publicity).to = '2026-06-02T01:00:30.000Z')),
    'award chain shorter-than-the-days-that-were-published',
  ],
  [
    'a finalist left out of the order',
    lie('award/finalists', (body) => void (body.finalists as Json[]).reverse()),
    'award chain not-in-the-order-of-the-bids',
  ],
  [
    'the votes',
    lie('award/decided', (body) => void (list(object((body.rounds as Json[])[0]).votes)[0]!.count = 3)),
    'award chain not-the-votes-that-were-cast',
  ],
  [
    'the winner',
    lie('award/decided', (body) => void (body.winner = list(object((body.rounds as Json[])[0]).votes)[0]!.bidId)),
    'award chain not-whom-a-majority-of-the-committee-chose',
  ],
  [
    'the notice of another price',
    lie('award/noticed', (body) => void (body.amountFen = 5)),
    'contract chain not-the-price-that-was-opened',
  ],
  [
    'a contract that one party did not sign',
    lie('contract/recorded', (body) => void list(body.statements).pop()),
    'contract chain not-signed-by-both-parties',
  ],
  ['the last number', lie('tender/closed', (body) => void (body.last = 5)), 'chain chain names-another-last-number'],
]

const line = (body: JsonObject, i: number) => object((body.bids as Json[])[i])
const releaseIn = (body: JsonObject) => object(object(body.statement).doc)

/** Lies of an opening in mode BIDDERS. */
export const LIES_OF_RELEASE: [string, Alter, string][] = [
  ['a release that nobody recorded', without('lot/released'), 'releases chain released-without-a-release'],
  ['no release list', without('lot/release-list'), 'releases chain opened-without-a-release-list'],
  [
    'a released bid called missing',
    lie('lot/release-list', (body) => void Object.assign(line(body, 0), { outcome: 'REVOKED', release: null })),
    'releases chain a-release-that-the-list-leaves-out',
  ],
  [
    'a bid left out of the release list',
    lie('lot/release-list', (body) => void (body.bids as Json[]).pop()),
    'releases chain not-exactly-the-live-bids',
  ],
  [
    'the effect of another cause',
    lie('lot/release-list', (body) => void (line(body, 2).outcome = 'DEEMED_WITHDRAWN')),
    'releases chain not-the-effect-of-the-cause',
  ],
  [
    'a window that closed before its time',
    lie('lot/release-list', (body) => void (body.closesAt = body.opensAt!)),
    'releases chain not-the-time-that-was-published-or-extended',
  ],
  [
    'another bid list',
    lie('lot/release-list', (body) => void (body.bidList = 'ab'.repeat(32))),
    'releases chain a-release-list-of-another-bid-list',
  ],
  [
    'a window that one person made longer',
    lie('lot/release-extended', (body) => void (body.statements as Json[]).pop()),
    'releases chain not-extended-by-host-and-supervisor',
  ],
  [
    'a window that the host made longer twice',
    lie('lot/release-extended', (body) => void ((body.statements as Json[])[1] = (body.statements as Json[])[0]!)),
    'releases chain not-extended-by-host-and-supervisor',
  ],
  [
    'a longer time than was signed',
    lie('lot/release-extended', (body) => void (body.closesAt = '2026-06-03T01:00:00.000Z')),
    'releases chain an-extension-of-another-window',
  ],
  [
    'a release that its bidder did not sign so',
    lie('lot/released', (body) => void (releaseIn(body).checkpoint = 'ab'.repeat(32))),
    'chain chain bad-signature',
  ],
  [
    'an opened bid that was not released',
    lie('lot/opened', (body) => void (object((body.results as Json[])[2]).finding = 'service-outage')),
    'opening chain not-what-the-release-list-says',
  ],
  [
    'minutes that were not published',
    lie('tender/published', (body) => void delete releaseIn(body).releaseMinutes),
    'chain chain bad-signature',
  ],
]
