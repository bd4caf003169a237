/** What each code of a broken rule about ranked candidates (中标候选人排序) says in Chinese. */
export const RANK_REASONS: Record<string, string> = {
  'a-winner-without-candidates': '没有公示中标候选人就确定了中标人',
  'an-act-of-the-other-award-mode': '不属于招标文件规定的定标方式',
  'before-the-publicity-of-the-candidates-was-over': '早于候选人公示期满',
  'nobody-is-left-who-could-win': '已没有可以中标的候选人',
  'not-how-many-are-left': '剩余候选人的数量不对',
  'not-in-the-order-of-their-rank': '候选人次序与名次不符',
  'not-one-of-those-who-could-win': '不是可以中标的候选人',
  'not-the-doc-of-this-act': '签名的不是这一文书',
  'not-the-first-candidate': '不是排名第一的候选人',
  'passed-over-out-of-turn': '没有轮到该候选人就递补',
  'without-a-reason': '没有写明理由',
}
