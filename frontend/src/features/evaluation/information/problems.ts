/** What refusals of questions to the procuring entity (信息征询) say. */
export const problems = {
  'zh-CN': {
    information: {
      'not-found': '没有这个征询，或者尚未放行',
      'question-incomplete': '征询须写明所涉招标文件内容和问题',
      'answer-incomplete': '请写明答复内容',
      'names-somebody': '文字中出现了投标人或者提问人的名称；评标所必需的信息无须点名',
      'wrong-state': '征询现在的状态不能办理此事',
      'reason-needed': '拦回或者不予送达须写明理由',
      'too-late': '答复时限已届满',
      'on-the-panel': '受邀参加本次评标的人员不能代表招标人答复评标委员会',
      outstanding: '仍有信息征询未了结，不能结束评审',
    },
  },
  en: {
    information: {
      'not-found': 'there is no such question, or it was not released',
      'question-incomplete': 'a question needs a place in the tender document and a text',
      'answer-incomplete': 'an answer needs a text',
      'names-somebody': 'the words name a bidder or who asks; information for the evaluation needs neither',
      'wrong-state': 'the state of the question does not allow this',
      'reason-needed': 'stopping or withholding needs a reason',
      'too-late': 'the time to answer is over',
      'on-the-panel': 'who was called to this panel cannot answer it for the procuring entity',
      outstanding: 'a question to the procuring entity is still open',
    },
  },
}
