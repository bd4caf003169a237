import { describe, expect, it } from 'vitest'
import { defaultDraft } from './defaults'
import { draftOf, namedBy, valuesOf } from './draftForm'
import { numbered, REVIEW_PARTS, USUAL_REVIEW } from './reviewItems'

describe('Items of the preliminary review 初步评审项', () => {
  it('are there by default for each part, with a ground each that is no price', () => {
    for (const part of REVIEW_PARTS) expect(USUAL_REVIEW.some((each) => each.part === part)).toBe(true)
    expect(USUAL_REVIEW.map((each) => each.ground)).not.toContain('RJ5')
    expect(new Set(USUAL_REVIEW.map((each) => each.item)).size).toBe(USUAL_REVIEW.length)
  })

  it('get their codes by part and number', () => {
    const added = [...USUAL_REVIEW, { part: 'FORM' as const, ground: 'RJ6' as const, page: false, name: ' 附表 ' }]
    expect(
      numbered(added)
        .filter(({ part }) => part === 'FORM')
        .map(({ item }) => item),
    ).toEqual(['F1', 'F2', 'F3', 'F4'])
    expect(numbered(added).find(({ item }) => item === 'F4')!.name).toBe('附表')
  })

  it('go through the form as they are, and a refusal finds the field', () => {
    const draft = defaultDraft(Date.parse('2026-12-01T00:00:00Z'), '示例路改造', '示例建设中心')
    expect(draftOf(valuesOf(draft)).review).toEqual(USUAL_REVIEW)
    expect(draftOf(valuesOf({ ...draft, review: undefined })).review).toEqual([])
    expect(namedBy('review[2].ground')).toBe('review')
  })
})
