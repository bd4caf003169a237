import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import { FaultCourse, isOfHost, type IsOfHost } from './faultCourse'
import { DECIDING } from './hall'
import { checkVoided } from './voided'

const TYPES = ['evaluation/fault', 'evaluation/fault-cleared', 'evaluation/fault-decided']

/**
 * Faults of a remote evaluation (远程评标故障): nothing is decided while one is open, who is in time goes on with the same
 * panel, who is late needs a signed decision, what a decision made void stands on record, and nobody of a dissolved panel
 * sits again.
 */
export async function checkFaults(dossier: Dossier, ofHost: IsOfHost = isOfHost): Promise<number> {
  const found = checkCourse(dossier, ofHost)
  checkVoided(dossier)
  return found
}

function checkCourse(dossier: Dossier, ofHost: IsOfHost): number {
  const all = dossier.entries.filter(({ type }) => TYPES.includes(type))
  if (all.length === 0) return 0
  if (all.every(({ body }) => body)) {
    const course = new FaultCourse(dossier, ofHost)
    for (const entry of dossier.entries) course.take(entry)
  } else checkTypes(dossier.entries)
  dossier.attested.push('faults')
  return all.length
}

/** What the types alone tell: between a fault and whatever came of it nothing is decided. */
function checkTypes(entries: readonly Entry[]): void {
  let isOpen = false
  for (const { type, object } of entries) {
    if (TYPES.includes(type)) isOpen = type === 'evaluation/fault'
    else demand(!isOpen || !DECIDING.includes(type), object, 'decided-while-a-fault-was-open')
  }
}
