import { fenOf } from '@/shared/format/money'
import { METHODS, type BlindRule, type MethodCode, type PublishedTrim } from '@/shared/price/priceSteps'
import type { PublishedAdjustment } from '@/shared/price/reviewedSteps'
import { adjustmentsRead, adjustmentsShown, USUAL_ADJUSTMENTS } from './adjustments'
import { reviewRead, reviewShown } from './reviewItems'
import type { Criterion, ReviewItem, TenderDraft } from './tender'

/** The method that reviews prices and scores none. */
const REVIEWED: MethodCode = 'M-E'

/** How a field is written: money in yuan, moments in the time of the platform, lists and criteria one per line. */
export type FieldKind =
  | 'text'
  | 'long'
  | 'money'
  | 'integer'
  | 'decimal'
  | 'moment'
  | 'list'
  | 'criteria'
  | 'review'
  | 'adjustments'
  | 'flag'
  | 'choice'

/** What can be chosen in a field of kind `choice`. */
export const CHOICES: Record<string, readonly string[]> = {
  'panel.source': ['OWN', 'PROVINCIAL'],
  'award.mode': ['SEPARATED', 'RANKED'],
  'method.code': METHODS,
  'trim.by': ['COUNT', 'SHARE'],
  'method.correction.ceiling': ['SUNG', 'CORRECTED'],
  'method.correction.score': ['SUNG', 'CORRECTED'],
  'method.blind.use': ['NO', 'YES'],
  'method.blind.breach': ['ZERO', 'REJECT', 'NONE'],
}

/** One field of the form; `path` is what refusals name. */
export interface Field {
  path: string
  kind: FieldKind
  /** The choice that the field belongs to: it is there with this value of that field only. */
  only?: { path: string; value: string }
  /** The same, but there with every other value. */
  except?: { path: string; value: string }
}

const only = (path: string, value: string, fields: Field[]): Field[] =>
  fields.map((field) => ({ ...field, only: { path, value } }))

/** Fields of the methods that score prices. */
const scored = (fields: Field[]): Field[] =>
  fields.map((field) => ({ ...field, except: { path: 'method.code', value: REVIEWED } }))

/** Whether a field belongs to what was chosen. */
export const belongs = ({ only, except }: Field, values: Values) =>
  (!only || values[only.path] === only.value) && (!except || values[except.path] !== except.value)

const fields = (kind: FieldKind, ...paths: string[]): Field[] => paths.map((path) => ({ path, kind }))

/** The form in sections, in the order of the tender document. */
export const SECTIONS: { name: string; fields: Field[] }[] = [
  {
    name: 'basics',
    fields: [
      ...fields('text', 'lotName'),
      ...fields('money', 'estimateFen', 'ceilingFen'),
      ...fields('integer', 'durationDaysMax', 'bidValidityDays'),
      ...fields('text', 'quality'),
      ...fields('integer', 'releaseMinutes', 'openingStepMinutes'),
    ],
  },
  {
    name: 'schedule',
    fields: fields(
      'moment',
      'schedule.issuedAt',
      'schedule.questionDeadline',
      'schedule.clarificationDeadline',
      'schedule.objectionDeadline',
      'schedule.bidDeadline',
    ),
  },
  {
    name: 'evaluation',
    fields: [
      ...fields('integer', 'panel.size', 'panel.tendererSeats', 'panel.evaluationHours'),
      ...fields('choice', 'panel.source'),
      ...fields('flag', 'panel.governmentFunds'),
      ...fields('choice', 'method.code'),
      ...only('method.code', REVIEWED, fields('adjustments', 'method.adjustments')),
      ...scored([
        ...fields('decimal', 'method.fullScore', 'method.technicalFull', 'method.e1', 'method.e2'),
        ...fields('list', 'method.k'),
      ]),
      ...only('method.code', 'M-C', fields('decimal', 'method.k1', 'method.k2')),
      ...only('method.code', 'M-D', fields('list', 'method.delta')),
      ...scored([
        ...fields('integer', 'trim.bidsMin'),
        ...fields('choice', 'trim.by'),
        ...only('trim.by', 'COUNT', fields('integer', 'trim.dropHigh', 'trim.dropLow')),
        ...only('trim.by', 'SHARE', fields('decimal', 'trim.dropHighPercent', 'trim.dropLowPercent')),
      ]),
      ...fields('choice', 'method.correction.ceiling', 'method.correction.score'),
      ...fields('choice', 'method.blind.use'),
      ...only('method.blind.use', 'YES', [
        ...fields('choice', 'method.blind.breach'),
        ...fields('integer', 'method.blind.pagesMax', 'method.blind.marginMm'),
        ...fields('list', 'method.blind.fonts', 'method.blind.sizesPt', 'method.blind.linesPt'),
      ]),
      ...fields('review', 'review'),
      ...fields('criteria', 'criteria'),
    ],
  },
  {
    name: 'security',
    fields: [...fields('money', 'security.amountFen'), ...fields('flag', 'security.BOND', 'security.CASH')],
  },
  {
    name: 'award',
    fields: [
      ...fields('choice', 'award.mode'),
      ...only('award.mode', 'SEPARATED', [
        ...fields('text', 'award.pilotBasis.documentNo', 'award.pilotBasis.issuer', 'award.pilotBasis.scope'),
        ...fields('flag', 'award.pilotBasis.example'),
        ...fields('integer', 'award.committeeSize', 'award.roundsMax'),
      ]),
      ...only('award.mode', 'RANKED', fields('flag', 'award.stateControlled')),
      ...fields('integer', 'award.finalistsMax', 'award.publicityDays'),
    ],
  },
  {
    name: 'notice',
    fields: [
      ...fields('text', 'notice.approval', 'notice.fundSource', 'notice.location'),
      ...fields('long', 'notice.scale', 'notice.qualification', 'notice.leaderQualification'),
      ...fields('flag', 'notice.consortium'),
      ...fields('text', 'notice.objectionChannel', 'notice.supervisor'),
      ...fields('list', 'notice.contacts'),
    ],
  },
]

/** What stands in the fields, by path. */
export type Values = Record<string, string | boolean>

const ALL = SECTIONS.flatMap((section) => section.fields)
const SHANGHAI_MS = 8 * 3_600_000

/** `2026-11-18T09:30` in the time of the platform, as an input of the browser wants it. */
export const localMoment = (moment: string | number) =>
  new Date(new Date(moment).getTime() + SHANGHAI_MS).toISOString().slice(0, 16)

/** The moment that a field of the platform's time names. */
export const instantOf = (local: string) =>
  local ? new Date(Date.parse(`${local}:00Z`) - SHANGHAI_MS).toISOString() : ''
const yuanOf = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** `施工组织设计 8`, one criterion (评审因素) per line; a line that ends with 客观 is scored by fact. */
const criterionLine = ({ name, max, kind }: Criterion) => `${name} ${max}${kind === 'OBJECTIVE' ? ' 客观' : ''}`

function criterionOf(line: string, index: number): Criterion {
  const [, name = line, max = '', objective] = /^(.*?)(?:\s+([\d.]+))?(\s+客观)?$/.exec(line) ?? []
  return { item: `T${index + 1}`, name, max, kind: objective ? 'OBJECTIVE' : 'SUBJECTIVE' }
}

/** A line without its points, as it is where an item is passed or not. */
const withoutPoints = (line: string) => line.replace(/\s+[\d.]+(?=\s+客观$|$)/, '')

const linesOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

function valueAt(draft: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], draft)
}

function shown(kind: FieldKind, value: unknown): string | boolean {
  if (kind === 'flag') return value === true
  if (value === undefined || value === null) return ''
  if (kind === 'money') return yuanOf(value as number)
  if (kind === 'moment') return localMoment(value as string)
  if (kind === 'list') return (value as string[]).join('\n')
  if (kind === 'criteria') return (value as Criterion[]).map(criterionLine).join('\n')
  if (kind === 'review') return reviewShown(value as ReviewItem[])
  if (kind === 'adjustments') return adjustmentsShown(value as PublishedAdjustment[])
  return String(value)
}

const USUAL_BLIND: BlindRule = {
  pagesMax: 100,
  fonts: ['宋体'],
  sizesPt: ['14'],
  linesPt: [],
  marginMm: 20,
  breach: 'ZERO',
}

function trimShown(trim: PublishedTrim = { bidsMin: 0, dropHigh: 0, dropLow: 0 }) {
  return { ...trim, by: trim.dropHighPercent ? 'SHARE' : 'COUNT' }
}

/** The fields of a draft. */
export function valuesOf(draft: TenderDraft): Values {
  const flat = {
    ...draft,
    trim: trimShown(draft.method.trim[0]),
    panel: {
      ...draft.panel,
      source: draft.panel.source ?? 'OWN',
      governmentFunds: draft.panel.governmentFunds ?? false,
    },
    method: {
      ...draft.method,
      correction: draft.method.correction ?? { ceiling: 'SUNG', score: 'SUNG' },
      blind: { ...USUAL_BLIND, ...draft.method.blind, use: draft.method.blind ? 'YES' : 'NO' },
    },
    security: {
      ...draft.security,
      BOND: draft.security.forms.includes('BOND'),
      CASH: draft.security.forms.includes('CASH'),
    },
  }
  const values = Object.fromEntries(ALL.map(({ path, kind }) => [path, shown(kind, valueAt(flat, path))]))
  if (draft.method.code === REVIEWED) values.criteria = linesOf(String(values.criteria)).map(withoutPoints).join('\n')
  return values
}

function read(kind: FieldKind, value: string | boolean | undefined): unknown {
  if (kind === 'flag') return value === true
  const text = String(value ?? '').trim()
  if (kind === 'money') return fenOf(text) ?? 0
  if (kind === 'integer') return /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (kind === 'moment') return instantOf(text) || null
  if (kind === 'list') return linesOf(text)
  if (kind === 'criteria') return linesOf(text).map(criterionOf)
  if (kind === 'review') return reviewRead(text)
  if (kind === 'adjustments') return adjustmentsRead(text)
  return text
}

/** The draft that the fields say; what is not readable becomes 0 or nothing, and the platform refuses it by name. */
export function draftOf(values: Values): TenderDraft {
  const draft: Record<string, unknown> = { minimumFen: null }
  for (const field of ALL) {
    const { path, kind } = field
    if (!belongs(field, values)) continue
    const names = path.split('.')
    const last = names.pop()!
    const holder = names.reduce<Record<string, unknown>>(
      (value, name) => (value[name] ??= {}) as Record<string, unknown>,
      draft,
    )
    holder[last] = read(kind, values[path])
  }
  const { releaseMinutes, ...known } = draft
  const { trim = {}, security, method, award, ...rest } = known as Record<string, Record<string, unknown>>
  const blind = blindRead(method!.blind as Record<string, unknown>)
  return {
    ...rest,
    openingMode: releaseMinutes ? 'BIDDERS' : 'TRUSTEES',
    releaseMinutes: releaseMinutes || null,
    ...(method!.code === REVIEWED
      ? reviewedOf({ ...method!, blind }, rest.criteria as unknown as Criterion[])
      : { method: { k1: null, k2: null, delta: [], ...method, blind, trim: trim!.bidsMin ? [trimRead(trim!)] : [] } }),
    security: { amountFen: security!.amountFen, forms: ['BOND', 'CASH'].filter((form) => security![form]) },
    award: { ...(award!.mode === 'RANKED' ? { committeeSize: 0, roundsMax: 0 } : {}), ...award },
  } as unknown as TenderDraft
}

/** Method M-E with what it has in every tender: no points for prices, items to pass, and lots for equals. */
function reviewedOf(method: Record<string, unknown>, criteria: Criterion[]) {
  const none = { fullScore: '0', e1: '0', e2: '0', k: ['1'], k1: null, k2: null, delta: [], trim: [] }
  return {
    method: { ...none, ...method, technicalFull: String(criteria.length) },
    criteria: criteria.map((each) => ({ ...each, max: '1' })),
  }
}

function blindRead({ use, ...rule }: Record<string, unknown>) {
  return use === 'YES' ? rule : null
}

function trimRead({ by, ...rule }: Record<string, unknown>) {
  return by === 'SHARE' ? { ...rule, dropHigh: 0, dropLow: 0 } : rule
}

/** What the opening draws from, and the factors of M-C, as each method usually has them. */
export const USUAL: Record<MethodCode, Values> = {
  'M-A': { 'method.k': '0.950\n0.955\n0.960\n0.965\n0.970\n0.975\n0.980' },
  'M-B': { 'method.k': '0.02\n0.03\n0.04\n0.05' },
  'M-C': { 'method.k': '0.65\n0.70\n0.75\n0.80\n0.85', 'method.k1': '0.96', 'method.k2': '0.92' },
  'M-D': {
    'method.k': '0.950\n0.955\n0.960\n0.965\n0.970\n0.975\n0.980',
    'method.delta': '0.12\n0.13\n0.14\n0.15\n0.16\n0.17\n0.18\n0.19\n0.20',
  },
  'M-E': { 'method.adjustments': adjustmentsShown(USUAL_ADJUSTMENTS) },
}

/** The fields after another method was chosen: what was not written by hand becomes what is usual in the new one. */
export function chosen(values: Values, code: MethodCode): Values {
  const former = USUAL[values['method.code'] as MethodCode] ?? {}
  const next: Values = { ...values, 'method.code': code }
  for (const [path, usual] of Object.entries(USUAL[code]))
    if (!next[path] || next[path] === former[path]) next[path] = usual
  const reviewed = code === REVIEWED
  if (reviewed) next['method.correction.score'] = 'CORRECTED'
  if (reviewed) next.criteria = linesOf(String(next.criteria)).map(withoutPoints).join('\n')
  return next
}

/** The id of a field in the page. */
export const fieldId = (path: string) => `field-${path}`

/** The field that a refusal names by its path in the draft, such as `criteria[2].max`; nothing when the form has none. */
export function namedBy(path: string): string | undefined {
  const plain = path.replace(/\[.*$/, '')
  const known = {
    'method.trim': 'trim.bidsMin',
    'security.forms': 'security.BOND',
    'award.pilotBasis': 'award.pilotBasis.documentNo',
  }[plain]
  return known ?? ALL.find((field) => field.path === plain)?.path
}
