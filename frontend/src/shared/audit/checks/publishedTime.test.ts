import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/shared/trust/canonicalJson'
import { entry, found, place, put, step, without, type Change, type Step } from '@/test/evidence/story'
import { checkPublishedEnd, checkPublishedHours } from './publishedTime'

const AT = Date.parse('2026-12-02T01:00:00.000Z')
const moment = (time: string) => `2026-12-02T${time}Z`

/** Eight hours are published; the panel is complete, and an end gives it nine. */
const truth = (): Step[] => [
  entry('published', 'tender/published', { statement: { doc: { panel: { size: 5, evaluationHours: 8 } } } }),
  entry('opened', 'opened', { session: 's', evaluationHours: 8 }),
  entry('panel', 'panel', { members: [] }),
  entry('end', 'time-set', {
    statement: { doc: { hours: 8, begun: moment('01:00:00.000'), until: moment('10:00:00.000') } },
  }),
]

async function check(change: Change) {
  const steps = truth()
  change(steps)
  return found(
    (dossier) => {
      checkPublishedHours(dossier)
      for (const end of dossier.all('evaluation/time-set')) checkPublishedEnd(dossier, end)
    },
    steps,
    AT,
  )
}

const docOf = (steps: Step[], name: string) => (step(steps, name).body.statement as { doc: JsonObject }).doc
const end =
  (values: JsonObject): Change =>
  (steps) =>
    void Object.assign(docOf(steps, 'end'), values)
const published =
  (hours?: number): Change =>
  (steps) =>
    void (docOf(steps, 'published').panel = hours === undefined ? { size: 5 } : { size: 5, evaluationHours: hours })
const older: Change = (steps) => {
  published()(steps)
  delete step(steps, 'opened').body.evaluationHours
}
const OTHER = 'not-the-published-evaluation-time'
const NOT_COMPLETE = 'not-when-the-panel-was-complete'

describe('Published evaluation time in a package 招标文件的评标时间', () => {
  it.each<[string, string, Change]>([
    ['the hours that were published', '', () => {}],
    ['other hours in the session', OTHER, put('opened', { evaluationHours: 7 })],
    ['no hours in the session', OTHER, (steps) => void delete step(steps, 'opened').body.evaluationHours],
    ['other hours in an end', OTHER, end({ hours: 7 })],
    ['exactly the published time', '', end({ until: moment('09:00:00.000') })],
    ['less', 'an-end-before-the-published-evaluation-time', end({ until: moment('08:59:59.999') })],
    ['a panel complete within two clocks', '', end({ begun: moment('01:00:05.000') })],
    ['a panel complete later', NOT_COMPLETE, end({ begun: moment('01:00:05.001') })],
    ['a panel complete at no time', NOT_COMPLETE, end({ begun: null })],
    ['a panel recorded ten minutes later', '', end({ begun: moment('00:50:00.000') })],
    ['a panel recorded later than that', 'panel-late chain/3', end({ begun: moment('00:49:59.000') })],
    ['a beginning without a panel', NOT_COMPLETE, without('panel')],
    ['an older document and an end that claims hours', OTHER, older],
    ['hours that nobody could work', 'no-evaluation-time', published(0)],
  ])('%s: %s', async (_, code, change) => expect(await check(change)).toBe(code))

  it('is not counted before there is a panel', async () => {
    const called: Change = (steps) => {
      without('panel')(steps)
      end({ begun: null, until: moment('02:00:00.000') })(steps)
    }
    expect(await check(called)).toBe('')
  })

  it('is asked of nobody where the document names none', async () => {
    const unhurried: Change = (steps) => {
      older(steps)
      delete docOf(steps, 'end').hours
    }
    expect(await check(unhurried)).toBe('')
  })

  it('counts anew where the panel is complete again', async () => {
    const again: Change = (steps) => void steps.splice(place(steps, 'end'), 0, entry('again', 'panel', { members: [] }))
    expect(await check(again)).toBe('')
  })
})
