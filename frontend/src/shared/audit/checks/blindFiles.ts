import { concat, hex } from '@/shared/trust/bytes'
import { sm3 } from '@/shared/trust/sm3'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { openedPrices } from './panel'
import { standingDecisions } from './proposals'
import { reviewEnd } from './reviews'

const SEALED = 'evaluation/blind-sealed'
const OPENED = 'evaluation/blind-files'
const RULING = 'evaluation/blind-ruling'
const TEMPLATE = ['pagesMax', 'marginMm', 'fonts', 'sizesPt', 'linesPt']
const HASH = 32

/**
 * Blind files (暗标): what was checked and redrawn is fixed before the first sheet, by the published rules, for exactly
 * the opened bids; it is opened behind the sheets; and a breach has the consequence that the tender document states.
 * Whether a file gives these hashes is computed by whoever has it (`blind-check`).
 */
export async function checkBlindFiles(dossier: Dossier): Promise<number> {
  const rule = dossier.publication.get('method').get('blind')
  if (!rule.isObject) {
    for (const type of [SEALED, OPENED, RULING]) {
      const entry = dossier.first(type)
      demand(entry === undefined, entry?.object ?? '', 'blind-files-that-the-tender-document-does-not-know')
    }
    return 0
  }
  const [sealed, opened] = [dossier.first(SEALED), dossier.first(OPENED)]
  const committed = dossier.first('evaluation/committed')
  if (committed) {
    const fixed = sealed !== undefined && sealed.n < committed.n
    demand(fixed, committed.object, 'a-sheet-before-the-blind-files-were-fixed')
  }
  const scored = dossier.first('evaluation/scored')
  if (scored) {
    const shown = opened !== undefined && opened.n < scored.n
    demand(shown, scored.object, 'scored-before-the-blind-files-were-opened')
  }
  if (opened) checkOpened(dossier, opened, sealed, rule)
  for (const ruling of dossier.all(RULING)) checkRuling(dossier, ruling, opened)
  return opened ? dossier.body(opened).get('files').items.length : 0
}

function checkOpened(dossier: Dossier, entry: Entry, sealed: Entry | undefined, rule: Field): void {
  const body = dossier.body(entry).exactly('session', 'nonce', 'rules', 'files')
  body.get('nonce').bytes(HASH)
  demand(sealed !== undefined && sealed.n < entry.n, entry.object, 'blind-files-that-were-not-sealed')
  demand(dossier.all(OPENED).length === 1, entry.object, 'blind-files-opened-twice')
  const commit = hex(sm3(concat('QC1 blind files', body.canonical())))
  dossier.body(sealed).get('commit').equals(commit, 'not-the-blind-files-that-were-sealed')
  dossier.body(sealed).get('session').equalsField(body.get('session'), 'blind-files-of-another-session')
  const end = reviewEnd(dossier, entry.n)
  const behind = dossier.all('evaluation/revealed').every((sheet) => sheet.n < entry.n || sheet.n > end)
  demand(behind, entry.object, 'blind-files-opened-before-the-sheets')
  const rules = body.get('rules')
  for (const field of TEMPLATE) rules.get(field).equalsField(rule.get(field), 'not-the-rules-that-were-published')
  checkWords(dossier, rules.get('words'))
  checkFiles(dossier, body.get('files'))
}

/** Every bidder is looked for by its name and its credit code. */
function checkWords(dossier: Dossier, words: Field): void {
  const asked = words.items.map((word) => word.said)
  for (const names of dossier.all('lot/names'))
    for (const bid of dossier.body(names).get('bids').items) {
      const known = asked.includes(bid.get('name').said) && asked.includes(bid.get('uscc').said)
      demand(known, words.path, 'a-bidder-that-was-not-looked-for', bid.get('name').said)
    }
}

function checkFiles(dossier: Dossier, files: Field): void {
  const seen = files.items.map((file) => {
    file.exactly('bidId', 'file', 'pages', 'canonical', 'marks', 'marksSm3')
    for (const count of ['pages', 'marks']) file.get(count).number()
    file.get('marksSm3').bytes(HASH)
    for (const hash of ['file', 'canonical']) if (!file.get(hash).isNull) file.get(hash).bytes(HASH)
    return file.get('bidId').said
  })
  const expected = [...openedPrices(dossier).keys()].sort()
  const exact = seen.length === expected.length && seen.every((bidId, i) => bidId === expected[i])
  demand(exact, files.path, 'not-exactly-the-opened-bids-in-order', seen.join(' '), expected.join(' '))
}

function checkRuling(dossier: Dossier, entry: Entry, opened: Entry | undefined): void {
  const body = dossier.body(entry)
  demand(opened !== undefined && opened.n < entry.n, entry.object, 'a-ruling-before-the-blind-files')
  body.get('basis').equals('BLIND_BREACH', 'a-ruling-on-something-else')
  body.get('code').equals('RJ6', 'not-a-basis-of-this-ground')
  demand(body.get('clarification').isNull, entry.object, 'a-clarification-of-a-fact')
  const bidId = body.get('bidId')
  demand(openedPrices(dossier).has(bidId.said), bidId.path, 'a-ruling-on-no-opened-bid', bidId.value)
  const effect = body.get('effect')
  demand(['ZERO', 'NONE'].includes(effect.said), effect.path, 'an-unknown-consequence', effect.value)
  checkConsequence(dossier, entry, effect.said)
  const [inFavour, against] = [body.get('for').count, body.get('against').count]
  const carried = body.get('carried')
  demand((carried.value === true) === 2 * inFavour > inFavour + against, carried.path, 'not-what-the-votes-say')
}

/** Demands that the tender document states this consequence of a breach. */
export function checkConsequence(dossier: Dossier, entry: Entry, breach: string): void {
  const published = dossier.publication.get('method').get('blind').get('breach').value
  demand(published === breach, entry.object, 'not-the-consequence-that-was-published', breach, published ?? '')
}

/** Bids whose technical points a breach took before an entry. */
export function withoutTechnicalPoints(dossier: Dossier, n: number): string[] {
  return standingDecisions(dossier, n)
    .filter(({ type }) => type === RULING)
    .map((entry) => dossier.body(entry))
    .filter((body) => body.get('carried').value === true && body.get('effect').value === 'ZERO')
    .map((body) => body.get('bidId').said)
}
