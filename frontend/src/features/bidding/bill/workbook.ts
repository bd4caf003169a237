import { BlobReader, configure, TextWriter, ZipReader, type FileEntry } from '@zip.js/zip.js'

configure({ useWebWorkers: false })

const PART_BYTES_MAX = 64 << 20

/** One row: its number, and the text of each cell by its column from 0. */
export interface Row {
  number: number
  cells: (string | undefined)[]
}

/** A sheet of a workbook with its rows in order. */
export interface Sheet {
  name: string
  rows: Row[]
}

const columnOf = (place: string) =>
  [.../^[A-Z]+/.exec(place)![0]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function xml(text: string): Document {
  if (text.includes('<!DOCTYPE')) throw new Error('a document type has no place in a workbook')
  const document = new DOMParser().parseFromString(text, 'text/xml')
  if (document.getElementsByTagName('parsererror').length) throw new Error('not XML')
  return document
}

const all = (parent: Document | Element, name: string) => [...parent.getElementsByTagName(name)]
const textOf = (parent: Element) =>
  all(parent, 't')
    .filter((part) => part.parentElement?.tagName !== 'rPh')
    .map((part) => part.textContent ?? '')
    .join('')

function cellText(cell: Element, strings: string[]): string | undefined {
  const value = [...cell.children].find((child) => child.tagName === 'v')?.textContent ?? undefined
  if (cell.getAttribute('t') === 'inlineStr') return textOf(cell)
  return cell.getAttribute('t') === 's' && value !== undefined ? strings[Number(value)] : value
}

function rowsOf(sheet: Document, strings: string[]): Row[] {
  const data = all(sheet, 'sheetData')[0]
  return [...(data?.children ?? [])].map((row, index) => {
    const cells: Row['cells'] = []
    for (const cell of row.children) {
      const place = cell.getAttribute('r')
      cells[place ? columnOf(place) : cells.length] = cellText(cell, strings)?.trim()
    }
    return { number: Number(row.getAttribute('r') ?? index + 1), cells }
  })
}

/** Reads the sheets of an .xlsx file on this machine; throws when it is not one. */
export async function readWorkbook(file: Blob): Promise<Sheet[]> {
  const reader = new ZipReader(new BlobReader(file))
  const entries = new Map((await reader.getEntries()).map((entry) => [entry.filename, entry]))
  const part = async (name: string): Promise<Document | undefined> => {
    const entry = entries.get(name) as FileEntry | undefined
    if (!entry) return undefined
    if (entry.uncompressedSize > PART_BYTES_MAX) throw new Error(`${name} is too large`)
    return xml(await entry.getData(new TextWriter()))
  }
  const book = await part('xl/workbook.xml')
  const relations = await part('xl/_rels/workbook.xml.rels')
  if (!book || !relations) throw new Error('not a workbook')
  const shared = await part('xl/sharedStrings.xml')
  const strings = shared ? all(shared, 'si').map(textOf) : []
  const targets = new Map(
    all(relations, 'Relationship').map((each) => [each.getAttribute('Id'), each.getAttribute('Target')]),
  )
  const sheets: Sheet[] = []
  for (const each of all(book, 'sheet')) {
    const target = targets.get(each.getAttribute('r:id')) ?? ''
    const sheet = await part(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (sheet) sheets.push({ name: each.getAttribute('name') ?? '', rows: rowsOf(sheet, strings) })
  }
  await reader.close()
  return sheets
}
