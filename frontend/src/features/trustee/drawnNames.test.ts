import { nextTick, shallowRef } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import type { PublishedMethod } from '@/shared/price/priceSteps'
import { drawnValues, useMethods } from './drawnNames'
import type { Draw } from './trustee'

const draw = (tender: string, purpose: Draw['purpose']) => ({ tender, purpose }) as Draw

describe('What a draw is called 抽取事项名称', () => {
  it('asks once for each tender whose coefficient is drawn, and again after a failure', async () => {
    const methodOf = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue({ code: 'M-B' })
    const draws = shallowRef([draw('t1', 'COEFFICIENT'), draw('t2', 'EXPERTS')])
    const methods = useMethods(draws, methodOf)
    await vi.waitFor(() => expect(methodOf).toHaveBeenCalledTimes(1))
    expect(methods.value).toEqual({})

    draws.value = [...draws.value]
    await vi.waitFor(() => expect(methods.value).toEqual({ t1: { code: 'M-B' } }))
    draws.value = [...draws.value]
    await nextTick()
    expect(methodOf).toHaveBeenCalledTimes(2)
  })

  it('tells Δ of method M-D beside K, and of M-E the beginning of the seed', () => {
    const drawn = { ...draw('t1', 'COEFFICIENT'), state: 'RESULT', seed: '00'.repeat(32), values: ['0.97'] } as Extract<
      Draw,
      { state: 'RESULT' }
    >
    expect(drawnValues(drawn)).toBe('0.97')
    expect(drawnValues(drawn, { delta: ['0.12'] } as PublishedMethod)).toBe('0.97、Δ 0.12')
    expect(drawnValues(drawn, { code: 'M-E' } as PublishedMethod)).toBe('00000000')
  })

  it('shows the beginnings of the codes of experts, which tell nobody who was drawn', () => {
    const values = ['ab'.repeat(32), 'cd'.repeat(32)]
    const drawn = { ...draw('t1', 'EXPERTS'), state: 'RESULT', seed: '00'.repeat(32), values } as Extract<
      Draw,
      { state: 'RESULT' }
    >
    expect(drawnValues(drawn)).toBe('abababab cdcdcdcd')
  })
})
