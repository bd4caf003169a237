import { concat, fromHex, hex, u32 } from '@/shared/trust/bytes'
import { drawPicks } from '@/shared/trust/draw'
import { keySetOf } from '@/shared/trust/keySet'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import { decimal, equal, meanOf, plus, show, type Decimal } from '../decimal'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { basePriceFen, countedPrices, priceScore, type MethodMa, type Price } from '../methodMa'

const decimalOf = (field: Field): Decimal => decimal(field.text(), field.path)

/** Scores: prices as opened, coefficient as drawn, method as published, every score computed again. */
export async function checkScores(dossier: Dossier): Promise<number> {
  const entry = dossier.first('evaluation/scored')
  if (!entry) return 0
  const body = dossier.body(entry)
  body.get('method').equals(dossier.doc(dossier.entries[0]!).get('method').value ?? null, 'not-the-published-method')
  const prices = checkPrices(dossier, body)
  const k = checkCoefficient(dossier, body)
  checkPriceScores(body, prices, k)
  checkTechnical(dossier, body)
  checkTotals(body)
  return prices.length
}

function checkPrices(dossier: Dossier, body: Field): Price[] {
  const opened = new Map<string, number>()
  for (const entry of dossier.all('lot/opened'))
    for (const result of dossier.body(entry).get('results').list())
      if (result.get('status').value === 'OPENED')
        opened.set(result.get('bidId').text(), result.get('bid').get('priceFen').integer())
  for (const entry of dossier.all('evaluation/rejected')) {
    const rejected = dossier.body(entry)
    if (rejected.get('carried').value !== false) opened.delete(rejected.get('bidId').text())
  }
  const input = body.get('input').get('prices')
  const prices = input.list().map((line) => {
    const bidId = line.get('bidId').text()
    line.get('priceFen').equals(opened.get(bidId) ?? null, 'not-the-opened-price')
    return { bidId, fen: BigInt(line.get('priceFen').integer()) }
  })
  demand(
    new Set(prices.map((price) => price.bidId)).size === opened.size && prices.length === opened.size,
    input.path,
    'not-the-valid-bids',
    prices.length,
    opened.size,
  )
  return prices
}

function checkCoefficient(dossier: Dossier, body: Field): Decimal {
  const k = body.get('input').get('k')
  const draws = dossier.all('draw/opened').filter((draw) => dossier.body(draw).get('purpose').value === 'COEFFICIENT')
  const ids = draws.map((draw) => dossier.body(draw).get('drawId').value)
  const results = dossier.all('draw/result').filter((result) => ids.includes(dossier.body(result).get('drawId').value))
  demand(results.length === 1, k.path, 'no-drawn-coefficient')
  k.equals(dossier.body(results[0]!).get('values').list()[0]?.value ?? null, 'not-the-drawn-coefficient')
  return decimalOf(k)
}

function methodOf(method: Field): MethodMa {
  method.get('code').equals('M-A', 'unknown-method')
  return {
    fullScore: decimalOf(method.get('fullScore')),
    e1: decimalOf(method.get('e1')),
    e2: decimalOf(method.get('e2')),
    trim: method
      .get('trim')
      .list()
      .map((rule) => ({
        bidsMin: rule.get('bidsMin').integer(),
        dropHigh: rule.get('dropHigh').integer(),
        dropLow: rule.get('dropLow').integer(),
      })),
  }
}

/** Scores of a list by bid; each valid bid exactly once. */
function scoresOf(list: Field): Map<string, Field> {
  const lines = new Map<string, Field>()
  for (const line of list.list()) {
    const bidId = line.get('bidId').text()
    demand(!lines.has(bidId), line.path, 'listed-twice')
    lines.set(bidId, line.get('score'))
  }
  return lines
}

function checkPriceScores(body: Field, prices: Price[], k: Decimal): void {
  const method = methodOf(body.get('method'))
  const counted = countedPrices(prices, method.trim)
  demand(counted.length > 0, body.get('method').get('trim').path, 'nothing-left')
  const named = body.get('input').get('counted')
  const ids = named.list().map((each) => each.text())
  demand(
    ids.length === counted.length && counted.every((each) => ids.includes(each.bidId)),
    named.path,
    'not-the-counted-bids',
  )
  const base = basePriceFen(counted, k)
  demand(base > 0n, body.get('basePriceFen').path, 'out-of-range')
  body.get('basePriceFen').equals(Number(base), 'another-base-price')
  const given = scoresOf(body.get('prices'))
  demand(given.size === prices.length, body.get('prices').path, 'not-the-valid-bids')
  for (const { bidId, fen } of prices) {
    const expected = priceScore(fen, base, method)
    const score = given.get(bidId)
    demand(score !== undefined, body.get('prices').path, 'not-the-valid-bids', '', bidId)
    demand(equal(decimalOf(score), expected), score.path, 'another-score', score.value, show(expected))
  }
}

function checkTechnical(dossier: Dossier, body: Field): void {
  const reveals = dossier.all('evaluation/revealed')
  if (reveals.length === 0 || reveals.some((reveal) => !reveal.body)) {
    dossier.attested.push('technical-scores')
    return
  }
  const points = sheetPoints(dossier, body, reveals)
  for (const [bidId, score] of scoresOf(body.get('technical'))) {
    const own = points.get(bidId)
    demand(own !== undefined, score.path, 'no-sheet')
    demand(equal(decimalOf(score), meanOf(own)), score.path, 'another-score', score.value, show(meanOf(own)))
  }
}

/** Points of each bid over the members' last sheets, after each sheet was held against its commitment. */
function sheetPoints(dossier: Dossier, body: Field, reveals: Entry[]): Map<string, Decimal[]> {
  const commits = new Map<string, Entry>()
  for (const commit of dossier.all('evaluation/committed'))
    commits.set(
      `${hex(dossier.signerOf(dossier.body(commit).get('statement'), commit).id)} ${dossier.doc(commit).get('version').integer()}`,
      commit,
    )
  const last = new Map<string, Entry>()
  const members = seated(dossier)
  for (const reveal of reveals) {
    const member = revealer(dossier, reveal)
    checkSheet(dossier, reveal, member, commits.get(`${member} ${versionOf(dossier, reveal)}`))
    const former = last.get(member)
    if (members && !members.includes(member)) continue
    if (!former || versionOf(dossier, former) < versionOf(dossier, reveal)) last.set(member, reveal)
  }
  const points = new Map<string, Decimal[]>()
  for (const [member, reveal] of last) {
    const bids = labelled(dossier, body, member)
    for (const line of said(dossier, reveal).get('sheet').get('bids').list()) {
      const bidId = bids[indexOfLabel(line.get('label').text())]
      demand(bidId !== undefined, line.get('label').path, 'no-such-label')
      const sum = line
        .get('items')
        .list()
        .map((item) => decimalOf(item.get('score')))
        .reduce(plus)
      points.set(bidId, [...(points.get(bidId) ?? []), sum])
    }
  }
  return points
}

/** What a member revealed, or the entry itself where the set opened the sheet. */
function said(dossier: Dossier, reveal: Entry): Field {
  const body = dossier.body(reveal)
  return body.get('statement').isMissing ? body : body.get('statement').get('doc')
}

const versionOf = (dossier: Dossier, reveal: Entry) => said(dossier, reveal).get('version').integer()

/** Whose sheet it is; without the member's statement k members of the session's set must have given shares of it. */
function revealer(dossier: Dossier, reveal: Entry): string {
  const body = dossier.body(reveal)
  if (!body.get('statement').isMissing) return hex(dossier.signerOf(body.get('statement'), reveal).id)
  const member = body.get('member').text()
  const opened = dossier.first('evaluation/opened')
  demand(opened !== undefined, reveal.object, 'no-such-session')
  const set = keySetOf(dossier.body(opened).get('keySet').object())
  const ids = set.members.map((each) => hex(each.id))
  const givers = new Set(
    dossier
      .all('evaluation/shared')
      .filter((shared) => shared.n < reveal.n && sharesOf(dossier, shared, body.get('version').integer(), member))
      .map((shared) => hex(dossier.signerOf(dossier.body(shared).get('statement'), shared).id)),
  )
  demand(
    [...givers].every((giver) => ids.includes(giver)),
    reveal.object,
    'not-of-the-set',
  )
  demand(givers.size >= set.threshold, reveal.object, 'too-few-shares', givers.size, set.threshold)
  return member
}

function sharesOf(dossier: Dossier, shared: Entry, version: number, member: string): boolean {
  const doc = dossier.doc(shared)
  if (doc.get('version').integer() !== version) return false
  const shares = doc.get('shares').list()
  return shares.some((share) => share.get('member').value === member)
}

/** The members of the last panel, if the package shows it. */
function seated(dossier: Dossier): string[] | undefined {
  const panel = dossier
    .all('evaluation/panel')
    .filter((entry) => entry.body)
    .at(-1)
  const members = panel && dossier.body(panel).get('members').list()
  return members?.map((each) => each.get('member').text())
}

/** 0 for `A`, 25 for `Z`, 26 for `AA`. */
const indexOfLabel = (label: string) => [...label].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1

function checkSheet(dossier: Dossier, reveal: Entry, member: string, commit: Entry | undefined): void {
  demand(commit !== undefined && commit.n < reveal.n, reveal.object, 'revealed-without-commitment')
  const doc = said(dossier, reveal)
  const version = u32(doc.get('version').integer())
  const promised = sm3(
    concat(
      'QC1 sheet',
      doc.get('session').uuid(),
      fromHex(member),
      version,
      doc.get('nonce').bytes(32),
      doc.get('sheet').hash(),
    ),
  )
  demand(dossier.doc(commit).get('commit').value === hex(promised), reveal.object, 'not-what-was-committed')
}

/** The bids of a session in the order of a member's labels A, B, … */
function labelled(dossier: Dossier, body: Field, member: string): string[] {
  const session = body.get('session').value
  const opened = dossier.all('evaluation/opened').find((entry) => dossier.body(entry).get('session').value === session)
  demand(opened !== undefined, body.get('session').path, 'no-such-session')
  const seed = body.get('labelSeed').bytes(32)
  const commit = sm3(concat('QC1 labels', body.get('session').uuid(), seed))
  dossier.body(opened).get('labelCommit').equals(hex(commit), 'not-what-was-committed')
  const bids = dossier
    .body(opened)
    .get('bids')
    .list()
    .map((each) => each.text())
  const order = drawPicks(sm3(concat('QC1 label order', seed, fromHex(member))), bids.length, bids.length)
  return order.map((i) => bids[i]!)
}

function checkTotals(body: Field): void {
  const [prices, technical, totals] = ['prices', 'technical', 'totals'].map((name) => scoresOf(body.get(name))) as [
    Map<string, Field>,
    Map<string, Field>,
    Map<string, Field>,
  ]
  demand(totals.size === prices.size && technical.size === prices.size, body.get('totals').path, 'not-the-valid-bids')
  for (const [bidId, total] of totals) {
    const [price, quality] = [prices.get(bidId), technical.get(bidId)]
    demand(price !== undefined && quality !== undefined, total.path, 'not-the-valid-bids')
    const sum = plus(decimalOf(price), decimalOf(quality))
    demand(equal(decimalOf(total), sum), total.path, 'another-score', total.value, show(sum))
  }
}
