import { hex, same, type Bytes } from '@/shared/trust/bytes'
import { coreOf, type BidHeader } from '@/shared/trust/bes1/header'
import { fileKeyOf, prkOf, shareCommitOf } from '@/shared/trust/bes1/keys'
import { checkWithKey } from '@/shared/trust/bes1/opener'
import { keySetOf } from '@/shared/trust/keySet'
import { combine } from '@/shared/trust/shamir'
import { within } from './broken'
import type { Dossier } from './dossier'
import type { Field } from './field'
import { opensAll } from './frames'

/** What the shares that were pressed show of an envelope (bid-envelope.md section 6), or nothing when all is right. */
export async function findingOf(
  dossier: Dossier,
  folder: string,
  header: BidHeader,
  bidId: string,
  field: Field,
  presses: Map<string, Field[]>,
): Promise<string | undefined> {
  const set = within(field.path, 'not-the-key-set-that-is-named', () => keySetOf(field.object()))
  const good: { x: number; share: Bytes }[] = []
  for (const { id, x } of set.members) {
    const share = shareOf(presses.get(hex(id)), bidId)
    if (share && good.length < set.threshold && isGood(header, id, share)) good.push({ x, share })
  }
  if (good.length < set.threshold) return 'envelope/too-few-shares'
  const cek = combine(good)
  const finding = checkWithKey(header, cek, set)
  if (finding) return finding
  const prk = prkOf(cek, header.salt)
  for (const { n } of header.files) {
    const stored = dossier.archive.has(`${folder}/${n}.enc`)
    if (stored && !(await opensAll(dossier, folder, header, n, fileKeyOf(prk, n, header))))
      return 'envelope/frame-forged'
  }
  return undefined
}

function shareOf(shares: Field[] | undefined, bidId: string): Bytes | undefined {
  const own = shares?.find((each) => each.get('bidId').value === bidId && !each.get('share').isMissing)
  return own?.get('share').bytes(16)
}

function isGood(header: BidHeader, id: Bytes, share: Bytes): boolean {
  const commit = shareCommitOf(coreOf(header), id, share)
  return header.trustees.some((each) => same(each.trusteeId, id) && same(each.shareCommit, commit))
}
