import { describe, expect, it } from 'vitest'
import { rowsOf } from './lotRows'
import type { OwnTender, PublicTender, Stage } from './tender'

const NOW = Date.parse('2026-12-01T00:00:00Z')
const published = (name: string, stage: Stage, deadline: string) =>
  ({ tender: name, name, stage, procuringEntity: { name: '' }, deadline, terms: {} }) as PublicTender
const draft = { id: '草稿', projectName: '草稿', stage: 'DRAFT', draft: null } as OwnTender
const ALL = [
  published('已归档', 'CLOSED', '2026-11-01T01:30:00Z'),
  published('后开标', 'BIDDING', '2026-12-20T01:30:00Z'),
  published('先开标', 'BIDDING', '2026-12-10T01:30:00Z'),
  published('公示中', 'CANDIDATE_PUBLICITY', '2026-11-20T01:30:00Z'),
]
const names = (view: 'all' | 'openings' | 'awards') => rowsOf(view, ALL, [draft], NOW).map((row) => row.name)

describe('Lists of lots 标段', () => {
  it('put drafts first, then the soonest deadline to come, then the latest past one', () => {
    expect(names('all')).toEqual(['草稿', '先开标', '后开标', '公示中', '已归档'])
  })

  it('show openings until the evaluation, awards from its end on', () => {
    expect(names('openings')).toEqual(['先开标', '后开标'])
    expect(names('awards')).toEqual(['公示中', '已归档'])
  })
})
