import { zip } from '@/test/evidence/zip'

export type Cell = string | number | undefined

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const column = (index: number) => String.fromCharCode(65 + index)

function cell(value: Cell, row: number, index: number): string {
  if (value === undefined) return ''
  const place = `${column(index)}${row}`
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
}

function sheet(rows: Cell[][]): string {
  const lines = rows.map((cells, i) => `<row r="${i + 1}">${cells.map((c, j) => cell(c, i + 1, j)).join('')}</row>`)
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

/** A workbook (.xlsx) of named sheets, each a list of rows. */
export async function workbook(sheets: Record<string, Cell[][]>): Promise<Uint8Array> {
  const names = Object.keys(sheets)
  const bytes = new TextEncoder()
  const part = (path: string) => `<Override PartName="${path}" ContentType="${TYPE}`
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${part('/xl/workbook.xml')}.sheet.main+xml"/>` +
      names.map((_, i) => `${part(`/xl/worksheets/sheet${i + 1}.xml`)}.worksheet+xml"/>`).join('') +
      '</Types>',
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>` +
      names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      names
        .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('') +
      '</Relationships>',
  }
  names.forEach((name, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = sheet(sheets[name]!)))
  const blob = await zip(new Map(Object.entries(files).map(([name, text]) => [name, bytes.encode(text)])))
  return new Uint8Array(await blob.arrayBuffer())
}
