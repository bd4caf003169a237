import type { Stage } from './tender'

/** One thing to come: `to` where whoever looks can do or see it, `at` or `until` when, `needs` whether a text tells what to bring. */
export interface NextStep {
  act: string
  to?: string
  at?: string
  until?: string
  needs?: true
}

interface Onlooker {
  id: string
  stage: Stage
  lot: string
  roles: string[]
  deadline?: string
  /** Whether the procuring entity fixes the winner among ranked candidates. */
  ranked?: boolean
}

const STEPS_MAX = 3

/** What comes next in a case (接下来), first what this person can do; at most three items. */
export const nextSteps = (onlooker: Onlooker): NextStep[] => all(onlooker).slice(0, STEPS_MAX)

function all({ id, stage, lot, roles, deadline, ranked }: Onlooker): NextStep[] {
  const has = (role: string) => roles.includes(role)
  const hall: NextStep = { act: 'watchHall', to: `/lots/${lot}/opening`, at: deadline }
  const award = `/lots/${lot}/award`
  const keys: NextStep[] = has('trustee') ? [{ act: 'holdKey', to: '/trustee', needs: true }] : []
  switch (stage) {
    case 'DRAFT':
      return [
        { act: 'writeDraft', to: `/tenders/${id}/draft`, needs: true },
        { act: 'trusteesOffer' },
        { act: 'signPublication', needs: true },
      ]
    case 'BIDDING':
      return has('bidder')
        ? [
            { act: 'sealBid', to: `/bids/${id}/seal`, until: deadline, needs: true },
            { act: 'applyBond', to: '/bonds', until: deadline },
            hall,
          ]
        : [...keys, hall]
    case 'DEADLINE_REACHED':
    case 'OPENING':
      return [...(has('trustee') ? [{ act: 'press', to: '/trustee', needs: true as const }] : []), hall]
    case 'OPENED':
      return [{ act: 'signRecord', to: hall.to, needs: true }]
    case 'EVALUATING':
      return [
        has('expert') || has('supervisor') ? { act: 'evaluate', to: '/evaluation' } : { act: 'awaitEvaluation' },
        ...keys,
      ]
    case 'EVALUATED':
      return [
        has('procuring-entity') || has('agency')
          ? { act: 'review', to: award, needs: true }
          : { act: 'awaitFinalists' },
      ]
    case 'CANDIDATE_PUBLICITY':
      return [{ act: 'finalistsPublic', to: award }]
    case 'AWARDING':
      if (ranked) return [has('procuring-entity') ? { act: 'determine', to: award } : { act: 'awaitWinner', to: award }]
      return [has('award-committee') ? { act: 'vote', to: award, needs: true } : { act: 'awaitVote', to: award }]
    case 'AWARD_PUBLICITY':
      return [{ act: 'resultPublic', to: award }]
    case 'AWARD_NOTICED':
      return [{ act: 'signContract', to: award, needs: true }]
    case 'CONTRACTED':
    case 'CLOSED':
      return [{ act: 'verifyCase', to: '/verify' }]
    case 'FAILED':
      return [{ act: 'tenderAgain' }, { act: 'verifyCase', to: '/verify' }]
  }
}
