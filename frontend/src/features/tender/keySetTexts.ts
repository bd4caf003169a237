/** Texts about key sets of a published lot (密钥组). */
export const keySetTexts = {
  chinese: {
    trusteeSet: '保管人密钥组',
    keySets: '保管人密钥组',
    keySetState: { IN_FORCE: '使用中', WAITING: '待生效', FORMER: '已更替', LOST: '已不能启封' },
    keySetThreshold: '{n} 人中 {k} 人可启封',
    keySetFrom: '{time} 起生效',
    keySetReason: '更替理由：{reason}',
    keySetFormer: '此前封给这一组的投标仍然有效，开标时由这一组启封。',
    keySetLost:
      '封给这一组的投标无法启封：投标截止时间已顺延，请在新密钥组生效后重新封标；届时仍未重新封标的，视为撤回，不属投标人的责任。',
    keySetShort: '剩余保管人不足以启封，须更替',
    keyLost: { LOST: '{time} 声明遗失', OFFICE_ENDED: '{time} 声明离任' },
    replaceKeys: '更替密钥组',
    replaceTitle: '更替密钥组 {name}',
    replaceWhat:
      '保管人遗失密钥或离任时，另行举行密钥仪式，由贵单位签名更替。新密钥组在存证链公布并由全体成员验证密钥后生效；此前封给原密钥组的投标仍然有效，只要其中足够的保管人还能启封。投标截止前一小时内不能更替。',
    replaceReason: '更替理由',
    replaceReasonHint: '写入存证链并公示，不超过 500 字',
    moveDeadline: '顺延后的投标截止、开标时间',
    moveDeadlineHint:
      '原密钥组剩余的保管人已不足以启封，封给它的投标都须重新封标，所以投标截止必须顺延：自签名之时起不少于三日（沙箱环境一分钟）。届时仍未重新封标的，视为撤回。',
    replacesSet: '原密钥组',
    movedTo: '顺延至',
    newSet: '新密钥组',
    checkReplacement: '更替前检查',
    signReplacement: '签名更替',
    replaceTooLate: '投标已截止，不能再更替密钥组。现有密钥组照常启封；保管人不足的，由监督部门决定。',
    replaced: '已签名入链。公布并验证密钥后自动生效，本页可随时刷新查看。',
    notReplaced: '没有更替，原密钥组继续使用。',
  },
  english: {
    trusteeSet: 'Key set',
    keySets: 'Key sets (密钥组)',
    keySetState: { IN_FORCE: 'in force', WAITING: 'not in force yet', FORMER: 'replaced', LOST: 'cannot open' },
    keySetThreshold: '{k} of {n} open',
    keySetFrom: 'in force from {time}',
    keySetReason: 'Reason: {reason}',
    keySetFormer: 'Bids that were sealed to it stay good; its members open them.',
    keySetLost:
      'Bids that are sealed to it cannot be opened: the deadline has moved. Seal again once the new set is in force; a bid that is not counts as withdrawn at the deadline, through no fault of its bidder.',
    keySetShort: 'too few keys left to open: has to be replaced',
    keyLost: { LOST: 'declared lost {time}', OFFICE_ENDED: 'office ended {time}' },
    replaceKeys: 'Replace the key set',
    replaceTitle: 'Replace the key set: {name}',
    replaceWhat:
      'When a trustee loses its key or its office ends, a new ceremony is held and you sign the replacement. The new set is in force once it is witnessed in the chain and every member has shown that its key works. Bids that were sealed to the former set stay good as long as enough of its trustees can open. In the last hour before the deadline no set is replaced.',
    replaceReason: 'Reason',
    replaceReasonHint: 'Goes into the chain for everybody to read; at most 500 characters',
    moveDeadline: 'New bid deadline and opening',
    moveDeadlineHint:
      'Too few trustees of the former set are left to open: every bid sealed to it has to be sealed again, so the deadline moves, at least three days from the signature (a minute in a sandbox). A bid that is not sealed again by then counts as withdrawn.',
    replacesSet: 'Former set',
    movedTo: 'Moved to',
    newSet: 'New set',
    checkReplacement: 'Check before replacing',
    signReplacement: 'Sign the replacement',
    replaceTooLate:
      'The deadline has passed: nothing can be replaced. The sets open as they stand; if too few trustees are left, the supervisor decides.',
    replaced: 'Signed and in the chain. It comes in force by itself once it is witnessed and the keys are shown.',
    notReplaced: 'Nothing was replaced; the former set stays in use.',
  },
}

/** Refusals of a replacement, and of a key that is declared lost. */
export const keySetProblems = {
  chinese: {
    'too-late': '未办理：离投标截止已不足一小时，投标人来不及重新封标',
    'one-waits': '上一次更替尚未生效，请稍候',
    'no-new-set': '请先另行举行密钥仪式',
    'former-set-cannot-open': '原密钥组剩余的保管人已不足以启封：更替须同时把投标截止顺延至少三日，供投标人重新封标',
    'deadline-stays': '各密钥组都还能启封，投标截止不得因更替而改动',
    'not-a-member': '您在这一密钥组中没有密钥',
    declared: '这把密钥已声明过',
    statement: '签名的文书与此刻应签的内容不符',
  },
  english: {
    'too-late': 'Not done: less than an hour is left before the deadline, too little to seal again',
    'one-waits': 'The former replacement is not in force yet; wait a moment',
    'no-new-set': 'Hold a new ceremony first',
    'former-set-cannot-open':
      'Too few trustees of the former set are left to open: the replacement has to move the deadline by three days at least, so that bidders can seal again',
    'deadline-stays': 'Every set can still open: a replacement is no ground to move the deadline',
    'not-a-member': 'You have no key in this set',
    declared: 'This key was declared before',
    statement: 'What was signed is not what is due now',
  },
}
