import { extendsTree } from '@/shared/trust/merkle'
import type { Dossier } from '../dossier'
import type { Field } from '../field'

/**
 * Which object is wrong when the steps of `consistency.json` are not those between the heads: the one that alone does
 * not fit the other and the leaves of entries and receipts.
 */
export async function culprit(dossier: Dossier, steps: Field): Promise<string> {
  return (await headsWrong(dossier, steps)) ? 'heads.json' : 'consistency.json'
}

async function headsWrong(dossier: Dossier, steps: Field): Promise<boolean> {
  const newest = dossier.manifest.get('size').count
  const leaves = await leavesOf(dossier)
  const heads = dossier.heads.map((head) => head.size)
  if (![newest, ...leaves.map((leaf) => leaf.get('size').count)].every((size) => heads.includes(size))) return true
  const way = sizesOnTheWay(steps)
  if (!ascending(way) || way.at(-1) !== newest || !stepsHold(dossier, steps)) return false
  if (!ascending(heads) || heads.every((size) => way.includes(size))) return true
  const indexes = leaves.map((leaf) => leaf.get('index').count)
  return !way.every((size) => heads.includes(size)) && withoutLeaf(heads, indexes) > withoutLeaf(way, indexes)
}

/** Places in the log of the entries and receipts. */
async function leavesOf({ archive }: Dossier): Promise<Field[]> {
  const leaning = [
    ...archive.under('chain/'),
    ...archive.under('bids/').filter((name) => name.endsWith('receipt.json')),
  ]
  const files = await Promise.all(leaning.map((name) => archive.json(name)))
  return files.map((file) => file.get('leaf'))
}

/** Sizes on the way that the steps go; none when it is broken somewhere. */
function sizesOnTheWay({ items }: Field): number[] {
  const broken = items.some((step, i) => i > 0 && step.get('from').count !== items[i - 1]!.get('to').count)
  if (broken || items.length === 0) return []
  return [items[0]!.get('from').count, ...items.map((step) => step.get('to').count)]
}

function ascending(sizes: number[]): boolean {
  return sizes.length > 0 && sizes.every((size, i) => i === 0 || sizes[i - 1]! < size)
}

/** Whether each step between two heads that are here proves what it says. */
function stepsHold({ heads }: Dossier, { items }: Field): boolean {
  const roots = new Map(heads.map((head) => [head.size, head.root]))
  return items.every((step) => {
    const [from, to] = [step.get('from').count, step.get('to').count]
    const [older, newer] = [roots.get(from), roots.get(to)]
    return !older || !newer || extendsTree(from, older, to, newer, step.get('proof').hashes())
  })
}

/** How many sizes are not the first over any leaf of this package: heads of another tender are not. */
function withoutLeaf(sizes: number[], leaves: number[]): number {
  return sizes.filter((size, i) => !leaves.some((leaf) => leaf >= (sizes[i - 1] ?? 0) && leaf < size)).length
}
