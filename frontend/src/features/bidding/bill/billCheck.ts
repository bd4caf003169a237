import type { Problem } from '@/shared/api/http'
import { decimalOf, equal, plus, text, times, toCents, ZERO, type Decimal } from './decimal'
import { readWorkbook, type Row, type Sheet } from './workbook'

const HEADINGS = ['项目编码', '工程量', '综合单价', '合价'] as const
const FINDINGS_MAX = 20

type Columns = Record<(typeof HEADINGS)[number], number>

/**
 * Arithmetic of a priced bill of quantities (已标价工程量清单, GB 50500 表-08 and 表-04): every line, every sub-total, the
 * total, and that it comes to the price of the letter. A wrong cell is named; the offline sealer checks the same.
 */
export async function checkBill(file: File, priceFen: number | undefined): Promise<Problem[]> {
  let sheets: Sheet[]
  try {
    sheets = await readWorkbook(file)
  } catch {
    return [problem('bill-unreadable', 'PRICED_BILL', file.name, '.xlsx')]
  }
  const items = sheets.flatMap((sheet) => lines(sheet) ?? [])
  const summaries = sheets.flatMap((sheet) => summary(sheet, priceFen) ?? [])
  if (!sheets.some((sheet) => sheet.rows.some(columnsOf)) || !sheets.some(hasTotal))
    return [problem('bill-unreadable', 'PRICED_BILL', file.name, '表-08, 表-04')]
  return [...items, ...summaries].slice(0, FINDINGS_MAX)
}

function problem(code: string, field: string, seen: string, expected: string): Problem {
  return { code: `sealing/${code}`, status: 0, field, seen: seen || '—', expected }
}

function required(cell: string, seen: Decimal | undefined, expected: Decimal): Problem[] {
  if (seen && equal(seen, expected)) return []
  return [problem('bill-arithmetic', cell, seen ? text(seen) : '', text(expected))]
}

const cellName = (sheet: Sheet, column: number, row: Row) =>
  `${sheet.name}!${String.fromCharCode(65 + column)}${row.number}`

function columnsOf(row: Row): Columns | undefined {
  const places = HEADINGS.map((heading) => row.cells.indexOf(heading))
  if (places.some((place) => place < 0)) return undefined
  return Object.fromEntries(HEADINGS.map((heading, i) => [heading, places[i]!])) as Columns
}

/** What is wrong in a sheet of lines (表-08); nothing when the sheet is another one. */
function lines(sheet: Sheet): Problem[] | undefined {
  const head = sheet.rows.findIndex(columnsOf)
  if (head < 0) return undefined
  const columns = columnsOf(sheet.rows[head]!)!
  const found: Problem[] = []
  let section = ZERO
  let sum = ZERO
  for (const row of sheet.rows.slice(head + 1)) {
    const seen = decimalOf(row.cells[columns.合价])
    const cell = cellName(sheet, columns.合价, row)
    if (row.cells[columns.项目编码]) {
      const quantity = decimalOf(row.cells[columns.工程量])
      const price = decimalOf(row.cells[columns.综合单价])
      if (!quantity || !price) {
        found.push(problem('bill-arithmetic', cell, row.cells[columns.综合单价] ?? '', '工程量 × 综合单价'))
        continue
      }
      const expected = toCents(times(quantity, price))
      found.push(...required(cell, seen, expected))
      section = plus(section, seen ?? expected)
    } else if (row.cells.includes('分部小计')) {
      found.push(...required(cell, seen, section))
      sum = plus(sum, section)
      section = ZERO
    } else if (row.cells.includes('合计')) found.push(...required(cell, seen, plus(sum, section)))
  }
  return found
}

const isTotal = (row: Row) => row.cells[1]?.startsWith('合计') === true && decimalOf(row.cells[2]) !== undefined
const hasTotal = (sheet: Sheet) => sheet.name.startsWith('表-04') && sheet.rows.some(isTotal)

/** What is wrong in the summary (表-04): its parts make its total, and that is the price of the letter. */
function summary(sheet: Sheet, priceFen: number | undefined): Problem[] | undefined {
  if (!sheet.name.startsWith('表-04')) return undefined
  let parts = ZERO
  for (const row of sheet.rows) {
    const amount = decimalOf(row.cells[2])
    if (!amount) continue
    if (/^\d+$/.test(row.cells[0] ?? '')) parts = plus(parts, amount)
    else if (isTotal(row)) {
      const found = required(cellName(sheet, 2, row), amount, parts)
      const price = priceFen === undefined ? undefined : { digits: BigInt(priceFen), scale: 2 }
      if (price && !equal(amount, price))
        found.push(problem('bill-price', cellName(sheet, 2, row), text(amount), text(price)))
      return found
    }
  }
  return undefined
}
