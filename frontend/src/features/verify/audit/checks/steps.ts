import type { Dossier } from '../dossier'
import type { Field } from '../field'

/**
 * Which object is wrong when the steps of `consistency.json` are not those between the heads: the heads, when one is
 * missing that the rest of the package needs, or when the steps alone are an unbroken way over all that it needs;
 * otherwise the steps.
 */
export async function culprit(dossier: Dossier, steps: Field): Promise<string> {
  const needed = await neededSizes(dossier)
  const heads = new Set(dossier.heads.map((head) => head.size))
  const way = sizesOnTheWay(steps)
  const headsWrong = needed.some((size) => !heads.has(size)) || needed.every((size) => way.has(size))
  return headsWrong ? 'heads.json' : 'consistency.json'
}

/** Sizes of the heads that entries, receipts and the manifest lean on. */
async function neededSizes({ archive, manifest }: Dossier): Promise<number[]> {
  const leaning = [
    ...archive.under('chain/'),
    ...archive.under('bids/').filter((name) => name.endsWith('receipt.json')),
  ]
  const files = await Promise.all(leaning.map((name) => archive.json(name)))
  return [manifest.get('size').count, ...files.map((file) => file.get('leaf').get('size').count)]
}

/** Sizes on the way that the steps go; none when it is broken somewhere. */
function sizesOnTheWay({ items }: Field): Set<number> {
  const broken = items.some((step, i) => i > 0 && !step.get('from').is(items[i - 1]!.get('to')))
  return new Set(broken ? [] : items.flatMap((step) => [step.get('from').count, step.get('to').count]))
}
