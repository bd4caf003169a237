/** Names and rules of fields in each price method, and the editor of adjustments (量化因素), in Chinese. */
export const chinese = {
  fieldIn: {
    'M-A': { method: { k: '系数 K 候选值（每行一个）' } },
    'M-B': { method: { k: '下浮率候选值（每行一个）' } },
    'M-C': { method: { k: '权重 Q1 候选值（每行一个）' } },
    'M-D': { method: { k: '系数 K 候选值（每行一个）' } },
    'M-E': {
      method: { correction: { score: '算术修正后计入评标价的价格' } },
      criteria: '初步评审项（每行一项；客观项行末写“客观”）',
    },
  },
  ruleIn: {
    'M-A': { method: { code: '基准价 = 均值 × K' } },
    'M-B': { method: { code: '基准价 = 均值 × (1 − 下浮率)' } },
    'M-C': { method: { code: '基准价 = 均值 × K1 × Q1 + 最高投标限价 × K2 × (1 − Q1)' } },
    'M-D': {
      method: {
        code: '基准价 = (A × 50% + B × 30% + C × 20%) × K。A = 最高投标限价 × (1 − Δ)，C 为区间内最低报价，B 按签号确定',
      },
    },
    'M-E': {
      method: { code: '评标价 = 投标报价 ± 量化因素，由低到高排序；不打分，合同价为投标报价' },
      criteria: '逐项评定通过或者不通过，不折算为价格',
    },
  },
  adjustment: {
    name: '名称',
    kind: '类别',
    kinds: {
      OMISSION: '漏项：按其他最高报价',
      DURATION: '工期：按日加减',
      DEVIATION: '偏差：按处定额',
      SHARE: '偏差：按报价百分比',
    },
    amount: '每处金额（元，可为负）',
    percent: '每处百分比（%，可为负）',
    baseDays: '基准工期（日历天）',
    later: '每多一天加（元）',
    earlier: '每少一天减（元）',
    basis: '认定依据',
    add: '添加量化因素',
    remove: '删除',
    none: '不设量化因素',
  },
}

/** Names and rules of fields in each price method, and the editor of adjustments (量化因素), in English. */
export const english = {
  fieldIn: {
    'M-A': { method: { k: 'Values of K (one per line)' } },
    'M-B': { method: { k: 'Discounts (one per line)' } },
    'M-C': { method: { k: 'Weights Q1 (one per line)' } },
    'M-D': { method: { k: 'Values of K (one per line)' } },
    'M-E': {
      method: { correction: { score: 'Price that enters the reviewed price after a correction' } },
      criteria: 'Items to pass (a line each; end with 客观 when judged by fact)',
    },
  },
  ruleIn: {
    'M-A': { method: { code: 'base price = mean × K' } },
    'M-B': { method: { code: 'base price = mean × (1 − discount)' } },
    'M-C': { method: { code: 'base price = mean × K1 × Q1 + ceiling × K2 × (1 − Q1)' } },
    'M-D': {
      method: {
        code: 'base price = (A × 50% + B × 30% + C × 20%) × K; A = ceiling × (1 − Δ), C is the lowest price in range, B is drawn',
      },
    },
    'M-E': {
      method: {
        code: 'reviewed price = bid price with the adjustments, the lowest first; nothing is scored, the contract is made at the bid price',
      },
      criteria: 'each is passed or not, and never turned into money',
    },
  },
  adjustment: {
    name: 'Name',
    kind: 'Kind',
    kinds: {
      OMISSION: 'omission: others’ highest',
      DURATION: 'duration: by the day',
      DEVIATION: 'deviation: fixed amount',
      SHARE: 'deviation: share of price',
    },
    amount: 'Each comes to (yuan, may be negative)',
    percent: 'Each comes to (%, may be negative)',
    baseDays: 'Days that count nothing',
    later: 'Added for a day more (yuan)',
    earlier: 'Taken off for a day less (yuan)',
    basis: 'What counts as one',
    add: 'Add an adjustment',
    remove: 'Remove',
    none: 'no adjustments',
  },
}
