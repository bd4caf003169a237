import { useSession } from '@/shared/session/session'
import { draftSealKey, openDraft, sealDraft, type DraftOwner } from './draftSeal'
import { keepDraft, readDraft } from './evaluation'
import type { DraftElsewhere, SheetDraft } from './useSheetDraft'

/** The platform as the other place of a draft: it keeps what only the member's own key opens. */
export function draftElsewhere(owner: DraftOwner): DraftElsewhere {
  const login = useSession()
  const { session } = owner
  return {
    newest: async () => (await readDraft(session)).n,
    open: () => login.key !== undefined,
    take: async () => {
      const { signKey } = await login.requireKey()
      const { n, sealed } = await readDraft(session)
      return { ...openDraft<SheetDraft>(draftSealKey(signKey, owner), owner, sealed ?? ''), n }
    },
    put: async (n, draft) => {
      const { signKey } = await login.requireKey()
      await keepDraft(session, n, sealDraft(draftSealKey(signKey, owner), owner, draft))
    },
  }
}
