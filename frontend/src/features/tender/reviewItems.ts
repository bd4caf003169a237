import type { ReviewItem } from './tender'

/** The three parts of the preliminary review (初步评审), in their order. */
export const REVIEW_PARTS = ['FORM', 'QUALIFICATION', 'RESPONSIVENESS'] as const

/** Grounds that an item can mean; prices are judged when they are open, so RJ5 is none. */
export const REVIEW_GROUNDS = ['RJ1', 'RJ2', 'RJ3', 'RJ4', 'RJ6', 'RJ7'] as const

/** What an item is judged by: the files, the letter, or the price, which opens behind the technical sheets. */
export const REVIEW_EVIDENCE = ['FILES', 'LETTER', 'PRICE'] as const

/** Most items of one document. */
export const REVIEW_MAX = 60

const LETTER = { FORM: 'F', QUALIFICATION: 'Q', RESPONSIVENESS: 'R' } as const

const usual = (part: ReviewItem['part'], ground: ReviewItem['ground'], page: boolean, name: string) => ({
  part,
  ground,
  page,
  name,
})

/** The same, judged by what the letter promises. */
const promised = (page: boolean, name: string) => ({
  ...usual('RESPONSIVENESS', 'RJ6', page, name),
  about: 'LETTER' as const,
})

/** What is judged in every works tender: the law's grounds (实施条例 §51) and its list of substantial deviations (12号令 §25). */
export const USUAL_REVIEW: ReviewItem[] = numbered([
  usual('FORM', 'RJ1', true, '投标文件由投标人电子签章，并由单位负责人或者其授权的代理人签字'),
  usual('FORM', 'RJ2', false, '联合体投标的，提交共同投标协议'),
  usual('FORM', 'RJ4', false, '只提交一份投标文件、一个报价，招标文件要求备选投标的除外'),
  usual('QUALIFICATION', 'RJ3', true, '资质类别、等级符合招标公告'),
  usual('QUALIFICATION', 'RJ3', true, '安全生产许可证在有效期内'),
  usual('QUALIFICATION', 'RJ3', true, '项目负责人的注册专业、级别符合招标公告'),
  usual('QUALIFICATION', 'RJ3', false, '与招标人、其他投标人没有法律禁止的利害、控股、管理关系'),
  promised(false, '投标保证金的金额、形式、有效期符合招标文件要求'),
  promised(false, '投标有效期不短于招标文件要求'),
  promised(true, '载明的完成期限不超过招标文件规定的期限'),
  usual('RESPONSIVENESS', 'RJ6', true, '技术规格、技术标准、质量标准符合招标文件要求'),
  usual('RESPONSIVENESS', 'RJ6', false, '检验标准和方法符合招标文件要求'),
  usual('RESPONSIVENESS', 'RJ6', false, '未附有招标人不能接受的条件，其他实质性要求均已响应'),
])

/** Items with their codes: a letter for the part, and their number in it. */
export function numbered(items: Omit<ReviewItem, 'item'>[]): ReviewItem[] {
  return REVIEW_PARTS.flatMap((part) =>
    items
      .filter((each) => each.part === part)
      .map((each, i) => ({ ...each, item: `${LETTER[part]}${i + 1}`, name: each.name.trim() })),
  )
}

/** Items as the value of a field. */
export const reviewShown = (items: ReviewItem[] | undefined): string => JSON.stringify(items ?? [])

/** Items that a field's value says. */
export const reviewRead = (value: string): ReviewItem[] => (value ? (JSON.parse(value) as ReviewItem[]) : [])
