import { describe, expect, it } from 'vitest'
import { applyLevel, Ladder, markOf, sampleOf, SETTINGS, type Sample } from './quality'

const GOOD: Sample = { lost: 0, roundTripMs: 40 }
const WEAK: Sample = { lost: 0.05, roundTripMs: 40 }
const BAD: Sample = { lost: 0.3, roundTripMs: 40 }

const after = (...samples: Sample[]) => {
  const ladder = new Ladder()
  for (const sample of samples) ladder.take(sample)
  return ladder.level
}

describe('A bad line', () => {
  it('is weak or bad by what is lost or by how long it takes', () => {
    expect([GOOD, WEAK, BAD, { lost: 0, roundTripMs: 500 }, { lost: 0, roundTripMs: 2000 }].map(markOf)).toEqual([
      'GOOD',
      'WEAK',
      'BAD',
      'WEAK',
      'BAD',
    ])
  })

  it('lowers the picture step by step, at once when it is bad, and in the end leaves the voice alone', () => {
    expect(after(WEAK)).toBe(0)
    expect(after(WEAK, WEAK)).toBe(1)
    expect(after(WEAK, GOOD, WEAK)).toBe(0)
    expect(after(BAD)).toBe(1)
    expect(after(BAD, BAD, BAD)).toBe(2)
    expect(after(BAD, BAD, BAD, BAD)).toBe(3)
    expect(after(BAD, BAD, BAD, BAD, BAD)).toBe(3)
    expect(after(...Array.from({ length: 12 }, () => WEAK))).toBe(2)
    expect(SETTINGS[3].active).toBe(false)
  })

  it('gets its picture back slowly', () => {
    const good = Array.from({ length: 6 }, () => GOOD)
    expect(after(BAD, BAD, ...good.slice(1))).toBe(2)
    expect(after(BAD, BAD, ...good)).toBe(1)
    expect(after(BAD, BAD, ...good, ...good, ...good)).toBe(0)
  })

  it('sets every encoding of the sender, and keeps going where a browser cannot', async () => {
    const parameters = { encodings: [{}] } as RTCRtpSendParameters
    let set: RTCRtpSendParameters | undefined
    const sender = {
      getParameters: () => parameters,
      setParameters: async (given: RTCRtpSendParameters) => void (set = given),
    } as unknown as RTCRtpSender
    await applyLevel(sender, 1)
    expect(set?.encodings).toEqual([{ active: true, scaleResolutionDownBy: 2, maxFramerate: 10, maxBitrate: 180_000 }])
    const poor = { getParameters: () => ({}), setParameters: () => Promise.reject(new Error('no')) }
    await applyLevel(poor as unknown as RTCRtpSender, 3)
  })

  it('is told by the other end, and by nobody else', () => {
    const report = new Map<string, object>([
      ['a', { type: 'remote-inbound-rtp', fractionLost: 0.02, roundTripTime: 0.12 }],
      ['b', { type: 'remote-inbound-rtp', fractionLost: 0.2 }],
      ['c', { type: 'inbound-rtp', fractionLost: 0.9 }],
    ]) as unknown as RTCStatsReport
    expect(sampleOf(report)).toEqual({ lost: 0.2, roundTripMs: 120 })
    expect(sampleOf(new Map() as unknown as RTCStatsReport)).toBeUndefined()
  })
})
