// @vitest-environment happy-dom
import { readFileSync, existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { zip } from '@/test/evidence/zip'
import { checkBill } from './billCheck'
import { decimalOf, text, times, toCents } from './decimal'

const SAMPLES = '../../shared/samples'
type Cell = string | number | undefined

const HEAD: Cell[] = ['序号', '项目编码', '项目名称', '特征', '单位', '工程量', '综合单价', '合价']
const line = (quantity: number, price: number, amount: Cell): Cell[] => [
  1,
  '040101001001',
  '挖土',
  '',
  'm3',
  quantity,
  price,
  amount,
]
const sub = (amount: number): Cell[] => ['', '', '分部小计', '', '', '', '', amount]

async function bill(lines: Cell[][], total: number, parts = [total]) {
  const sheets: Record<string, Cell[][]> = {
    '表-08清单': [['标题'], ['工程'], HEAD, ...lines],
    '表-04汇总': [
      ['汇总'],
      ['序号', '内容', '金额'],
      ...parts.map((each, i) => [String(i + 1), '费', each]),
      ['', '合计=1', total],
    ],
  }
  const cell = (value: Cell, at: string) =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
  const names = Object.keys(sheets)
  const files = new Map<string, string>([
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="r">${names.map((name, i) => `<sheet name="${name}" r:id="r${i}"/>`).join('')}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<r>${names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`).join('')}</r>`,
    ],
  ])
  names.forEach((name, i) => {
    const rows = sheets[name]!.map((cells, r) => {
      const written = Array.from(cells, (value, c) =>
        value === undefined ? '' : cell(value, `${String.fromCharCode(65 + c)}${r + 1}`),
      )
      return `<row r="${r + 1}">${written.join('')}</row>`
    })
    files.set(`xl/worksheets/s${i}.xml`, `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`)
  })
  const bytes = new Map([...files].map(([name, content]) => [name, new TextEncoder().encode(content)]))
  return new File([await zip(bytes)], 'bill.xlsx')
}

const told = async (file: File, priceFen: number) =>
  (await checkBill(file, priceFen)).map(({ code, field, seen, expected }) => `${code} ${field} ${seen} ${expected}`)

describe('Arithmetic of a priced bill 已标价工程量清单', () => {
  it('lets a bill through whose lines, sub-totals and price agree', async () => {
    const good = await bill([line(1250.5, 368.4, 460684.2), line(3, 0.335, 1.01), sub(460685.21)], 460685.21)
    expect(await told(good, 46_068_521)).toEqual([])
  })

  it('names the cell of a wrong line and of a wrong sub-total', async () => {
    const wrong = await bill([line(1250.5, 368.4, 465000), sub(465001)], 465001)
    expect(await told(wrong, 46_500_100)).toEqual([
      'sealing/bill-arithmetic 表-08清单!H4 465000.00 460684.20',
      'sealing/bill-arithmetic 表-08清单!H5 465001.00 465000.00',
    ])
  })

  it('refuses a line without a price', async () => {
    const open = await bill([[1, '040101001001', '挖土', '', 'm3', 20, undefined, undefined], sub(0)], 1)
    expect((await told(open, 100))[0]).toBe('sealing/bill-arithmetic 表-08清单!H4 — 工程量 × 综合单价')
  })

  it('refuses a total that is not the price of the letter, or not the sum of its parts', async () => {
    const other = await bill([line(1, 2, 2), sub(2)], 10, [4, 5])
    expect(await told(other, 1_100)).toEqual([
      'sealing/bill-arithmetic 表-04汇总!C5 10.00 9.00',
      'sealing/bill-price 表-04汇总!C5 10.00 11.00',
    ])
  })

  it('refuses a file that is no bill', async () => {
    expect(await told(new File(['PK no'], 'bill.xlsx'), 1)).toEqual([
      'sealing/bill-unreadable PRICED_BILL bill.xlsx .xlsx',
    ])
  })

  it('rounds half up without floating point', () => {
    expect(text(toCents(times(decimalOf('3')!, decimalOf('0.335')!)))).toBe('1.01')
    expect(text(toCents(times(decimalOf('1.005')!, decimalOf('100')!)))).toBe('100.50')
    expect(text(decimalOf('4.606842E5')!)).toBe('460684.20')
    expect(decimalOf('十')).toBeUndefined()
  })

  it.runIf(existsSync(SAMPLES))('lets sample bids through', async () => {
    for (const i of [1, 5]) {
      const letter = JSON.parse(readFileSync(`${SAMPLES}/bid-letter-0${i}.json`, 'utf8')) as {
        price: { figures: string }
      }
      const file = new File([readFileSync(`${SAMPLES}/bid-0${i}.xlsx`)], `bid-0${i}.xlsx`)
      expect(await told(file, Number(letter.price.figures.replace('.', '')))).toEqual([])
    }
  })
})
