import { afterEach, describe, expect, it, vi } from 'vitest'
import { CHUNK_BYTES, openChunked, readChunk } from './chunks'
import { boxesOf, hitsOn, pageText, type TextRun } from './find'
import { drawnAround, GAP, layoutOf, pageAt } from './layout'
import { headingsOf, pageOf } from './outline'
import { sharpness } from './pdf'

const run = (str: string, x: number, y = 700, width = str.length * 12): TextRun => ({
  str,
  transform: [12, 0, 0, 12, x, y],
  width,
  height: 12,
})

describe('Search in a bid', () => {
  it('finds words across the runs and spaces into which a PDF cuts a line', () => {
    const page = pageText([run('分幅施工、三', 72), run(' 次 导', 144), run('改、夜间铺筑', 200)])
    const hits = hitsOn(12, page, '三次导改')
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({ page: 12, before: '分幅施工、', words: '三次导改', after: '、夜间铺筑' })
  })

  it('does not tell full-width from half-width letters, nor capitals from small ones', () => {
    const page = pageText([run('ＧＢ 50500—２０１３ gb50500', 72)])
    expect(hitsOn(1, page, 'gb50500')).toHaveLength(2)
    expect(hitsOn(1, page, '2013')).toHaveLength(1)
  })

  it('finds nothing for blanks, and every place of words that repeat', () => {
    const page = pageText([run('安全安全安全', 72)])
    expect(hitsOn(1, page, '  ')).toEqual([])
    expect(hitsOn(1, page, '安全').map(({ start }) => start)).toEqual([0, 2, 4])
  })

  it('marks the part of each run in which the words stand', () => {
    const page = pageText([run('夜间施工', 100), run('方案', 148)])
    const [hit] = hitsOn(1, page, '施工方')
    const [first, second] = boxesOf(page, hit!)
    expect([first!.x, first!.width]).toEqual([124, 24])
    expect([second!.x, second!.width]).toEqual([148, 12])
    expect(first!.y).toBeLessThan(700)
  })

  it('takes letters beside Chinese ones for half as wide', () => {
    const page = pageText([run('AB工程', 0, 700, 36)])
    const [box] = boxesOf(page, hitsOn(1, page, '工程')[0]!)
    expect([box!.x, Math.round(box!.width)]).toEqual([12, 24])
  })
})

describe('Pages above each other', () => {
  it('stand at the height that those before them take, and one not yet seen is like the first', () => {
    const layout = layoutOf(100, [1.5, undefined, 0.5])
    expect(layout.tops).toEqual([GAP, 2 * GAP + 150, 3 * GAP + 300])
    expect(layout.height).toBe(4 * GAP + 350)
    expect([0, 160, 161, 10_000].map((line) => pageAt(layout, line))).toEqual([1, 1, 1, 3])
    expect(pageAt(layout, layout.tops[1]!)).toBe(2)
  })

  it('are drawn only near the one in sight, however many a file claims', () => {
    expect(drawnAround(1, 5000)).toEqual([1, 2, 3])
    expect(drawnAround(2500, 5000)).toEqual([2498, 2499, 2500, 2501, 2502])
    expect(drawnAround(1, 1)).toEqual([1])
  })

  it('are drawn with a bound on pixels, however large a page says it is', () => {
    expect(sharpness(600, 850, 2)).toBe(2)
    expect(sharpness(14_400, 14_400, 2) * 14_400).toBeLessThanOrEqual(4096)
  })
})

describe('Headings of a bid', () => {
  const node = (title: string, dest: string | unknown[] | null, ...items: ReturnType<typeof leaf>[]) => ({
    title,
    dest,
    items,
  })
  const leaf = (title: string, dest: string | unknown[] | null) => ({ title, dest, items: [] })

  it('are listed in reading order, without what leads elsewhere', () => {
    const found = headingsOf([node('一 总则', 'a', leaf('1 依据', [3]), leaf('网站', null)), node('二 方案', ['ref'])])
    expect(found.map(({ title, depth }) => [title, depth])).toEqual([
      ['一 总则', 0],
      ['1 依据', 1],
      ['二 方案', 0],
    ])
    expect(headingsOf(null)).toEqual([])
    expect(headingsOf(Array.from({ length: 9000 }, () => leaf('x', 'a')))).toHaveLength(500)
  })

  it('lead to a page by name, number or reference, and nowhere when the document lies', async () => {
    const doc = {
      getDestination: (name: string) => Promise.resolve(name === 'a' ? [{ num: 7 }] : null),
      getPageIndex: (ref: { num: number }) => (ref.num === 7 ? Promise.resolve(11) : Promise.reject(new Error('none'))),
    }
    const to = (dest: string | unknown[]) => pageOf(doc as never, { title: '', depth: 0, dest })
    expect(await Promise.all([to('a'), to([3]), to('b'), to([{ num: 8 }])])).toEqual([12, 4, undefined, undefined])
  })
})

describe('A file that is read part by part', () => {
  afterEach(() => vi.unstubAllGlobals())

  const asked: string[] = []
  function platform(answers: (range: string) => Response) {
    asked.length = 0
    vi.stubGlobal('fetch', (_: string, { headers }: { headers: Headers }) => {
      asked.push(headers.get('Range') ?? '')
      return Promise.resolve(answers(headers.get('Range') ?? ''))
    })
  }

  it('is asked for its first frame only, and tells its whole length', async () => {
    const headers = { 'Content-Range': `bytes 0-${CHUNK_BYTES - 1}/209715200`, 'X-Media-Type': 'application/pdf' }
    platform(() => new Response(new Uint8Array(CHUNK_BYTES), { status: 206, headers }))
    const file = await openChunked('/x')
    expect(asked).toEqual([`bytes=0-${CHUNK_BYTES - 1}`])
    expect([file.length, file.first.length, file.mediaType]).toEqual([209_715_200, CHUNK_BYTES, 'application/pdf'])
  })

  it('is whole at once where the platform answers with the whole', async () => {
    platform(() => new Response(new Uint8Array(7), { status: 200 }))
    expect((await openChunked('/x')).length).toBe(7)
  })

  it('gives the part that is asked for, and a refusal is not tried again', async () => {
    platform((range) => new Response(range, { status: 206 }))
    const part = await readChunk('/x', 10, 20, new AbortController().signal)
    expect(new TextDecoder().decode(part)).toBe('bytes=10-19')
    platform(() => new Response('{"code":"scoring/file-not-open"}', { status: 409 }))
    await expect(readChunk('/x', 0, 1, new AbortController().signal)).rejects.toThrow('scoring/file-not-open')
    expect(asked).toHaveLength(1)
  })
})
