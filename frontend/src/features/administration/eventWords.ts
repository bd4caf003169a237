/** What services write into a security event, in Chinese; what is not listed stays as it was written. */
const PHRASES: [RegExp, string][] = [
  [/both halves by the installer for /g, '由安装人员签发两半，角色：'],
  [/half of ([a-z-]+)/g, '$1签发的半码'],
  [/wrong or used one-time code/g, '动态口令不对或已用过'],
  [/password and one-time code/g, '密码与动态口令'],
  [/no password login/g, '未设密码'],
  [/wrong password/g, '密码不对'],
  [/unknown account/g, '账号不存在'],
  [/no such service/g, '无此服务'],
  [/ in place of /g, '，替换 '],
  [/certificate (?=[0-9a-f])/g, '证书 '],
  [/failures=(\d+) until=/g, '连续失败 $1 次，可再试时间 '],
  [/size=(\d+) differences=(\d+)/g, '日志长度 $1，不符 $2 处'],
  [/ first=([A-Z_]+) at (.+)/g, '，首处 $1：$2'],
  [/proof=(.+) size=(\d+)/g, '自验不通过（$1），日志长度 $2'],
  [/authority=/g, '时间戳机构 '],
  [/mode=SANDBOX/g, '沙箱方式'],
  [/mode=PRODUCTION/g, '生产方式'],
  [/ settings=/g, '，配置摘要 '],
  [/ as (?=[a-z-]+-admin)/g, '，角色：'],
  [/\bVERIFIED\b/g, '验证通过'],
  [/\bREJECTED\b/g, '不通过'],
  [/\bSUBMITTED\b/g, '恢复待验证'],
  [/\bSUSPENDED\b/g, '已暂停'],
  [/\bLOCKED\b/g, '已锁定'],
  [/\bREGISTERED\b/g, '待启用'],
]
const HASH = /\b([0-9a-f]{12})[0-9a-f]{52}\b/g
const ROLE =
  /\b(procuring-entity|agency|bidder|expert|award-committee|supervisor|centre|trustee|issuer|(?:system|security|audit)-admin)\b/g
const KIND = /\b(PROCURING_ENTITY|AGENCY|CENTRE|SUPERVISOR|ISSUER|BIDDER)\b/g

/** How the pages call a role and a kind of organisation. */
export interface Names {
  role: (code: string) => string
  kind: (code: string) => string
}

/** The detail of an event as an administrator reads it: hashes shortened, codes by their names. */
export function inWords(detail: string, chinese: boolean, names: Names): string {
  const said = chinese ? PHRASES.reduce((text, [phrase, words]) => text.replace(phrase, words), detail) : detail
  return said
    .replace(HASH, '$1…')
    .replace(/ -> /g, ' → ')
    .replace(ROLE, (code) => names.role(code))
    .replace(KIND, (code) => names.kind(code))
}
