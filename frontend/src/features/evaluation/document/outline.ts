/** One heading of a document, and how deep it stands. */
export interface Heading {
  title: string
  depth: number
  dest: string | unknown[]
}

/** An outline as the library gives it. */
export interface OutlineNode {
  title: string
  dest: string | unknown[] | null
  items: OutlineNode[]
}

const HEADINGS_MAX = 500
const DEPTH_MAX = 4

/** The headings in reading order; what leads out of the document is left out, and so is what nobody could read. */
export function headingsOf(nodes: OutlineNode[] | null, depth = 0): Heading[] {
  const found: Heading[] = []
  for (const { title, dest, items } of nodes ?? []) {
    if (found.length >= HEADINGS_MAX) break
    if (dest) found.push({ title, depth, dest })
    if (depth < DEPTH_MAX) found.push(...headingsOf(items, depth + 1))
  }
  return found.slice(0, HEADINGS_MAX)
}

/** What of a document tells where a heading leads. */
export interface Destinations {
  getDestination: (name: string) => Promise<unknown[] | null>
  getPageIndex: (ref: never) => Promise<number>
}

/** Number of the page, from 1, to which a heading leads; nothing when the document does not say. */
export async function pageOf(doc: Destinations, { dest }: Heading): Promise<number | undefined> {
  try {
    const [target] = (typeof dest === 'string' ? await doc.getDestination(dest) : dest) ?? []
    if (typeof target === 'number') return target + 1
    return target ? (await doc.getPageIndex(target as never)) + 1 : undefined
  } catch {
    return undefined
  }
}
