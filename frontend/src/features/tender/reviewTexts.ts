/** Texts of the editor of the preliminary review (初步评审项), in Chinese and English. */
export const chineseReview = {
  rule: '任一项不通过即构成否决情形，须写明；未列入的不得评审（实施条例 §49、§51，12号令 §25）。三个阶段各至少一项；技术暗标的，在暗标评审锁定之后进行。',
  usual: '采用标准评审项',
  none: '不单设初步评审',
  parts: { FORM: '形式评审', QUALIFICATION: '资格评审', RESPONSIVENESS: '响应性评审' },
  name: '评审内容',
  ground: '不通过的否决情形',
  page: '须注明页码',
  add: '增加一项',
  about: '评审依据',
  evidence: { FILES: '投标文件', LETTER: '投标函', PRICE: '报价、清单' },
  behind:
    '含有与报价有关的评审项：初步评审在技术评审锁定之后进行，届时开启报价。高于最高投标限价的由平台提请表决，不必列入。',
  grounds: {
    RJ1: 'RJ1 未盖章、签字',
    RJ2: 'RJ2 无共同投标协议',
    RJ3: 'RJ3 不符合资格条件',
    RJ4: 'RJ4 两个以上投标或报价',
    RJ6: 'RJ6 未响应实质性要求',
    RJ7: 'RJ7 串通、弄虚作假、行贿',
  },
}

export const englishReview = {
  rule: 'not passing one is a ground of rejection; nothing else may be judged (实施条例 §49, §51, 12号令 §25). At least one item of each part; behind the technical sheets where these are blind',
  usual: 'Take the standard items',
  none: 'No preliminary review of its own',
  parts: { FORM: 'Form', QUALIFICATION: 'Qualification', RESPONSIVENESS: 'Responsiveness' },
  name: 'What is asked',
  ground: 'Ground where it is not passed',
  page: 'index names a page',
  add: 'Add an item',
  about: 'judged by',
  evidence: { FILES: 'files', LETTER: 'letter', PRICE: 'price and bill' },
  behind:
    'An item is judged by the price: the preliminary review comes behind the technical sheets, when prices open. A price above the ceiling is put to the vote by the platform and needs no item.',
  grounds: {
    RJ1: 'RJ1 neither sealed nor signed',
    RJ2: 'RJ2 no consortium agreement',
    RJ3: 'RJ3 not qualified',
    RJ4: 'RJ4 several bids or prices',
    RJ6: 'RJ6 no response to the substance',
    RJ7: 'RJ7 collusion, fraud, bribery',
  },
}
