import type { Messages } from '@/shared/i18n/messages'

/** Texts of the refusals of recordings. */
export const problems: Messages = {
  'zh-CN': {
    recording: {
      'not-confirmed': '本场须全程录制，您的录制尚未确认，暂停提交、表决与签署。请检查摄像头与评标厅连接；草稿不受影响',
      'not-found': '没有这场评标的录像',
      'no-such-file': '录制链中没有这个文件',
      'no-such-range': '所取的区间超出文件',
      deleted: '影像已经双人审批销毁，只留录制链',
      'reason-needed': '请写明事由，1 至 500 字',
      'look-needed': '请先写明调阅事由',
      retained: '录像尚在保存期内，不得销毁',
      'not-closed': '录像尚未封存',
      'asked-already': '已有销毁申请待审批',
      'not-asked': '没有待审批的销毁申请',
      'same-person': '申请人与审批人须为两人',
    },
  },
  en: {
    recording: {
      'not-confirmed':
        'This evaluation must be recorded, and your recording is not confirmed: nothing is committed to, voted on or signed. Look to your camera and your line to the hall; drafts go on',
      'not-found': 'There is no recording of this evaluation',
      'no-such-file': 'The chain has no such file',
      'no-such-range': 'The range lies behind the end of the file',
      deleted: 'The media were deleted by two persons; the chain stays',
      'reason-needed': 'Say why, in 1 to 500 characters',
      'look-needed': 'Say first why you look',
      retained: 'The recording has to be kept; it cannot be deleted yet',
      'not-closed': 'The recording is not closed yet',
      'asked-already': 'A request for deletion waits already',
      'not-asked': 'No request for deletion waits',
      'same-person': 'Who asks and who approves are two persons',
    },
  },
}
