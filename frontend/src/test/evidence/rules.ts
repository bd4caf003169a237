export const LOT = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
export const SESSION = '7d0f6c7e-91aa-4c55-b1fb-5a5d0bb6a0c3'
export const DRAW = '3a8c1f7e-22c4-4f17-8f52-0c0d6c1f9e77'
export const ENTITY = '91330703XX1079195L'
export const AGENCY = '91330702XX1158387J'
export const METHOD = {
  code: 'M-A',
  fullScore: '60',
  e1: '0.9',
  e2: '0.6',
  k: ['0.95', '0.96', '0.97'],
  trim: [{ bidsMin: 5, dropHigh: 1, dropLow: 1 }],
  technicalFull: '40',
}

/** The same by method M-B: what is drawn is a discount. */
export const METHOD_B = { ...METHOD, code: 'M-B', k: ['0.03', '0.04', '0.05'] }

/** The same by method M-C: what is drawn is the weight of the mean. */
export const METHOD_C = { ...METHOD, code: 'M-C', k: ['0.65', '0.70', '0.75'], k1: '0.96', k2: '0.92' }

/** The same by method M-D: the seed of the draw of K gives Δ and B as well; a share of the prices leaves the mean. */
export const METHOD_D = {
  ...METHOD,
  code: 'M-D',
  delta: ['0.12', '0.14', '0.16', '0.18', '0.20'],
  trim: [{ bidsMin: 3, dropHighPercent: '20', dropLowPercent: '10.5' }],
}

/** The same where a correction that binds enters the score. */
export const METHOD_CORRECTED = { ...METHOD, correction: { ceiling: 'SUNG', score: 'CORRECTED' } }

/** The same by method M-E: nothing is scored, and every kind of adjustment is declared. */
export const METHOD_E = {
  ...METHOD,
  code: 'M-E',
  fullScore: '0',
  e1: '0',
  e2: '0',
  k: ['1'],
  trim: [],
  technicalFull: '1',
  adjustments: [
    { code: 'L1', name: '临时便道', basis: '清单第3页', kind: 'OMISSION' },
    {
      code: 'L2',
      name: '工期',
      basis: '开标记录',
      kind: 'DURATION',
      baseDays: 100,
      laterFen: 20_000,
      earlierFen: 10_000,
    },
    { code: 'L3', name: '付款条件', basis: '合同条款', kind: 'DEVIATION', amountFen: -500_000 },
    { code: 'L4', name: '预付款', basis: '合同条款', kind: 'SHARE', percent: '0.15' },
  ],
}

/** The same over blind technical files, a breach of which takes the technical points. */
export const METHOD_BLIND = {
  ...METHOD,
  blind: { pagesMax: 100, marginMm: 20, fonts: ['宋体'], sizesPt: ['14'], breach: 'ZERO' },
}

export type Method = Omit<typeof METHOD, 'trim'> & {
  k1?: string
  k2?: string
  delta?: string[]
  correction?: { ceiling: string; score: string }
  adjustments?: object[]
  blind?: { pagesMax: number; marginMm: number; fonts: string[]; sizesPt: string[]; breach: string }
} & {
  trim: { bidsMin: number; dropHigh?: number; dropLow?: number; dropHighPercent?: string; dropLowPercent?: string }[]
}

/** Items of the preliminary review, one of each part. */
export const REVIEW = [
  { item: 'F1', part: 'FORM', name: '签字盖章', ground: 'RJ1', page: true },
  { item: 'Q1', part: 'QUALIFICATION', name: '资质证书', ground: 'RJ3', page: true },
  { item: 'R1', part: 'RESPONSIVENESS', name: '工期', ground: 'RJ6', page: false },
]

/** The same, one of them judged by the price. */
export const PRICED_REVIEW = REVIEW.map((each) => (each.item === 'R1' ? { ...each, about: 'PRICE' } : each))

export const CRITERIA = [{ item: 'T1', name: '施工组织设计', max: '40', kind: 'SUBJECTIVE' }]
/** In method M-E an item is passed or not. */
export const criteriaOf = ({ code }: Method) => CRITERIA.map((each) => (code === 'M-E' ? { ...each, max: '1' } : each))
export const AWARD = { mode: 'SEPARATED', finalistsMax: 3, committeeSize: 3, roundsMax: 2, publicityDays: 3 }
/** Ranked candidates, of whom the first wins. */
export const AWARD_RANKED = {
  mode: 'RANKED',
  stateControlled: true,
  finalistsMax: 3,
  committeeSize: 0,
  roundsMax: 0,
  publicityDays: 3,
}
export const PANEL = { size: 3, tendererSeats: 0 }
