import { demand } from '../broken'
import { mayWithhold } from '../cuts'
import type { Dossier, Entry } from '../dossier'
import { isParty, owns } from '../party'
import { isCoefficientDrawn } from './draws'

const MEMBERS = ['type', 'v', 'cut', 'tender', 'lot', 'log', 'trustFile', 'sandbox', 'madeAt', 'size', 'entries']

/**
 * `package.json`: nobody signs it, so it is held against heads and chain, which are proved before; and the chain is
 * held against what the cut must show and what it must withhold.
 */
export async function checkManifest(dossier: Dossier): Promise<number> {
  const { manifest, trust, entries } = dossier
  manifest.exactly(...MEMBERS, ...(isParty(dossier) ? ['bidId'] : []))
  manifest.get('type').equals('evidence-package', 'not-an-evidence-package')
  manifest.get('v').equals(1, 'another-version')
  manifest.get('cut').text()
  demand(dossier.cut !== '', manifest.get('cut').path, 'an-unknown-cut', manifest.get('cut').value)
  await checkNewest(dossier)
  manifest.get('trustFile').bytes(32)
  if (trust) manifest.get('trustFile').equals(trust.fingerprint, 'made-under-another-trust-file')
  manifest.get('tender').equalsField(dossier.publication.get('tender'), 'the-chain-is-of-another-tender')
  manifest.get('lot').equalsField(dossier.lot, 'the-chain-is-of-another-lot')
  const count = manifest.get('entries')
  const named = count.number()
  const isClosed = dossier.first('tender/closed') !== undefined
  demand(named <= entries.length || !isClosed, count.path, 'the-chain-is-closed-before-that-number', named)
  demand(named <= entries.length, `chain/${String(entries.length + 1).padStart(6, '0')}.json`, 'missing')
  demand(named === entries.length, count.path, 'the-chain-has-more-entries', named, entries.length)
  if (isParty(dossier)) checkParty(dossier)
  if (dossier.isPressing) checkTrustee(dossier)
  checkCut(dossier)
  return 1
}

/** A party's cut is about one bid of the list, and there is none before the bids are open. */
function checkParty(dossier: Dossier): void {
  const list = dossier.first('lot/bid-list')
  const opened = list !== undefined && dossier.first('lot/opened') !== undefined
  demand(opened, dossier.manifest.get('cut').path, 'a-cut-of-a-party-before-the-opening')
  const own = dossier
    .body(list)
    .get('bids')
    .items.some((line) => owns(dossier, line))
  demand(own, dossier.manifest.get('bidId').path, 'no-bid-of-the-list')
}

/** A trustee's cut stands between the draw of the coefficient and the opening. */
function checkTrustee(dossier: Dossier): void {
  const { path } = dossier.manifest.get('cut')
  const drawn = dossier.first('lot/bid-list') !== undefined && isCoefficientDrawn(dossier)
  demand(drawn, path, 'a-cut-of-a-trustee-before-the-draw')
  const shut = dossier.first('lot/opened') === undefined && dossier.first('lot/failed') === undefined
  demand(shut, path, 'a-cut-of-a-trustee-behind-the-opening')
}

/** Size, time, log and clock are those of the newest head. */
async function checkNewest({ archive, manifest, heads }: Dossier): Promise<void> {
  const list = (await archive.json('heads.json')).items
  const [first, newest] = [list[0]!.get('head'), list.at(-1)!.get('head')]
  manifest.get('size').equalsField(newest.get('size'), 'not-the-size-of-the-newest-head')
  manifest.get('madeAt').equalsField(newest.get('at'), 'not-the-time-of-the-newest-head')
  manifest.get('log').equalsField(first.get('log'), 'another-log')
  const { path, value } = manifest.get('sandbox')
  demand(value === heads.at(-1)!.sandbox, path, 'sandbox-and-production-are-mixed')
}

/** Entries that are withheld although the cut shows them, or shown although it withholds them. */
function checkCut(dossier: Dossier): void {
  const [wrong] = deviations(dossier, dossier.cut)
  if (!wrong) {
    for (const { object, type, body } of dossier.entries) if (!body) dossier.withheld.push(`${object} ${type}`)
    return
  }
  const another = ['PUBLIC', 'SUPERVISOR'].some((cut) => deviations(dossier, cut).length === 0)
  demand(!another, dossier.manifest.get('cut').path, 'the-package-shows-what-another-cut-shows')
  demand(wrong.body === undefined, wrong.object, 'shown-but-this-cut-withholds-it')
  demand(false, wrong.object, 'withheld-but-this-cut-must-show-it')
}

function deviations({ entries }: Dossier, cut: string): Entry[] {
  return entries.filter(({ type, body }) => (body !== undefined) === (mayWithhold(type)! && cut !== 'SUPERVISOR'))
}
