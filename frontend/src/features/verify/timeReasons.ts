/** What each code of a broken rule of evaluation time and owed reasons says in Chinese. */
export const TIME_REASONS: Record<string, string> = {
  'a-member-asks-twice': '同一成员在延长之前两次提出时间不够',
  'a-total-far-from-the-mean-without-a-reason': '总分偏离全体均值超过四分之一，却没有理由，也没有重新评分',
  'about-the-time-of-no-evaluation-at-work': '评标开始之前或评审结束之后出现评标时间记录',
  'an-end-that-gives-no-time': '截止时间不晚于记录时间或者原截止时间',
  'asked-by-no-member-of-the-panel': '提出时间不够的人不是评标委员会成员',
  'extreme-points-without-a-reason': '畸高畸低的主观分没有理由',
  'more-time-was-owed': '超过三分之一成员认为时间不够，未延长就结束了评审',
  'more-time-without-a-reason': '延长评标时间或者要求延长没有写明理由',
  'not-a-request-for-more-time': '不是要求延长评标时间的声明',
  'not-an-evaluation-time': '不是确定评标时间的声明',
  'not-set-by-the-tenderer-s-side': '评标时间不是由招标人或者代理机构签名确定',
  'not-the-next-number-of-a-request': '要求延长的编号不连续',
  'not-the-next-number-of-an-end': '评标截止时间的编号不连续',
  'not-the-requests-that-waited': '答复的意见与成员已提出的不符',
  'other-points-of-fact-than-the-others-give': '客观分与其他成员不一致',
  'the-time-of-another-session': '评标时间属于另一次评标',
}
