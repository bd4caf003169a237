import { isUscc } from '@/shared/format/uscc'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

function organisationCheck(code: string): string {
  const sum = [...code].reduce((total, char, i) => total + parseInt(char, 36) * WEIGHTS[i]!, 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** The credit code of a company that does not exist, with right check digits. */
export function creditCode(number: number): string {
  const organisation = `XX${String(number).padStart(6, '0')}`
  const open = `91330703${organisation}${organisationCheck(organisation)}`
  return open + [...ALPHABET].find((check) => isUscc(open + check))!
}
