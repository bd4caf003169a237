import { yuan } from './money'
import { dateTime } from './time'

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g

/** What services write in a few plain words about the value expected, as people say it in Chinese. */
const PHRASES: [RegExp, string][] = [
  [/^at least (\d+) days after issue$/, '自发出之日起不少于 $1 日'],
  [/^experts at least (\S+) of (\d+)$/, '专家不少于总数 $2 人的 $1'],
  [/^at least one item$/, '至少一个清单项'],
  [/^at least one line$/, '至少一行'],
  [/^odd, at least (\d+)$/, '单数，不少于 $1'],
  [/^at least (.+)$/, '不少于 $1'],
  [/^at most ([\d,]+) bytes$/, '不超过 $1 字节'],
  [/^at most (.+)$/, '不超过 $1'],
  [/^later than (.+)$/, '晚于 $1'],
  [/^not before (.+)$/, '不早于 $1'],
  [/^not after (.+)$/, '不晚于 $1'],
  [/^at or before (.+)$/, '不晚于 $1'],
  [/^until (.+)$/, '不晚于 $1'],
  [/^valid at (.+)$/, '在 $1 有效'],
  [/^(\d[\d.]*) to (\d[\d.]*) characters$/, '$1 至 $2 个字符'],
  [/^(\d[\d.]*) to (\d[\d.]*)$/, '$1 至 $2'],
  [/^an odd number$/, '单数'],
  [/^0 or more$/, '不小于 0'],
  [/^no minimum price$/, '不设最低投标限价'],
  [/^a number above 0 with at most (\d+) decimals$/, '大于 0、至多 $1 位小数的数'],
  [/^a number above 0$/, '大于 0 的数'],
  [/^(\d+) digits, as text$/, '以文本格式填写的 $1 位数字'],
  [/^(\d+) digits$/, '$1 位数字'],
  [/^six digits$/, '6 位数字'],
  [/^a code that occurs once$/, '不重复的编码'],
  [/^a name of its own$/, '不与其他单位相同的名称'],
  [/^a name$/, '项目名称'],
  [/^a unit$/, '计量单位'],
  [/^empty: bidders fill in prices$/, '空白，价格由投标人填写'],
  [/^headings in row (\d+)$/, '第 $1 行为表头'],
  [/^no row of headings$/, '没有表头行'],
  [/^an \.xlsx workbook$/, '.xlsx 工作簿'],
  [/^not a ZIP file$/, '不是 ZIP 格式'],
  [/^no such part$/, '没有这一部分'],
  [/^no macros and no links to other files$/, '没有宏和对外链接'],
  [/^columns A to ZZZ, and no document type$/, 'A 至 ZZZ 列，没有文档类型声明'],
  [/^no items$/, '没有清单项'],
  [/^a \.docx document with matching tags$/, '标签成对的 .docx 文件'],
  [/^a value for every tag$/, '每个标签都有内容'],
  [/^a letter and two digits$/, '一个字母加两位数字'],
  [/^a unified social credit code with a right check digit$/, '校验位正确的统一社会信用代码'],
  [/^a verified procuring entity$/, '已通过验证的招标人'],
  [/^a registered and verified (?:party|organisation)$/, '已登记并通过验证的单位'],
  [/^does not open the file$/, '打不开这个文件'],
  [/^the password of the file$/, '这个文件的口令'],
  [/^40 characters with the check character of MOD 37-2$/, '40 位，末位为 MOD 37-2 校验码'],
  [/^18 characters with a right check digit$/, '18 位，末位为正确的校验码'],
  [/^document number, issuer and scope$/, '文号、发文机关与适用范围'],
  [/^every trustee's key, and its answer to the canary$/, '每名保管人都已提交密钥并通过验证'],
  [
    /^a trustee of supervisor, notary, centre, procuring entity or agency$/,
    '监督、公证、交易中心、招标人或代理方的保管人',
  ],
  [/^an attached bill of quantities$/, '已上传的工程量清单'],
  [/^a published (?:lot|tender)$/, '已发布的标段'],
  [/^a verified bidder$/, '已通过验证的投标人'],
  [/^a tender of your agency$/, '本代理机构登记的标段'],
  [/^a person of the agency with its role$/, '本代理机构的人员'],
  [/^a certificate bound to the caller$/, '您名下的证书'],
  [/^one bound to the caller$/, '您名下的证书'],
  [/^not registered$/, '尚未注册'],
  [/^each person once$/, '每人只出现一次'],
  [/^one administrator role for one person$/, '一人只担任一种管理员'],
  [/^an administrator has no second role$/, '管理员不兼任其他角色'],
  [/^(?:a )?text$/, '不为空的文字'],
  [/^present$/, '已填写'],
  [/^true$/, '是'],
  [/^false$/, '否'],
]

const amount = (text: string) => text.replace(/\d{3,}/g, (fen) => yuan(Number(fen)))

/** A fact of a refusal as people read it: moments of the platform, amounts in yuan, plain words in their language. */
export function factText(field: string | undefined, value: string, chinese: boolean): string {
  const phrase = chinese ? PHRASES.find(([pattern]) => pattern.test(value)) : undefined
  const said = phrase ? value.replace(phrase[0], phrase[1]) : value
  const dated = said.replace(INSTANT, (moment) => dateTime(moment))
  return field?.endsWith('Fen') ? amount(dated) : dated
}
