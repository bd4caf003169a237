import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { NEWCOMER, PROJECT, TERMS, TRUSTEES } from './cast'
import { emptyBill } from './material/bill'
import * as bidder from './pages/bidder'
import { verifyCompany } from './pages/centre'
import { makeDocuments, nameTrustees, publish, registerProject, writeTerms } from './pages/tender'
import { makeKeys } from './pages/trustee'
import { Stage } from './stage'

const ADDRESS = process.env.QIFENG_ADDRESS ?? 'http://127.0.0.1:8080'
const FOLDER = fileURLToPath(new URL('../target/e2e', import.meta.url))

describe.sequential('One whole tender by pages only', () => {
  let stage: Stage
  let caseAddress = ''

  const step = (name: string, act: () => Promise<void>) =>
    it(name, async () => {
      onTestFailed(() => stage.shotOfEverybody())
      await act()
    })
  const everybody = (accounts: string[], act: (page: Awaited<ReturnType<Stage['person']>>) => Promise<unknown>) =>
    Promise.all(accounts.map(async (account) => act(await stage.person(account))))

  beforeAll(async () => {
    stage = await Stage.open(ADDRESS, FOLDER)
  })
  afterAll(() => stage.close())

  step('an agency registers a project and writes the tender document', async () => {
    const agency = await stage.person('agency')
    await registerProject(agency, TERMS)
    await writeTerms(agency, { ...TERMS, securityYuan: '9000000' })
    await agency.getByRole('alert').getByText('保证金超过').waitFor()
    await agency.getByLabel('保证金金额（元）').fill(TERMS.securityYuan)
    await agency.getByRole('button', { name: '校验并保存' }).click()
    await agency.getByText('已校验并保存').waitFor()
    const bill = await stage.file('bill.xlsx', await emptyBill(PROJECT))
    expect(await makeDocuments(agency, bill)).toContain('520 项')
    await stage.shot(agency, '01-draft')
  })

  step('the trustees make their keys and the agency publishes under its signature', async () => {
    const agency = await stage.person('agency')
    await nameTrustees(agency)
    await everybody(TRUSTEES, (trustee) => makeKeys(trustee, '标段开标'))
    await stage.shot(await stage.person('notary'), '02-ceremony')
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

  step('a company registers itself and the centre, logged in by password and code, verifies it', async () => {
    const newcomer = await stage.newcomer('newcomer')
    const keyFile = await bidder.register(newcomer, ADDRESS, NEWCOMER)
    await stage.shot(newcomer, '05-registered')
    const centre = await stage.staff('centre')
    await verifyCompany(centre, NEWCOMER.name)
    await stage.leave('centre')
    await bidder.logInByKeyFile(newcomer, keyFile)
  })

  it('no page complained on the way', () => expect(stage.complaints).toEqual([]))
})
