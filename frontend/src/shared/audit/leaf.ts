import { includes, logEntry } from '@/shared/trust/merkle'
import { demand } from './broken'
import type { Dossier } from './dossier'
import type { Field } from './field'

/** Proves that a content stands in the log at the place that `leaf` names; returns its index. */
export function proveLeaf(dossier: Dossier, leaf: Field, contentHash: Uint8Array): number {
  leaf.exactly('index', 'nonce', 'size', 'proof')
  const [index, size] = [leaf.get('index').number(), leaf.get('size').number()]
  const entry = logEntry(leaf.get('nonce').bytes(32), contentHash)
  const proof = leaf.get('proof').hashes()
  const head = dossier.heads.find((each) => each.size === size)
  demand(head !== undefined, leaf.path, 'under-a-head-that-is-not-here', size)
  demand(includes(head.root, size, index, entry, proof), leaf.path, 'not-in-the-log', size)
  return index
}
