import { pricedBill, total } from './material/bill'
import { pdf, pdfOf } from './material/pdf'
import { creditCode } from './material/uscc'
import type { Company, Offer } from './pages/bidder'
import type { Terms } from './pages/tender'
import type { Stage } from './stage'

export const PROJECT = '栖霞区雁回路（长汀路—望澜街）道路改造工程'
export const LOT = `${PROJECT}施工`
export const TRUSTEES = ['supervisor', 'notary', 'operator']
export const PANEL = 5
export const COMMITTEE = 5

const ceilingYuan = Math.ceil(total(1000).sumFen / 1_000_000) * 10_000

/** Pages for the items of the preliminary review that the tender document wants a page for. */
const REVIEWED = { F1: '1', Q1: '1', Q2: '1', Q3: '1', R3: '2', R4: '2' }

/** What the agency asks for. */
export const TERMS: Terms = {
  project: PROJECT,
  procuringEntity: '91330703XX0000019M',
  estimateYuan: String(ceilingYuan * 1.01),
  ceilingYuan: String(ceilingYuan),
  securityYuan: '600000',
}

/** The company that registers itself, and wins. */
export const NEWCOMER: Company = {
  name: '云浦启航市政工程有限公司',
  uscc: creditCode(731),
  legalRepresentative: '卫青松',
  contact: '纪南星',
  phone: '000-88000731',
}

/** Who bids, at how many thousandths of the estimated prices, and with how large a technical part. */
export const BIDDERS = [
  { account: 'newcomer', perMille: 938, leader: '陶然亭', technicalBytes: 3 << 20 },
  { account: 'bidder1', perMille: 951, leader: '骆云帆', technicalBytes: 40_000 },
  { account: 'bidder2', perMille: 924, leader: '简知行', technicalBytes: 40_000 },
]
export type Bidder = (typeof BIDDERS)[number]

/** Price of a bid as the hall shows it, such as `12,345,678.90`. */
export const figure = ({ perMille }: Bidder) =>
  (total(perMille).sumFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })

/** Where the technical part of every bid speaks of traffic. */
export const TRAFFIC = { item: 'T2', words: '三次导改', page: 12, second: 15 }

/** The technical part: a construction plan of twenty pages, which tries to run a script and to lead elsewhere. */
function plan(leader: string, bytes: number): Uint8Array {
  const pages = Array.from({ length: 20 }, (_, i) => [
    `第 ${i + 1} 章 施工组织设计`,
    `本章由项目负责人${leader}组织编写，说明第 ${i + 1} 部分的做法、人员与机具。`,
    '路基、管网与面层分段流水，每段完成后自检、互检、专检，资料随工程同步整理。',
    ...(i + 1 === TRAFFIC.page
      ? ['交通组织：分幅施工、三次导改、夜间铺筑，施工期间保持双向通行。', '沿线公交站就近平移，平移距离不大于六十米。']
      : []),
    '冬雨季施工另有专项安排；质量目标为合格，安全目标为无重伤以上事故。',
  ])
  return pdfOf(pages, { bytes, hostile: true })
}

/** Letter and files of a bid, written to the disk of its bidder. */
export async function offerOf(stage: Stage, bidder: Bidder, bondNo: string): Promise<Offer> {
  const { account, perMille, leader, technicalBytes } = bidder
  return {
    priceYuan: (total(perMille).sumFen / 100).toFixed(2),
    durationDays: String(300 + (perMille % 50)),
    leader,
    bondNo,
    index: { ...REVIEWED, T1: '1—3', [TRAFFIC.item]: `${TRAFFIC.page}、${TRAFFIC.second}—16` },
    letter: await stage.file(`${account}-letter.pdf`, pdf(`Bid letter of ${account}`)),
    technical: await stage.file(`${account}-technical.pdf`, plan(leader, technicalBytes)),
    bill: await stage.file(`${account}-bill.xlsx`, await pricedBill(PROJECT, perMille)),
  }
}
