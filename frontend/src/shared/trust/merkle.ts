import { concat, same, type Bytes } from './bytes'
import { sm3 } from './sm3'

/** Content of the log hidden behind its nonce: what stands in a leaf. */
export function logEntry(leafNonce: Uint8Array, contentHash: Uint8Array): Bytes {
  return sm3(leafNonce, contentHash)
}

export const leafHash = (entry: Uint8Array): Bytes => sm3(concat(new Uint8Array([0]), entry))
export const nodeHash = (left: Uint8Array, right: Uint8Array): Bytes => sm3(concat(new Uint8Array([1]), left, right))

/** Whether `proof` leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export function includes(
  root: Uint8Array,
  size: number,
  index: number,
  leaf: Uint8Array,
  proof: Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let fn = BigInt(index)
  let sn = BigInt(size - 1)
  let hash = leafHash(leaf)
  for (const sibling of proof) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      hash = nodeHash(sibling, hash)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else hash = nodeHash(hash, sibling)
    fn >>= 1n
    sn >>= 1n
  }
  return sn === 0n && same(hash, root)
}

/** Whether the tree of `size2` extends the tree of `size1` (RFC 9162 section 2.1.4.2). */
export function extendsTree(
  size1: number,
  root1: Uint8Array,
  size2: number,
  root2: Uint8Array,
  proof: Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(size1) || !Number.isSafeInteger(size2) || size1 < 0 || size1 > size2) return false
  if (size1 === 0) return proof.length === 0
  if (size1 === size2) return proof.length === 0 && same(root1, root2)
  const path = Number.isInteger(Math.log2(size1)) ? [root1, ...proof] : [...proof]
  if (path.length === 0) return false
  let fn = BigInt(size1 - 1)
  let sn = BigInt(size2 - 1)
  while (fn & 1n) [fn, sn] = [fn >> 1n, sn >> 1n]
  let fr: Uint8Array = path[0]!
  let sr: Uint8Array = path[0]!
  for (const c of path.slice(1)) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      fr = nodeHash(c, fr)
      sr = nodeHash(c, sr)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else sr = nodeHash(sr, c)
    fn >>= 1n
    sn >>= 1n
  }
  return sn === 0n && same(fr, root1) && same(sr, root2)
}
