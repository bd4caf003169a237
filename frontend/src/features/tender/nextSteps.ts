import type { Stage } from './tender'

/** One thing to come; `to` where whoever looks can do or see it. */
export interface NextStep {
  act: string
  to?: string
}

interface Onlooker {
  id: string
  stage: Stage
  lot: string
  roles: string[]
}

/** What comes next in a case (接下来), first what this person can do. */
export function nextSteps({ id, stage, lot, roles }: Onlooker): NextStep[] {
  const has = (role: string) => roles.includes(role)
  const hall: NextStep = { act: 'watchHall', to: `/lots/${lot}/opening` }
  const award = `/lots/${lot}/award`
  switch (stage) {
    case 'DRAFT':
      return [{ act: 'writeDraft', to: `/tenders/${id}/draft` }, { act: 'trusteesOffer' }, { act: 'signPublication' }]
    case 'BIDDING':
      return has('bidder')
        ? [{ act: 'sealBid', to: `/bids/${id}/seal` }, hall]
        : [hall, ...(has('trustee') ? [{ act: 'holdKey', to: '/trustee' }] : [])]
    case 'DEADLINE_REACHED':
    case 'OPENING':
      return [...(has('trustee') ? [{ act: 'press', to: '/trustee' }] : []), hall]
    case 'OPENED':
      return [{ act: 'signRecord', to: hall.to }]
    case 'EVALUATING':
      return [
        has('expert') ? { act: 'evaluate', to: '/evaluation' } : { act: 'awaitEvaluation' },
        ...(has('trustee') ? [{ act: 'holdKey', to: '/trustee' }] : []),
      ]
    case 'EVALUATED':
      return [has('procuring-entity') || has('agency') ? { act: 'review', to: award } : { act: 'awaitFinalists' }]
    case 'CANDIDATE_PUBLICITY':
      return [{ act: 'finalistsPublic', to: award }]
    case 'AWARDING':
      return [has('award-committee') ? { act: 'vote', to: award } : { act: 'awaitVote', to: award }]
    case 'AWARD_PUBLICITY':
      return [{ act: 'resultPublic', to: award }]
    case 'AWARD_NOTICED':
      return [{ act: 'signContract', to: award }]
    case 'CONTRACTED':
    case 'CLOSED':
      return [{ act: 'verifyCase', to: '/verify' }]
    case 'FAILED':
      return [{ act: 'tenderAgain' }, { act: 'verifyCase', to: '/verify' }]
  }
}
