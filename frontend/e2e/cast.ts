import { total } from './material/bill'
import { creditCode } from './material/uscc'
import type { Company } from './pages/bidder'
import type { Terms } from './pages/tender'

export const PROJECT = '栖霞区雁回路（长汀路—望澜街）道路改造工程'
export const TRUSTEES = ['supervisor', 'notary', 'operator']

const ceilingYuan = Math.ceil(total(1000).sumFen / 1_000_000) * 10_000

/** What the agency asks for. */
export const TERMS: Terms = {
  project: PROJECT,
  procuringEntity: '91330703XX0000019M',
  estimateYuan: String(ceilingYuan * 1.01),
  ceilingYuan: String(ceilingYuan),
  securityYuan: '600000',
}

/** The company that registers itself. */
export const NEWCOMER: Company = {
  name: '云浦启航市政工程有限公司',
  uscc: creditCode(731),
  legalRepresentative: '卫青松',
  contact: '纪南星',
  phone: '000-88000731',
}
