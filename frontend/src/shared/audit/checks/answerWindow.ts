import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'

const CLOCKS_MS = 5000
const MINUTE_MS = 60_000

/**
 * Whether a signed decision lets something through (放行); one that does not has a reason, and none of the moments that
 * stand only where it is let through.
 */
export function opens(dossier: Dossier, entry: Entry, verdict: string, ...moments: string[]): boolean {
  const [body, doc] = [dossier.body(entry), dossier.doc(entry)]
  const passes = doc.get(verdict).value
  demand(typeof passes === 'boolean', entry.object, 'neither-released-nor-stopped')
  if (passes) return true
  const isReasoned = doc.get('reason').said.trim() !== '' && moments.every((moment) => body.get(moment).isNull)
  demand(isReasoned, entry.object, 'stopped-without-a-reason')
  return false
}

/** The time in which a question that passed the gate may be answered, and whether what came of it came in time (答复时限). */
export class AnswerWindow {
  private readonly releasedAt: number
  private readonly deadline: number

  /** The window that a release opens: these minutes, from a moment that is not to come. */
  constructor(
    private readonly dossier: Dossier,
    entry: Entry,
    minutes: number,
  ) {
    const body = dossier.body(entry)
    this.releasedAt = body.get('releasedAt').moment()
    this.deadline = body.get('deadline').moment()
    demand(this.releasedAt <= entry.at + CLOCKS_MS, entry.object, 'released-before-its-time-was-there')
    const holds = this.deadline === this.releasedAt + minutes * MINUTE_MS
    demand(holds, body.get('deadline').path, 'not-the-minutes-that-the-panel-set', minutes)
  }

  /** An answer that names the deadline and came within it. */
  answered(entry: Entry): void {
    const ran = this.dossier.doc(entry).get('deadline').moment() === this.deadline
    demand(ran, entry.object, 'not-the-deadline-that-ran')
    const at = this.dossier.body(entry).get('answeredAt')
    demand(at.moment() <= this.deadline, at.path, 'answered-behind-the-deadline', at.value)
    demand(at.moment() >= this.releasedAt, at.path, 'answered-before-the-release', at.value)
    demand(at.moment() <= entry.at + CLOCKS_MS, at.path, 'answered-before-its-time-was-there', at.value)
  }

  /** A silence that names the deadline and came behind it. */
  lapsed(entry: Entry): void {
    const deadline = this.dossier.body(entry).get('deadline').moment()
    demand(deadline === this.deadline, entry.object, 'not-the-deadline-that-ran')
    demand(entry.at + CLOCKS_MS > deadline, entry.object, 'lapsed-before-its-deadline')
  }
}
