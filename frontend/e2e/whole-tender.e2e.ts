import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { emptyBill, total } from './material/bill'
import { makeDocuments, nameTrustees, publish, registerProject, writeTerms, type Terms } from './pages/tender'
import { makeKeys } from './pages/trustee'
import { Stage } from './stage'

const ADDRESS = process.env.QIFENG_ADDRESS ?? 'http://127.0.0.1:8080'
const FOLDER = fileURLToPath(new URL('../target/e2e', import.meta.url))
const PROJECT = '栖霞区雁回路（长汀路—望澜街）道路改造工程'
const TRUSTEES = ['supervisor', 'notary', 'operator']
const ceilingYuan = Math.ceil(total(1000).sumFen / 1_000_000) * 10_000
const terms: Terms = {
  project: PROJECT,
  procuringEntity: '91330703XX0000019M',
  estimateYuan: String(ceilingYuan * 1.01),
  ceilingYuan: String(ceilingYuan),
  securityYuan: '600000',
}

describe.sequential('One whole tender by pages only', () => {
  let stage: Stage
  let caseAddress = ''

  const step = (name: string, act: () => Promise<void>) =>
    it(name, async () => {
      onTestFailed(() => stage.shotOfEverybody())
      await act()
    })

  beforeAll(async () => {
    stage = await Stage.open(ADDRESS, FOLDER)
  })
  afterAll(() => stage.close())

  step('an agency registers a project and writes the tender document', async () => {
    const agency = await stage.person('agency')
    await registerProject(agency, terms)
    await writeTerms(agency, { ...terms, securityYuan: '9000000' })
    await agency.getByRole('alert').getByText('保证金超过').waitFor()
    await agency.getByLabel('保证金金额（元）').fill(terms.securityYuan)
    await agency.getByRole('button', { name: '校验并保存' }).click()
    await agency.getByText('已校验并保存').waitFor()
    const bill = await stage.file('bill.xlsx', await emptyBill(PROJECT))
    expect(await makeDocuments(agency, bill)).toContain('520 项')
    await stage.shot(agency, '01-draft')
  })

  step('the trustees make their keys and the agency publishes under its signature', async () => {
    const agency = await stage.person('agency')
    await nameTrustees(agency)
    for (const trustee of TRUSTEES) {
      await makeKeys(await stage.person(trustee), '标段开标')
      await stage.shot(await stage.person(trustee), `02-ceremony-${trustee}`)
    }
    caseAddress = await publish(agency)
    await stage.shot(agency, '03-case')
  })

  step('anybody reads the notice without a log in and without a script', async () => {
    const reader = await stage.newcomer('reader', { javaScriptEnabled: false })
    await reader.goto(`${ADDRESS}/notices`)
    await reader.getByRole('link', { name: PROJECT }).first().click()
    expect(await reader.getByText(/^SM3 [0-9a-f]{64}$/).count()).toBeGreaterThan(0)
    expect(caseAddress).toContain(reader.url().split('/').at(-1)!)
    await stage.shot(reader, '04-notice')
    await stage.leave('reader')
  })

  it('no page complained on the way', () => expect(stage.complaints).toEqual([]))
})
