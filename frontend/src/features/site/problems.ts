import type { Messages } from '@/shared/i18n/messages'

/** Texts of the refusals of sites and seats. */
export const problems: Messages = {
  'zh-CN': {
    site: {
      'not-found': '没有这个场所、席位或预定',
      'not-yours': '这是其他单位的场所',
      code: '编号不合规则或已被占用',
      plan: '场所资料或房间平面有矛盾',
      hours: '开放时间不成立',
      span: '时段应为同一天的整半小时',
      closed: '该场所此时不开放或不出借',
      'too-few-seats': '可互不相邻的空闲席位不足',
      'seat-taken': '席位此时已被占用，请再试一次',
      'seat-booked': '席位尚有预定，不能移出平面',
      'booking-state': '预定现在的状态不能办理此事',
      'answer-over': '答复时限已过',
      'not-due': '时间未到',
      'reason-needed': '请写明理由',
      session: '该评标会现在不能预定或抽取席位',
      drawn: '该评标会的席位已经抽取',
      waiting: '尚有预定未答复，不能抽取',
      pool: '已确认的席位不足',
      'none-broken': '本场席位没有新报修的',
      'not-allotted': '本场在席位上评标，您的席位尚未派定',
      'outside-time': '只能在预定时段内签到',
    },
    terminal: {
      code: '激活码不对、已用过或已过期，请工作人员重新生成',
      key: '设备公钥不成立',
      proof: '设备签名不符',
      'not-bound': '这台设备没有绑定席位',
      none: '本场在席位上评标，这台电脑不是席位终端',
      'wrong-seat': '本席位为 {seen}。您的席位：{expected}',
      challenge: '签到凭证已用过或已过期，请再签到一次',
      elsewhere: '您已在席位上签到，只能在本席位终端操作；本次访问已拒绝并记录',
      stale: '设备凭证已过期，请再试一次',
      clock: '终端时钟偏差 {seen}，已停止提交',
      silent: '终端心跳中断，已停止提交',
      stamps: '心跳时间戳不成立',
      reason: '请写明解除绑定的理由',
      'not-seated': '您没有在席位上签到',
    },
  },
  en: {
    site: {
      'not-found': 'No such site, seat or booking',
      'not-yours': 'A site of another centre',
      code: 'Not a code, or one that another has',
      plan: 'Site or plan contradicts itself',
      hours: 'These opening hours cannot be',
      span: 'Whole half hours of one day are needed',
      closed: 'The site is closed or does not lend then',
      'too-few-seats': 'Too few seats are free that are not adjacent',
      'seat-taken': 'The seat was just taken; try again',
      'seat-booked': 'A seat with bookings keeps its place',
      'booking-state': 'The state of the booking does not allow this',
      'answer-over': 'The time limit for the answer is over',
      'not-due': 'It is not time yet',
      'reason-needed': 'A reason is needed',
      session: 'This session cannot have seats booked or drawn now',
      drawn: 'Its seats are drawn already',
      waiting: 'A booking is not answered yet',
      pool: 'Too few seats are confirmed',
      'none-broken': 'No seat of this evaluation was told to be broken since',
      'not-allotted': 'This evaluation takes place at seats; yours is not drawn yet',
      'outside-time': 'Check-in is possible during the booked time alone',
    },
    terminal: {
      code: 'The code is wrong, used or too old; ask for another',
      key: 'This is no public key of a device',
      proof: 'The device did not sign this',
      'not-bound': 'No seat has this device',
      none: 'This evaluation takes place at seats, and this machine is the terminal of none',
      'wrong-seat': 'This seat is {seen}. Yours: {expected}',
      challenge: 'The challenge was used or is too old; check in once more',
      elsewhere: 'You checked in at a seat and act there alone; this try was refused and recorded',
      stale: 'The proof of the device is too old; try again',
      clock: 'The clock of the terminal is off by {seen}: nothing is committed to',
      silent: 'The terminal gives no beat: nothing is committed to',
      stamps: 'These stamps cannot be',
      reason: 'A reason is needed',
      'not-seated': 'You did not check in at a seat',
    },
  },
}

/** When and how a refusal at a seat is got over. */
export const hints: Messages = {
  'zh-CN': {
    earliest: {
      terminal: { elsewhere: '现在，在本席位终端', none: '现在，在席位终端', 'wrong-seat': '现在，在本席位' },
    },
    mend: {
      terminal: {
        code: ['请场所工作人员重新生成激活码，在有效期内输入'],
        elsewhere: ['回到签到的席位继续；不是本人所为的，告知监督人员'],
        proof: ['在本席位终端重试；仍不行的，请场所工作人员重新激活终端'],
        stale: ['重试一次'],
        clock: ['请场所工作人员校准这台电脑的时钟，下一次心跳后恢复'],
        silent: ['等待下一次心跳；仍不行的，检查网络并刷新本页'],
      },
    },
    refusal: { fields: { device: '设备', seat: '席位', clock: '时钟', beat: '心跳', nonce: '凭证' } },
  },
  en: {
    earliest: {
      terminal: {
        elsewhere: 'Now, at the own seat',
        none: 'Now, at a terminal',
        'wrong-seat': 'Now, at the own seat',
      },
    },
    mend: {
      terminal: {
        code: ['Ask the staff of the site for a new code, and enter it in time'],
        elsewhere: ['Go on at your seat; tell the supervisor if it was not you'],
        proof: ['Try again at the terminal; the staff can activate it anew'],
        stale: ['Try again'],
        clock: ['The staff set the clock of this machine right; it counts from the next beat on'],
        silent: ['Wait for the next beat; check the line and reload the page'],
      },
    },
    refusal: {
      fields: { device: 'device', seat: 'seat', clock: 'clock', beat: 'beat', nonce: 'proof' },
    },
  },
}
