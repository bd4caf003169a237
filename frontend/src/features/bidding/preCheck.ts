import { yuan } from '@/shared/format/money'
import type { Problem } from '@/shared/api/http'
import type { BidLetter, ChosenFile, FileRole } from './bid'
import type { PublicTender } from './tender'

const NEEDED: FileRole[] = ['LETTER', 'TECHNICAL', 'PRICED_BILL']
const MARKS: Record<'pdf' | 'xlsx', number[]> = { pdf: [0x25, 0x50, 0x44, 0x46], xlsx: [0x50, 0x4b, 0x03, 0x04] }
const FORMAT: Partial<Record<FileRole, 'pdf' | 'xlsx'>> = { TECHNICAL: 'pdf', PRICED_BILL: 'xlsx' }

function problem(code: string, field: string, seen: string, expected: string, law = ''): Problem {
  return { code: `sealing/${code}`, status: 0, field, seen: seen || '—', expected, ...(law ? { law } : {}) }
}

/** What the tender document refuses in a letter, before anything is sealed. */
export function checkLetter(letter: BidLetter, { terms }: PublicTender): Problem[] {
  const found: Problem[] = []
  const { priceFen, durationDays, bidValidityDays, securityFen } = letter
  if (!priceFen) found.push(problem('price-missing', 'priceFen', '', '> 0'))
  else if (priceFen > terms.ceilingFen)
    found.push(
      problem(
        'price-above-ceiling',
        'priceFen',
        yuan(priceFen),
        `≤ ${yuan(terms.ceilingFen)}`,
        '招标投标法实施条例 §51',
      ),
    )
  else if (terms.minimumFen && priceFen < terms.minimumFen)
    found.push(problem('price-below-minimum', 'priceFen', yuan(priceFen), `≥ ${yuan(terms.minimumFen)}`))
  if (!durationDays || durationDays > terms.durationDaysMax)
    found.push(problem('duration', 'durationDays', String(durationDays ?? ''), `1 … ${terms.durationDaysMax}`))
  if (!bidValidityDays || bidValidityDays < terms.bidValidityDays)
    found.push(
      problem(
        'validity',
        'bidValidityDays',
        String(bidValidityDays ?? ''),
        `≥ ${terms.bidValidityDays}`,
        '招标投标法实施条例 §25',
      ),
    )
  if (!letter.quality.trim()) found.push(problem('quality-missing', 'quality', '', terms.quality))
  if (!letter.projectLeader.trim()) found.push(problem('leader-missing', 'projectLeader', '', '姓名'))
  const wanted = terms.security?.amountFen ?? 0
  if (securityFen === undefined || securityFen < wanted)
    found.push(
      problem(
        'security-too-small',
        'security.amountFen',
        yuan(securityFen),
        `≥ ${yuan(wanted)}`,
        '招标投标法实施条例 §26',
      ),
    )
  if (wanted > 0 && !letter.securityReference.trim())
    found.push(problem('security-reference', 'security.reference', '', '保函编号或付款账号'))
  return found
}

/** What is wrong with the chosen files: one missing, empty, or of another format than its name says. */
export async function checkFiles(files: ChosenFile[]): Promise<Problem[]> {
  const found = NEEDED.filter((role) => !files.some((each) => each.role === role)).map((role) =>
    problem('file-missing', role, '', role),
  )
  for (const { role, file } of files) {
    if (file.size === 0) found.push(problem('file-empty', role, file.name, '> 0'))
    const format = FORMAT[role]
    if (!format || file.size === 0) continue
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer())
    if (!MARKS[format].every((byte, i) => head[i] === byte))
      found.push(problem('file-format', role, file.name, `.${format}`))
  }
  return found
}
