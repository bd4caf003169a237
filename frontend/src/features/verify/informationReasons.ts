/** What each code of a broken rule about information that the panel asked for (信息征询) says in Chinese. */
export const INFORMATION_REASONS: Record<string, string> = {
  'a-bidder-is-named': '放行的问题或者送达的答复点名了投标人',
  'a-decision-on-another-answer': '放行决定针对另一份答复',
  'a-question-that-nobody-asked': '没有成员提出过这一征询',
  'a-question-to-the-procuring-entity-was-left-open': '出具报告时仍有信息征询未了结',
  'a-question-without-words': '征询没有写明所涉内容或者问题',
  'an-answer-without-words': '答复没有内容',
  'delivered-before-its-time-was-there': '送达时间晚于条目时间',
  'information-outside-of-the-evaluation': '信息征询不在评标期间之内，或者评分汇总之后才提出',
  'not-a-decision-on-an-answer': '不是对答复的放行决定',
  'not-a-question-to-the-procuring-entity': '不是向招标人提出的征询',
  'not-answered-by-the-procuring-entity': '答复不是由招标人或者代理机构签名，或者签名人是评标委员会成员',
  'shown-although-it-was-withheld': '不予送达的答复仍送达了评标委员会',
}
