/** Where the pages of a document stand above each other, in CSS pixels. */
export interface Layout {
  tops: number[]
  height: number
}

/** Space between two pages. */
export const GAP = 10

/** Pages that are kept drawn above and below the one in sight. */
const AROUND = 2

/** Places pages of this width by their ratios of height to width; a page not yet seen is taken to be like the first. */
export function layoutOf(width: number, ratios: readonly (number | undefined)[]): Layout {
  const usual = ratios[0] ?? Math.SQRT2
  const tops: number[] = []
  let top = GAP
  for (let page = 0; page < ratios.length; page++) {
    tops.push(top)
    top += Math.round(width * (ratios[page] ?? usual)) + GAP
  }
  return { tops, height: top }
}

/** Number of the page, from 1, in which this line of the document lies. */
export function pageAt({ tops }: Layout, line: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tops[middle]! <= line) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Numbers of the pages that are drawn while this one is in sight. */
export function drawnAround(page: number, pages: number): number[] {
  const first = Math.max(1, page - AROUND)
  const last = Math.min(pages, page + AROUND)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
