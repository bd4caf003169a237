/** Chinese texts of the award in the form of a tender (定标). */
export const chineseAward = {
  field: {
    mode: '定标方式',
    stateControlled: '国有资金占控股或者主导地位',
    pilotBasis: {
      documentNo: '评定分离依据文号',
      issuer: '发文机关',
      scope: '适用范围',
      example: '仅为示例依据',
    },
    finalistsMax: '候选人最多家数',
    committeeSize: '定标委员会人数',
    roundsMax: '最多票决轮次',
    publicityDays: '候选人公示日数',
  },
  rule: {
    stateControlled: '勾选的，确定排名第一的中标候选人为中标人（实施条例 §55）',
    finalistsMax: '按名次推荐的不超过 3 名（实施条例 §53）',
    pilotBasis: { example: '演示用的依据须标明' },
    committeeSize: '5 人以上单数',
    publicityDays: '不少于 3 日',
  },
  choice: { mode: { SEPARATED: '评定分离（定标委员会票决）', RANKED: '推荐中标候选人并排序' } },
}

/** English texts of the same. */
export const englishAward = {
  field: {
    mode: 'Award mode',
    stateControlled: 'State-owned funds control or dominate',
    pilotBasis: { documentNo: 'Basis, number', issuer: 'Issuer', scope: 'Scope', example: 'Only an example' },
    finalistsMax: 'Most finalists',
    committeeSize: 'Committee size',
    roundsMax: 'Most rounds',
    publicityDays: 'Days of publicity',
  },
  rule: {
    stateControlled: 'if so, the first candidate wins (实施条例 §55)',
    finalistsMax: 'ranked candidates: three at most (实施条例 §53)',
    pilotBasis: { example: 'a basis made up for a demo says so' },
    committeeSize: 'odd, five or more',
    publicityDays: 'at least 3',
  },
  choice: { mode: { SEPARATED: 'Separated (a committee votes)', RANKED: 'Ranked candidates' } },
}
