import { workbook, type Cell } from './workbook'

const SECTIONS = ['路基工程', '路面工程', '排水工程', '照明工程', '单价措施项目']
const WORKS = ['挖一般土方', '填筑素土', '水泥稳定碎石层', '沥青混凝土面层', '敷设管道']
const LINES_PER_SECTION = 104
const OTHER_FEN = 50_000_000
const COLUMNS = [
  '序号',
  '项目编码',
  '项目名称',
  '项目特征描述',
  '计量单位',
  '工程量',
  '综合单价',
  '合价',
  '其中：暂估价',
]

interface Line {
  code: string
  name: string
  quantity: number
  priceFen: number
}

/** What a bill comes to, in fen. */
export interface Total {
  itemsFen: number
  measuresFen: number
  feesFen: number
  taxFen: number
  sumFen: number
}

const yuan = (fen: number) => fen / 100

const sections: Line[][] = SECTIONS.map((_, s) =>
  Array.from({ length: LINES_PER_SECTION }, (_unused, i) => ({
    code: `04${String(s + 1).padStart(2, '0')}${String((i % WORKS.length) + 1).padStart(5, '0')}${String(i + 1).padStart(3, '0')}`,
    name: WORKS[i % WORKS.length]!,
    quantity: 20 + ((i * 37 + s * 11) % 300),
    priceFen: 5_000 + ((i * 7919 + s * 104_729) % 60_000),
  })),
)

const priceOf = (line: Line, perMille: number) => Math.round((line.priceFen * perMille) / 1000)
const sumOf = (lines: Line[], perMille: number) =>
  lines.reduce((sum, line) => sum + line.quantity * priceOf(line, perMille), 0)

/** What the bill comes to at so many thousandths of the estimated unit prices. */
export function total(perMille: number): Total {
  const itemsFen = sections.slice(0, -1).reduce((sum, lines) => sum + sumOf(lines, perMille), 0)
  const measuresFen = sumOf(sections.at(-1)!, perMille) + Math.round(itemsFen * 0.022)
  const feesFen = Math.round(itemsFen * 0.019)
  const taxFen = Math.round((itemsFen + measuresFen + OTHER_FEN + feesFen) * 0.09)
  return { itemsFen, measuresFen, feesFen, taxFen, sumFen: itemsFen + measuresFen + OTHER_FEN + feesFen + taxFen }
}

function itemRows(project: string, perMille?: number): Cell[][] {
  const rows: Cell[][] = [['分部分项工程和单价措施项目清单与计价表（表-08）'], [`工程名称：${project}`], COLUMNS]
  const priced = (fen: number) => (perMille === undefined ? undefined : yuan(fen))
  let number = 1
  sections.forEach((lines, s) => {
    rows.push([undefined, undefined, SECTIONS[s]])
    for (const line of lines) {
      const price = priceOf(line, perMille ?? 1000)
      const own = [line.code, line.name, `1.部位：第${s + 1}段`, 'm3', line.quantity]
      rows.push([number++, ...own, priced(price), priced(line.quantity * price)])
    }
    const blank = [undefined, undefined]
    rows.push([...blank, '分部小计', ...blank, ...blank, priced(sumOf(lines, perMille ?? 1000))])
  })
  return rows
}

function summaryRows(project: string, sum: Total): Cell[][] {
  const amounts = [sum.itemsFen, sum.measuresFen, OTHER_FEN, sum.feesFen, sum.taxFen]
  const names = ['分部分项工程费', '措施项目费', '其他项目费', '规费', '税金']
  return [
    ['单位工程投标报价汇总表（表-04）'],
    [`工程名称：${project}`],
    ['序号', '汇总内容', '金额（元）'],
    ...names.map((name, i) => [String(i + 1), name, yuan(amounts[i]!)]),
    ['', '合计=1+2+3+4+5', yuan(sum.sumFen)],
  ]
}

/** The empty bill of quantities of the tender, 520 items. */
export const emptyBill = (project: string) => workbook({ '表-08分部分项及单价措施': itemRows(project) })

/** A bidder's priced bill; every sum is right. */
export const pricedBill = (project: string, perMille: number) =>
  workbook({
    '表-08分部分项及单价措施': itemRows(project, perMille),
    '表-04汇总': summaryRows(project, total(perMille)),
  })
