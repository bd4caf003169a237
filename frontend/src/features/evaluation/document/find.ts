/** A run of text on a page, as the library gives it: where it stands (a matrix) and how far it reaches. */
export interface TextRun {
  str: string
  transform: number[]
  width: number
  height: number
}

/** The text of one page without white space, and for each of its characters the run and the place in the run. */
export interface PageText {
  text: string
  runs: TextRun[]
  at: { run: number; from: number; to: number }[]
}

/** A place where the words stand: characters `start` up to, without, `end` of a page's text. */
export interface Hit {
  page: number
  start: number
  end: number
  before: string
  words: string
  after: string
}

/** A part of a page, in the page's own units. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const AROUND = 12
const WIDE = 1
const NARROW = 0.5

/** What two spellings of the same words have in common: width of letters, case; white space is left out elsewhere. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Text of a page that can be searched. PDF cuts lines into runs as it likes, so white space means nothing. */
export function pageText(runs: TextRun[]): PageText {
  let text = ''
  const at: PageText['at'] = []
  runs.forEach(({ str }, run) => {
    let place = 0
    for (const letter of str) {
      for (const each of plain(letter).replace(/\s/g, '')) {
        text += each
        for (let unit = 0; unit < each.length; unit++) at.push({ run, from: place, to: place + letter.length })
      }
      place += letter.length
    }
  })
  return { text, runs, at }
}

/** The words as they are looked for. */
export const wanted = (query: string) => plain(query).replace(/\s/g, '')

/** Every place of the words on a page, in reading order. */
export function hitsOn(page: number, { text }: PageText, query: string): Hit[] {
  const words = wanted(query)
  const hits: Hit[] = []
  if (words === '') return hits
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length
    const before = text.slice(Math.max(0, start - AROUND), start)
    hits.push({ page, start, end, before, words: text.slice(start, end), after: text.slice(end, end + AROUND) })
  }
  return hits
}

/** How wide a letter is beside the others: Chinese letters are twice as wide as Latin ones. */
const breadth = (letter: string) => (letter.charCodeAt(0) > 0x2e7f ? WIDE : NARROW)

function share(run: TextRun, from: number, to: number): { start: number; end: number } {
  let start = 0
  let end = 0
  let sum = 0
  for (let place = 0; place < run.str.length; place++) {
    const width = breadth(run.str[place]!)
    if (place < from) start += width
    if (place < to) end += width
    sum += width
  }
  return sum === 0 ? { start: 0, end: 0 } : { start: start / sum, end: end / sum }
}

/** Where the hit stands on its page, one box for each run it touches; the page's origin is below at the left. */
export function boxesOf({ runs, at }: PageText, hit: Hit): Box[] {
  const parts = new Map<number, { from: number; to: number }>()
  for (const { run, from, to } of at.slice(hit.start, hit.end)) {
    const part = parts.get(run)
    if (part) part.to = Math.max(part.to, to)
    else parts.set(run, { from, to })
  }
  return [...parts].map(([index, { from, to }]) => {
    const run = runs[index]!
    const { start, end } = share(run, from, to)
    const [, , , rise = 0, x = 0, y = 0] = run.transform
    const height = run.height || Math.abs(rise)
    return { x: x + run.width * start, y: y - height * 0.2, width: run.width * (end - start), height: height * 1.2 }
  })
}
