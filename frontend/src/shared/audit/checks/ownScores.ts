import { demand } from '../broken'
import { equal, meanOf, show } from '../decimal'
import { demandAnchor, platformSignature, type Dossier } from '../dossier'
import type { Field } from '../field'
import { scoredForFinalists, scoresOf } from '../party'
import { withoutTechnicalPoints } from './blindFiles'
import { itemSum } from './sheets'

/**
 * A party's own technical scores with their reasons (`scores.json`): the platform's signed word, because the members'
 * sheets stay withheld; but their mean must be the score that was published.
 */
export async function checkOwnScores(dossier: Dossier): Promise<number> {
  const object = scoresOf(dossier)
  if (object === undefined) return 0
  const file = (await dossier.archive.json(object)).exactly('doc', 'sig')
  const doc = file.get('doc')
  const signer = platformSignature(dossier.trust?.receipts, file.get('sig').base64(), doc.canonical(), object)
  if (dossier.trust) demandAnchor(dossier.trust.receipts, signer, dossier.heads.at(-1)!.machineAt, object)
  doc.exactly('type', 'v', 'tender', 'lot', 'bidId', 'session', 'sheets')
  doc.get('type').equals('own-scores', 'not-scores')
  doc.get('v').equals(1, 'another-version')
  for (const id of ['tender', 'lot', 'bidId'])
    doc.get(id).equalsField(dossier.manifest.get(id), 'scores-of-something-else')
  const scored = dossier.body(scoredForFinalists(dossier)!)
  doc.get('session').equalsField(scored.get('session'), 'scores-of-something-else')
  const taken = withoutTechnicalPoints(dossier, Infinity).includes(doc.get('bidId').said)
  if (!taken) checkMean(dossier, doc, scored, object)
  dossier.attested.push('own-scores')
  return doc.get('sheets').items.length
}

function checkMean(dossier: Dossier, doc: Field, scored: Field, object: string): void {
  const sums = doc.get('sheets').items.map((sheet) => itemSum(dossier, sheet.get('items'), object))
  demand(sums.length > 0, object, 'no-sheets')
  const mean = meanOf(sums)
  for (const line of scored.get('technical').items) {
    const score = line.get('score')
    const holds = !line.get('bidId').is(doc.get('bidId')) || equal(mean, score.decimal())
    demand(holds, object, 'another-mean', show(mean), score.value)
  }
}
