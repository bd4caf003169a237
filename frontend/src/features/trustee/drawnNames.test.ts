import { nextTick, shallowRef } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { useMethods } from './drawnNames'
import type { Draw } from './trustee'

const draw = (tender: string, purpose: Draw['purpose']) => ({ tender, purpose }) as Draw

describe('What a draw is called 抽取事项名称', () => {
  it('asks once for each tender whose coefficient is drawn, and again after a failure', async () => {
    const methodOf = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('M-B')
    const draws = shallowRef([draw('t1', 'COEFFICIENT'), draw('t2', 'EXPERTS')])
    const methods = useMethods(draws, methodOf)
    await vi.waitFor(() => expect(methodOf).toHaveBeenCalledTimes(1))
    expect(methods.value).toEqual({})

    draws.value = [...draws.value]
    await vi.waitFor(() => expect(methods.value).toEqual({ t1: 'M-B' }))
    draws.value = [...draws.value]
    await nextTick()
    expect(methodOf).toHaveBeenCalledTimes(2)
  })
})
