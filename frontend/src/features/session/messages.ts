import type { Messages } from '@/shared/i18n/messages'

export const messages: Messages = {
  'zh-CN': {
    session: {
      title: '登录',
      certificate: '数字证书登录',
      certificateHint: '需要签名的人用证书登录。密钥文件只在本机打开，密钥不离开这台电脑。',
      staff: '工作人员登录',
      account: '账号',
      password: '密码',
      totp: '动态口令（6 位）',
      enter: '登录',
      safe: '您的密钥没有离开本机。',
      newcomer: '首次投标？',
      register: '投标人注册',
      demo: '演示人员',
      demoHint: '仅沙箱提供：点击即用演示密钥文件登录',
    },
  },
  en: {
    session: {
      title: 'Log in',
      certificate: 'With a certificate',
      certificateHint:
        'Everyone who signs logs in with a certificate. The key file is opened here and the key stays here.',
      staff: 'Staff',
      account: 'Account',
      password: 'Password',
      totp: 'One-time code (6 digits)',
      enter: 'Log in',
      safe: 'Your key has not left this machine.',
      newcomer: 'Bidding for the first time?',
      register: 'Register as a bidder',
      demo: 'Demo people',
      demoHint: 'Sandbox only: one click logs in with a demo key file',
    },
  },
}
