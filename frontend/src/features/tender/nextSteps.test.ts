import { describe, expect, it } from 'vitest'
import { nextSteps } from './nextSteps'
import { STAGES, type Stage } from './tender'

const ROLES = [[], ['bidder'], ['agency'], ['supervisor', 'trustee'], ['expert'], ['award-committee']]
const acts = (stage: Stage, roles: string[]) => nextSteps({ id: 't', stage, lot: 'l', roles }).map((step) => step.act)

describe('What comes next in a case 接下来', () => {
  it('is one to three items at every stage, for everybody', () => {
    for (const stage of [...STAGES, 'FAILED' as const])
      for (const roles of ROLES) {
        expect(acts(stage, roles).length).toBeGreaterThan(0)
        expect(acts(stage, roles).length).toBeLessThanOrEqual(3)
      }
  })

  it('begins with what this person can do', () => {
    expect(acts('BIDDING', ['bidder'])).toEqual(['sealBid', 'applyBond', 'watchHall'])
    expect(acts('OPENING', ['supervisor', 'trustee'])).toEqual(['press', 'watchHall'])
    expect(acts('AWARDING', ['award-committee'])).toEqual(['vote'])
    expect(acts('AWARDING', [])).toEqual(['awaitVote'])
    const ranked = { id: 't', stage: 'AWARDING' as const, lot: 'l', ranked: true }
    expect(nextSteps({ ...ranked, roles: ['procuring-entity'] }).map((step) => step.act)).toEqual(['determine'])
  })
})
