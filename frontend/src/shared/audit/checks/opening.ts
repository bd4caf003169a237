import { hex, same } from '@/shared/trust/bytes'
import { fileKeyCommitOf } from '@/shared/trust/bes1/keys'
import { demand } from '../broken'
import type { Dossier, Entry } from '../dossier'
import type { Field } from '../field'
import { findingOf } from '../findings'
import { checkStored, openSmall } from '../frames'
import { BIDS_MIN, folderOf, liveLines } from '../lines'
import { readBidHeader } from './headers'
import { memberIds } from '../lotSets'
import { readPresses, setOf, type Presses } from './presses'
import { releasedHeader, unreleasedLine } from './releases'

/** The opening: exactly the live bids of the list, at one instant, each giving the prices that were sealed. */
export async function checkOpening(dossier: Dossier): Promise<number> {
  const [opened, ...again] = dossier.all('lot/opened')
  if (!opened) return 0
  demand(again.length === 0, again.at(-1)?.object ?? '', 'opened-twice')
  const list = dossier.first('lot/bid-list')
  demand(list !== undefined, opened.object, 'opened-without-a-bid-list')
  dossier.demandHeadBetween(list, opened)
  const live = liveLines(dossier)
  const enough = live.length >= BIDS_MIN && !dossier.all('lot/failed').some((failed) => failed.n < opened.n)
  demand(enough, opened.object, 'opened-with-too-few-bids', live.length, BIDS_MIN)
  const results = dossier.body(opened).get('results').items
  demand(results.length === live.length, opened.object, 'not-exactly-the-live-bids-of-the-list', results.length)
  const presses = await readPresses(dossier, list, opened, live)
  for (const [i, result] of results.entries()) {
    demand(result.get('bidId').is(live[i]!.get('bidId')), opened.object, 'not-the-live-bids-in-order')
    await checkResult(dossier, result, live[i]!, presses)
  }
  checkRecord(dossier)
  return live.length
}

async function checkResult(dossier: Dossier, result: Field, line: Field, presses: Presses): Promise<void> {
  const folder = folderOf(line)
  const header = releasedHeader(dossier, await readBidHeader(dossier, folder))
  for (const { n } of header.files)
    if (dossier.archive.has(`${folder}/${n}.enc`)) await checkStored(dossier, folder, header, n)
  const missing = unreleasedLine(dossier, line.get('bidId').said)
  if (missing) {
    checkUnreleased(result, missing)
    return
  }
  const { shown } = presses
  const { id, set } = setOf(dossier, presses.sets, header, `${folder}/header.der`)
  const shares = presses.shares.get(id) ?? new Map<string, Field[]>()
  const finding = shown ? await findingOf(dossier, folder, header, line.get('bidId').said, set, shares) : undefined
  if (result.get('status').value === 'INVALID') {
    const told = demandShut(result)
    if (!shown) dossier.attested.push(`finding ${folder} ${told}`)
    demand(!shown || told === finding, result.path, 'another-finding', told, finding)
    return
  }
  result.get('status').equals('OPENED', 'a-status-that-nobody-knows')
  demand(result.get('finding').isNull, result.path, 'opened-with-a-finding')
  demand(finding === undefined, result.path, 'opened-in-spite-of-a-finding', '', finding)
  const key = result.get('fileKey').bytes(16)
  const committed = same(fileKeyCommitOf(key, 1, header), header.files[0]!.fileKeyCommit)
  demand(committed, result.path, 'not-the-key-that-the-bidder-committed-to', hex(key))
  const plain = await openSmall(dossier, folder, header, 1, key)
  demand(same(plain, result.get('bid').canonical()), result.path, 'not-what-the-bidder-sealed')
  noteBlames(dossier, folder, line.get('bidId').said, set, shares)
}

/** The envelope was rebuilt from its key, and every wrap in it is good: whoever called its own bad did not tell the truth. */
function noteBlames(dossier: Dossier, folder: string, bidId: string, set: Field, presses: Map<string, Field[]>): void {
  memberIds(set).forEach((id, i) => {
    const member = set.get('members').items[i]!
    const blamed = (presses.get(id) ?? []).some(
      (share) => share.get('bidId').value === bidId && !share.get('badWrap').isMissing,
    )
    if (blamed) dossier.falseBlames.push(`${member.get('x').count} ${member.get('name').said} ${folder}`)
  })
}

/** An invalid bid, or one that was not released, tells why, and nothing of what is inside. */
function demandShut(result: Field): string {
  const told = result.get('finding').said
  const shut = told !== '' && result.get('bid').isNull && result.get('fileKey').isNull
  demand(shut, result.path, 'an-invalid-bid-with-contents-or-without-a-finding')
  return told
}

function checkUnreleased(result: Field, line: Field): void {
  demandShut(result)
  result.get('status').equalsField(line.get('outcome'), 'not-what-the-release-list-says')
  result.get('finding').equalsField(line.get('causation').get('doc').get('code'), 'not-what-the-release-list-says')
}

function checkRecord(dossier: Dossier): void {
  for (const entry of dossier.all('lot/opening-record'))
    for (const statement of dossier.body(entry).get('signatures').items)
      checkSignedFor(dossier, statement, entry, 'opening-record')
  for (const entry of dossier.all('lot/objection'))
    dossier.doc(entry).get('type').equals('opening-objection', 'not-an-objection')
}

/** A signature under a document stands for the document that the entry names. */
export function checkSignedFor(dossier: Dossier, statement: Field, entry: Entry, type: string): void {
  const doc = statement.get('doc')
  doc.get('type').equals(type, 'a-signature-under-something-else')
  doc.get('sm3').equalsField(dossier.body(entry).get('sm3'), 'signed-for-another-document')
}
