import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { countOf, namesOf, placeOf, type CheckedFile } from './blind'
import { chinese } from './texts.zh'
import { english } from './texts.en'

const KINDS = fileURLToPath(
  new URL('../../../../../blind/src/main/java/cn/qifeng/blind/MarkKind.java', import.meta.url),
)
const file: CheckedFile = { bidId: 'b2', pages: 3, bytes: 9, more: 2, kinds: { NAME: 1, COLOUR: 4 } }
const mark = { kind: 'NAME', page: 1, seen: '', expected: 'none' }

describe('Marks in blind files 暗标疑似标记', () => {
  it('have a text for every kind that the check knows', () => {
    const kinds = [...readFileSync(KINDS, 'utf8').matchAll(/^ {4}([A-Z_]+)[,;]?$/gm)].map((match) => match[1]!)
    expect(kinds.length).toBeGreaterThan(30)
    expect(Object.keys(chinese.kinds).sort()).toEqual(kinds.sort())
    expect(Object.keys(english.kinds).sort()).toEqual(kinds)
  })

  it('are counted with those that are not listed', () => {
    expect(countOf(file)).toBe(7)
  })

  it('stand at a place on the page or in a part of the file', () => {
    expect(placeOf({ ...mark, place: '35,116' })).toEqual({ x: '35', y: '116' })
    expect(placeOf({ ...mark, place: 'Info/Author' })).toBeUndefined()
  })

  it('are of a label with a name for a member, and of a number for a supervisor', () => {
    const bids = [{ label: 'C', bidId: 'b2', name: '示例', priceFen: 1, valid: true }]
    const member = { me: {}, bids } as unknown as Parameters<typeof namesOf>[0]
    expect(namesOf(member, [file]).get('b2')).toEqual({ label: 'C', name: '示例' })
    expect(namesOf({ size: 5 } as unknown as Parameters<typeof namesOf>[0], [file]).get('b2')?.label).toBe('1')
  })
})
