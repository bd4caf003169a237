/** How a line to another one is (线路质量). */
export type LineMark = 'GOOD' | 'WEAK' | 'BAD' | 'GONE'

/** How much of the own picture is sent (画面档位): all, half as wide and slower, a quarter, or voice alone. */
export type Level = 0 | 1 | 2 | 3

/** What the browser tells of its worst line at a moment; shares from 0 to 1. */
export interface Sample {
  lost: number
  roundTripMs: number
}

/** What the sender of a picture is set to at a level. */
export const SETTINGS: Record<Level, { active: boolean; scale: number; frames: number; bits: number }> = {
  0: { active: true, scale: 1, frames: 15, bits: 600_000 },
  1: { active: true, scale: 2, frames: 10, bits: 180_000 },
  2: { active: true, scale: 4, frames: 5, bits: 60_000 },
  3: { active: false, scale: 4, frames: 5, bits: 60_000 },
}

const WEAK = { lost: 0.03, roundTripMs: 400 }
const BAD = { lost: 0.1, roundTripMs: 900 }
/** So many samples in a row lower the picture, and so many good ones raise it again, because falling is noticed more. */
const TO_FALL = 2
/** The picture goes altogether only when the smallest one is too much for two samples in a row. */
const TO_VOICE = 4
const TO_RISE = 6

const beyond = (sample: Sample, bound: Sample) => sample.lost > bound.lost || sample.roundTripMs > bound.roundTripMs

/** What a sample says of a line. */
export function markOf(sample: Sample): LineMark {
  if (beyond(sample, BAD)) return 'BAD'
  return beyond(sample, WEAK) ? 'WEAK' : 'GOOD'
}

/** Chooses the level from sample to sample (弱网降级): voice first, the picture gives way and comes back slowly. */
export class Ladder {
  level: Level = 0
  private ill = 0
  private well = 0

  /** Takes the next sample; tells whether the level changed. */
  take(sample: Sample): boolean {
    const mark = markOf(sample)
    this.ill = mark === 'GOOD' ? 0 : this.ill + (mark === 'BAD' ? 2 : 1)
    this.well = mark === 'GOOD' ? this.well + 1 : 0
    if (this.level < 2 && this.ill >= TO_FALL) return this.step(1)
    if (this.level === 2 && mark === 'BAD' && this.ill >= TO_VOICE) return this.step(1)
    if (this.well >= TO_RISE && this.level > 0) return this.step(-1)
    return false
  }

  private step(by: 1 | -1): boolean {
    this.level = (this.level + by) as Level
    this.ill = 0
    this.well = 0
    return true
  }
}

/** Sets a sender of the camera to a level; a browser that cannot keeps what it sends. */
export async function applyLevel(sender: RTCRtpSender, level: Level): Promise<void> {
  const parameters = sender.getParameters()
  const { active, scale, frames, bits } = SETTINGS[level]
  for (const encoding of parameters.encodings ?? []) {
    encoding.active = active
    encoding.scaleResolutionDownBy = scale
    encoding.maxFramerate = frames
    encoding.maxBitrate = bits
  }
  await sender.setParameters(parameters).catch(() => undefined)
}

/** What the other end says it received of us, from the statistics of a line. */
export function sampleOf(report: RTCStatsReport): Sample | undefined {
  let seen = false
  const worst: Sample = { lost: 0, roundTripMs: 0 }
  report.forEach((one: { type: string; fractionLost?: number; roundTripTime?: number }) => {
    if (one.type !== 'remote-inbound-rtp') return
    seen = true
    worst.lost = Math.max(worst.lost, one.fractionLost ?? 0)
    worst.roundTripMs = Math.max(worst.roundTripMs, (one.roundTripTime ?? 0) * 1000)
  })
  return seen ? worst : undefined
}
