import type { JsonObject } from '@/shared/trust/canonicalJson'
import { verifyPublished, type InclusionProof, type PublishedHead } from '@/shared/trust/publishedHead'
import { trustFileOf, type TrustFile } from '@/shared/trust/trustFile'
import { get } from './http'

/** The trust file that this site offers, verified against its own witnesses. */
export async function siteTrustFile(): Promise<TrustFile> {
  return trustFileOf(await get<JsonObject>('/api/core/trust-file'))
}

/** Demands that a content is published in the log. */
export async function requirePublished(contentHash: string, trust: TrustFile): Promise<void> {
  const { leaf, head } = await get<{ leaf: InclusionProof; head: PublishedHead }>(`/api/core/log/proofs/${contentHash}`)
  verifyPublished(contentHash, leaf, head, trust)
}
