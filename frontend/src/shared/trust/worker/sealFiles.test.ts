import { describe, expect, it } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { concat, fromUuid, hex, random, type Bytes } from '../bytes'
import { checkWithKey, openFile } from '../bes1/opener'
import { FRAME } from '../bes1/header'
import { attemptFileKey, beginSeal, finishSeal } from '../bes1/sealer'
import { keySetOf } from '../keySet'
import { publicKeyOf } from '../sm2'
import { sm3 } from '../sm3'
import { localPool } from './framePool'
import { sealFiles, type FrameStep } from './sealFiles'

const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const authority = new TestAuthority()
const set = keySetOf(trustees(authority, LOT).doc)
const bidder = authority.person('乙公司')
const order = {
  publicationHash: sm3('publication'),
  lotId: fromUuid(LOT),
  docVersion: 1,
  set,
  bidder: bidder.certificate.id,
  bidId: random(16),
  seq: 1,
  selfPublicKey: publicKeyOf(bidder.encryptionKey),
}

describe('Sealing files frame by frame', () => {
  const plain = [new Uint8Array([1, 2]), new Uint8Array(0), new Uint8Array(2 * FRAME + 5).map((_, i) => i)]
  const files = plain.map((bytes) => new Blob([bytes]))

  it('gives frames that open again, with few in memory at a time', async () => {
    const attempt = beginSeal(order)
    const stored = files.map(() => [] as Bytes[])
    const steps: FrameStep[] = []
    let [held, most] = [0, 0]
    const pool = localPool()
    const seal = pool.seal
    pool.seal = async (job) => {
      most = Math.max(most, ++held)
      return seal(job)
    }
    const sealed = await sealFiles(attempt, files, {
      pool,
      take: async ({ n, i, frame }) => {
        stored[n - 1]![i] = frame
        held--
      },
      progress: (step) => void steps.push(step),
      signal: new AbortController().signal,
    })
    const header = finishSeal(attempt, sealed)
    expect(checkWithKey(header, attempt.cek, set)).toBeUndefined()
    plain.forEach((bytes, i) => {
      const opened = openFile(header, i + 1, attemptFileKey(attempt, i + 1), concat(...stored[i]!))
      expect(hex(sm3(opened))).toBe(hex(sm3(bytes)))
    })
    expect(steps.filter((step) => step.state === 'taken')).toHaveLength(5)
    expect(most).toBeLessThanOrEqual(3)
  })

  it('stops when the bidder cancels', async () => {
    const cancel = new AbortController()
    const run = sealFiles(beginSeal(order), files, {
      pool: localPool(),
      take: async () => cancel.abort(),
      progress: () => {},
      signal: cancel.signal,
    })
    await expect(run).rejects.toThrow(/abort/i)
  })
})
