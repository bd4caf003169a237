import { keep, kept } from '@/shared/storage/kept'

/** Where a member last was in a file of a bid, in this browser. */
const key = (session: string, member: string, label: string, role: string) =>
  `bid-page/${session}/${member}/${label}/${role}`

/** The page at which the member left this file, from 1. */
export async function keptPage(session: string, member: string, label: string, role: string): Promise<number> {
  return (await kept<number>(key(session, member, label, role))) ?? 1
}

/** Keeps the page for the next time. */
export const keepPage = (session: string, member: string, label: string, role: string, page: number) =>
  keep(key(session, member, label, role), page)
