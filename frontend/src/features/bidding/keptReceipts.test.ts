import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Receipt } from '@/shared/trust/receipt'
import { keepReceipt, keptReceipts } from './keptReceipts'

it('keeps the own key of an envelope when the platform tells its receipt again', async () => {
  const receipt = { doc: {}, sig: '' } as unknown as Receipt
  const told = { hash: 'aa', lot: 'lot', receipt, header: 'h', signature: 's' }
  await keepReceipt({ ...told, ownKey: '11' })
  await keepReceipt(told)
  expect(await keptReceipts('lot')).toEqual([{ ...told, ownKey: '11' }])
})
