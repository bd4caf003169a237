import type { Json, JsonObject } from '@/shared/trust/canonicalJson'
import { lie, nth, withoutNth, without } from './lies'
import type { Alter } from './tender'

const list = (value: Json | undefined) => value as JsonObject[]

/** The second scores are those of the void attempt. */
const usingTheFirst = (): Alter => {
  let first: JsonObject | undefined
  return (type, body) => (type === 'evaluation/scored' ? (first ??= body) : body)
}

/** Lies about an evaluation that a fault made void, each made afresh because some count: the lie, and what is found. */
export const LIES_OF_VOID: [string, () => Alter, string][] = [
  [
    'what is void and not on record',
    () => without('evaluation/voided'),
    'faults chain void-by-a-decision-and-not-on-record',
  ],
  ['void without a decision', () => without('evaluation/fault-decided'), 'faults chain decided-while-a-fault-was-open'],
  [
    'void by a decision that the panel goes on',
    () => lie('evaluation/fault-decided', (body) => void (body.anew = false)),
    'faults chain decided-while-a-fault-was-open',
  ],
  [
    'void without a fault',
    () => (type, body) => (type.startsWith('evaluation/fault') ? undefined : body),
    'faults chain void-though-nobody-decided-so',
  ],
  [
    'labels that everybody knows',
    () => {
      let known: Json
      return (type, body) => {
        if (type === 'evaluation/opened') known = body.labelCommit!
        return type === 'evaluation/voided' ? { ...body, labelCommit: known } : body
      }
    },
    'faults chain the-labels-of-a-void-attempt-once-more',
  ],
  [
    'the sheets of what is done again in the rounds of what is void',
    () => lie('evaluation/voided', (body) => void (body.version = 3)),
    'faults chain a-sheet-in-the-rounds-of-another-attempt',
  ],
  ['the scores of the void attempt', usingTheFirst, 'scores chain not-the-seed-committed-to'],
  [
    'the mean of the void attempt',
    () => nth('evaluation/scored', 2, (body) => void (list(body.technical)[0]!.score = '30.15')),
    'scores chain another-mean',
  ],
  ['no scores but those of the void attempt', () => withoutNth('evaluation/scored', 2), 'panel chain another-outcome'],
  [
    'a void attempt that was not scored by its method',
    () => nth('evaluation/scored', 1, (body) => void (body.basePriceFen = 1)),
    'scores chain another-base-price',
  ],
  ['a panel that was not dissolved', () => without('evaluation/left'), 'panel chain a-call-though-no-seat-was-free'],
]
