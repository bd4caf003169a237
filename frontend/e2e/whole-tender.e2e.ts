import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import { BIDDERS, COMMITTEE, figure, LOT, NEWCOMER, offerOf, PANEL, PROJECT, TERMS, TRAFFIC, TRUSTEES } from './cast'
import { emptyBill } from './material/bill'
import * as award from './pages/award'
import * as bidder from './pages/bidder'
import { verifyCompany } from './pages/centre'
import { namesOf } from './pages/drawing'
import * as evaluation from './pages/evaluation'
import * as hall from './pages/hall'
import * as panelHall from './pages/panelHall'
import { after, moveClockTo } from './pages/sandbox'
import { openSeats, turnTo } from './pages/site'
import { makeDocuments, nameTrustees, publish, registerProject, writeTerms } from './pages/tender'
import { joinDraw, makeKeys, press } from './pages/trustee'
import { audit, download } from './pages/verify'
import { Stage, type DemoPerson } from './stage'
import { waitForCount } from './waiting'

const ADDRESS = process.env.QIFENG_ADDRESS ?? 'http://127.0.0.1:8080'
const FOLDER = fileURLToPath(new URL('../target/e2e', import.meta.url))
const OBJECTION = '开标一览中本单位工期请再核对一次。'
const ANSWER = '已当场核对，与投标函一致。'

describe.sequential('One whole tender by pages only', () => {
  let stage: Stage
  let people: DemoPerson[]
  let caseAddress = ''
  let deadline = ''
  let experts: string[] = []
  let committee: DemoPerson[] = []

  const step = (name: string, act: () => Promise<void>) =>
    it(name, async () => {
      onTestFailed(() => stage.shotOfEverybody())
      await act()
    })
  const everybody = (accounts: string[], act: (page: Awaited<ReturnType<Stage['person']>>) => Promise<unknown>) =>
    Promise.all(accounts.map(async (account) => act(await stage.person(account))))

  beforeAll(async () => {
    stage = await Stage.open(ADDRESS, FOLDER)
    people = await stage.people()
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
    const listener = await stage.newcomer('listener')
    await listener.goto(`${ADDRESS}/notices`)
    await stage.shot(listener, '04-notices')
    await listener.goto(reader.url())
    await stage.shot(listener, '04-notice')
    await stage.leave('reader')
    await stage.leave('listener')
  })

  step('a company registers itself and the centre, logged in by password and code, verifies it', async () => {
    const newcomer = await stage.newcomer('newcomer')
    const keyFile = await bidder.register(newcomer, ADDRESS, NEWCOMER)
    await stage.shot(newcomer, '05-registered')
    const centre = await stage.staff('centre')
    await verifyCompany(centre, NEWCOMER.name)
    await openSeats(centre)
    await stage.shot(centre, '05-seats')
    for (const [i, tab] of (['日历', '预定', '目录'] as const).entries()) {
      await turnTo(centre, tab)
      await stage.shot(centre, `05-seats-${i + 1}`)
    }
    await stage.leave('centre')
    await bidder.logInByKeyFile(newcomer, keyFile)
  })

  step('three bidders buy bonds and seal; what the tender document refuses is not sealed', async () => {
    for (const each of BIDDERS) {
      const page = await stage.person(each.account)
      const offer = await offerOf(stage, each, await bidder.buyBond(page, LOT))
      await bidder.goToSeal(page, LOT)
      if (each.account === 'newcomer') {
        await bidder.seal(page, { ...offer, priceYuan: '999999999', technical: undefined })
        await page.getByRole('alert').getByText('报价高于最高投标限价').waitFor()
        expect(await page.getByRole('alert').innerText()).toContain('缺少文件')
        expect(await page.getByText('已封标').count()).toBe(0)
        await stage.shot(page, '06-refused')
      }
      await bidder.seal(page, offer)
      expect(await bidder.receipt(page)).toMatch(/^SM3 [0-9a-f]{64}$/)
    }
    const page = await stage.person('newcomer')
    await page.getByText('已公布').waitFor()
    await stage.shot(page, '07-receipt')
  })

  step('before the deadline the hall tells nobody who bids or how many do', async () => {
    const visitor = await stage.newcomer('visitor')
    await hall.enterHall(visitor, ADDRESS, LOT)
    await visitor.getByText('截止之前，这里不显示任何投标信息').waitFor()
    expect(await visitor.locator('main').innerText()).not.toContain(NEWCOMER.name)
    deadline = await hall.nextMoment(visitor)
    await stage.shot(visitor, '08-hall-before')
  })

  step('at the deadline the list is frozen and every bidder finds its own receipt in it', async () => {
    const visitor = await stage.person('visitor')
    for (const { account } of BIDDERS) await hall.enterHall(await stage.person(account), ADDRESS, LOT)
    await moveClockTo(visitor, after(deadline, 2))
    for (const { account } of BIDDERS)
      await (await stage.person(account)).getByText('本单位回执在清单中（有效），本页已核对').waitFor()
    await waitForCount(visitor.getByText('报价封存中'), BIDDERS.length)
    await stage.shot(await stage.person('newcomer'), '09-hall-list')
  })

  step('trustees draw the coefficient and press; all prices appear at one instant', async () => {
    const visitor = await stage.person('visitor')
    await moveClockTo(visitor, after(await hall.nextMoment(visitor), 1))
    await visitor.getByText(NEWCOMER.name).waitFor()
    await everybody(TRUSTEES, (trustee) => joinDraw(trustee, '抽取系数 K'))
    await visitor.getByText('系数已抽取，保管人正在启封').waitFor()
    await stage.shot(visitor, '10-hall-press')
    const counts = await hall.watchPrices(visitor)
    await press(await stage.person('notary'))
    await press(await stage.person('operator'))
    await waitForCount(visitor.locator('.prices .figure'), BIDDERS.length)
    expect(await counts()).toEqual([0, BIDDERS.length])
    expect((await hall.prices(visitor)).sort()).toEqual(BIDDERS.map(figure).sort())
    expect(await hall.coefficient(visitor)).toMatch(/^0\.9[5-8]/)
    await stage.shot(visitor, '11-hall-prices')
  })

  step('a bidder objects, the agency answers, and the opening record is signed', async () => {
    const visitor = await stage.person('visitor')
    const agency = await stage.person('agency')
    const newcomer = await stage.person('newcomer')
    await hall.enterHall(agency, ADDRESS, LOT)
    await hall.object(newcomer, OBJECTION)
    const until = await hall.objectionsUntil(newcomer, deadline)
    await hall.answer(agency, ANSWER)
    await visitor.getByText(ANSWER).waitFor()
    await moveClockTo(visitor, after(until, 1))
    const supervisor = await stage.person('supervisor')
    await hall.enterHall(supervisor, ADDRESS, LOT)
    for (const signer of [newcomer, supervisor, agency]) await hall.signRecord(signer)
    await visitor.getByText('开标记录已签署并公开').waitFor()
    const record = await download(
      visitor,
      visitor.getByRole('link', { name: '下载开标记录' }),
      join(FOLDER, 'record.pdf'),
    )
    expect((await readFile(record)).subarray(0, 5).toString()).toBe('%PDF-')
    await stage.shot(visitor, '12-hall-record')
  })

  step('the centre plans a hall for the panel', async () => {
    const centre = await stage.staff('centre')
    await panelHall.planHall(centre, ADDRESS, LOT)
    await stage.shot(centre, '12-plan')
  })

  step('experts are drawn, check in, declare, and choose a leader', async () => {
    await everybody(TRUSTEES, (trustee) => makeKeys(trustee, '评标场次'))
    await everybody(TRUSTEES, (trustee) => joinDraw(trustee, '抽取专家'))
    const caller = await stage.person('centre')
    const numbers = await namesOf(caller, ADDRESS, LOT)
    await stage.shot(caller, '12-draws')
    await stage.leave('centre')
    const accountOf = (number: string) => people.find((one) => one.expertNumber === number)!.account
    experts = numbers.slice(0, PANEL).map(accountOf)
    const seats: string[] = []
    await everybody(experts, async (expert) => {
      await evaluation.enterSession(expert)
      seats.push(await evaluation.takeSeat(expert))
    })
    const leader = seats.sort()[0]!
    await everybody(experts, (expert) => evaluation.voteLeader(expert, leader))
  })

  step('three members see and hear one another, and supervisor and notary watch them', async () => {
    const present = await everybodyOf(experts.slice(0, 3))
    const labels: string[] = []
    for (const expert of present) labels.push(await panelHall.enter(expert))
    const others = (i: number) => labels.filter((_, j) => j !== i)
    await Promise.all(present.map((expert, i) => panelHall.waitForFrames(expert, others(i), 20)))
    await stage.shot(present[0]!, '12-panel-hall')
    const supervisor = await stage.person('supervisor')
    await panelHall.watch(supervisor, ADDRESS, LOT, false)
    await panelHall.waitForFrames(supervisor, labels, 10)
    await panelHall.say(present[0]!, '各位请先独立评完技术标')
    await present[1]!.locator('[data-act="texts"]').click()
    await present[1]!.locator('[data-text]').getByText('各位请先独立评完技术标').waitFor()
    await panelHall.warn(supervisor, labels[1]!, '请将手机交柜')
    await stage.shot(supervisor, '12-witness')
    await present[1]!.locator('[data-act="acknowledge"]').click()
    await supervisor.getByText('已全部确认').waitFor()
    await panelHall.hold(supervisor, 'freeze', '核查二号席位来客')
    await present[2]!.locator('[data-frozen]').getByText('核查二号席位来客').waitFor()
    await stage.shot(present[2]!, '12-frozen')
    await panelHall.hold(supervisor, 'unfreeze', '已查明')
    await present[2]!.locator('[data-frozen]').waitFor({ state: 'detached' })
    await panelHall.leave(present[0]!)
    await present[1]!.locator(`[data-away="${labels[0]}"]`).waitFor()
    await panelHall.enter(present[0]!)
    await panelHall.waitForFrames(present[0]!, others(0), 10)
    const notary = await stage.person('notary')
    await panelHall.watch(notary, ADDRESS, LOT, true)
    await panelHall.waitForFrames(notary, labels, 5)
    for (const one of [...present, supervisor, notary]) await panelHall.leave(one)
  })

  step(
    'five members judge form, qualification and response under seal, and vote on what one did not pass',
    async () => {
      const pages = await everybodyOf(experts)
      for (const [i, page] of pages.entries()) {
        await evaluation.judgeBids(page, i === 0 ? '授权委托书的签字须核对' : undefined)
        if (i === 0) await stage.shot(page, '12-judged')
        await evaluation.sealJudgements(page)
      }
      await everybody(experts, (expert) => evaluation.revealSheet(expert))
      await pages[0]!.getByText('评定不通过').first().waitFor()
      await stage.shot(pages[0]!, '12-settling')
      await everybody(experts, (expert) => evaluation.voteAgainst(expert, '授权委托书有单位负责人签字'))
      await pages[0]!.getByText('不予否决').waitFor()
      await evaluation.concludeScreening(pages)
    },
  )

  step('an expert searches a bid, goes to the pages that it cites, and scores, all by keyboard', async () => {
    const expert = await stage.person(experts[0]!)
    await evaluation.readBid(expert)
    await stage.shot(expert, '13-work-place')
    expect(await evaluation.search(expert, TRAFFIC.words)).toBe('1 / 1')
    await evaluation.waitForPage(expert, TRAFFIC.page)
    await stage.shot(expert, '13-found')
    await expert.keyboard.press('Escape')
    await evaluation.scoreByKeys(expert, '7.5')
    await evaluation.goToCited(expert)
    await evaluation.waitForPage(expert, TRAFFIC.page)
    await evaluation.goToCited(expert)
    await evaluation.waitForPage(expert, TRAFFIC.second)
    expect(await evaluation.quote(expert)).toBe(`（技术文件第 ${TRAFFIC.second} 页）`)
    await evaluation.openBeside(expert)
    await stage.shot(expert, '13-beside')
    await evaluation.draftIsAway(expert)
  })

  step('the machine of the seat dies, and the expert goes on at another', async () => {
    await stage.leave(experts[0]!)
    const elsewhere = await stage.person(experts[0]!)
    await evaluation.enterSession(elsewhere)
    await elsewhere.getByText('草稿已存').waitFor()
    expect((await evaluation.pointsGiven(elsewhere))[0]).toBe('7.5')
  })

  step('five members score under seal and reveal together', async () => {
    await everybody(experts, (expert) => evaluation.sealSheet(expert, (item) => `7.${(item * 13) % 90}`))
    await stage.shot(await stage.person(experts[0]!), '13-sealed')
    await everybody(experts, (expert) => evaluation.revealSheet(expert))
  })

  step('a rejection finds no majority, the leader concludes, and every member signs the report', async () => {
    const first = await stage.person(experts[0]!)
    await evaluation.proposeRejection(
      first,
      NEWCOMER.name,
      '没有响应实质性要求和条件',
      '工期承诺与招标文件的关系须核实',
    )
    await everybody(experts, (expert) => evaluation.voteAgainst(expert, '工期在招标文件规定之内'))
    await first.getByText('不予否决').waitFor()
    await stage.shot(first, '14-review')
    await evaluation.conclude(await evaluation.leaderAmong(await everybodyOf(experts)))
    await everybody(experts, (expert) => evaluation.signReport(expert))
    await first.getByText('评标已结束，报告已送招标人').waitFor()
    await stage.shot(first, '15-report')
    for (const expert of experts) await stage.leave(expert)
  })
  const everybodyOf = (accounts: string[]) => Promise.all(accounts.map((account) => stage.person(account)))

  step('the finalists are public and a committee of five chooses the winner by sealed ballots', async () => {
    const tenderer = await stage.person('tenderer')
    await award.enterAward(tenderer, ADDRESS, LOT)
    await tenderer.getByRole('button', { name: '已审阅，公示候选人' }).click()
    await moveClockTo(tenderer, after(await award.publicityEnd(tenderer), 1))
    committee = people.filter((one) => one.roles.includes('award-committee')).slice(0, COMMITTEE)
    await award.nameCommittee(
      tenderer,
      committee.map((one) => one.name),
    )
    const accounts = committee.map((one) => one.account)
    await everybody(accounts, async (member) => {
      await award.enterAward(member, ADDRESS, LOT)
      await award.castBallot(member, NEWCOMER.name, '技术与报价综合最优')
    })
    await stage.shot(await stage.person(accounts[0]!), '16-ballot')
    await everybody(accounts, (member) => award.revealBallot(member))
    await tenderer.getByText(`${NEWCOMER.name} 中标`).waitFor()
    await stage.shot(tenderer, '17-decided')
    for (const account of accounts) await stage.leave(account)
  })

  step('notice of award, contract by both sides, bonds released, case closed', async () => {
    const tenderer = await stage.person('tenderer')
    const newcomer = await stage.person('newcomer')
    await moveClockTo(tenderer, after(await award.publicityEnd(tenderer), 1))
    await award.issueNotice(tenderer)
    await award.offerContract(tenderer, 'QF-2026-031')
    await award.enterAward(newcomer, ADDRESS, LOT)
    await award.acceptContract(newcomer)
    await stage.shot(newcomer, '18-contract')
    await newcomer.getByText('已结案').waitFor()
    await newcomer.getByRole('link', { name: '保函与保证金' }).click()
    await newcomer.getByRole('row').filter({ hasText: LOT }).getByText('已释放').waitFor()
  })

  step('anybody proves the public package, and the supervisor its own cut, in the browser', async () => {
    const visitor = await stage.newcomer('stranger')
    await visitor.goto(caseAddress)
    const trust = await download(
      visitor,
      visitor.getByRole('link', { name: '下载信任文件' }),
      join(FOLDER, 'trust.json'),
    )
    const open = visitor.getByRole('link', { name: '下载存证包（公开）' })
    const pack = await download(visitor, open, join(FOLDER, 'public.zip'))
    expect(await audit(visitor, ADDRESS, pack, trust)).toContain('与您提供的信任文件相符')
    await stage.shot(visitor, '19-verified')
    const supervisor = await stage.person('supervisor')
    await supervisor.goto(caseAddress)
    const own = supervisor.getByRole('button', { name: '下载存证包（监督）' })
    const cut = await download(supervisor, own, join(FOLDER, 'supervisor.zip'))
    expect(await audit(supervisor, ADDRESS, cut, trust)).toContain('与您提供的信任文件相符')
  })

  it('no page complained on the way', () => expect(stage.complaints).toEqual([]))
})
