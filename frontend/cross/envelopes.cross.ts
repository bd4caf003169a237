import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { concat, hex, random, same, type Bytes } from '@/shared/trust/bytes'
import { cipherSm3Of, sealFrame } from '@/shared/trust/bes1/frames'
import { encodeHeader, FRAME, type BidHeader } from '@/shared/trust/bes1/header'
import { fileKeyOf, prkOf, tenderCtxOf } from '@/shared/trust/bes1/keys'
import { checkWithKey, framesOf, openFile, readHeader, unwrapSelf, unwrapShare } from '@/shared/trust/bes1/opener'
import { attemptFileKey, beginSeal, finishSeal, signHeader } from '@/shared/trust/bes1/sealer'
import { combine } from '@/shared/trust/shamir'
import { publicKeyOf } from '@/shared/trust/sm2'
import { sm3 } from '@/shared/trust/sm3'
import { caseOf, groupOf, lineOf, type Group, type SealedCase } from './sealedCase'

const BIG_EVERY = 200
const GIVEN = process.env.QIFENG_CASES!
const ANSWER = process.env.QIFENG_ANSWER!

const below = (limit: number) => Math.floor(Math.random() * limit)

/** Random bytes of any length; the platform's source gives at most 64 KiB at once. */
const bytes = (length: number): Bytes =>
  concat(...Array.from({ length: Math.ceil(length / 65536) }, (_, i) => random(Math.min(65536, length - i * 65536))))

function cekOf(header: BidHeader, group: Group): Bytes {
  const own = unwrapSelf(header, group.selfKey)
  if (header.trustees.length === 0) return own
  const chosen = group.set.members.map((member) => ({ member, order: Math.random() })).sort((a, b) => a.order - b.order)
  const shares = chosen.slice(0, group.set.threshold).map(({ member }) => ({
    x: member.x,
    share: unwrapShare(header, member.id, group.trusteeKeys[member.x - 1]!),
  }))
  const joint = combine(shares)
  if (!same(joint, own)) throw new Error('the shares give another key than the bidder has')
  return joint
}

/** Opens a case of the other language in every way; throws what differs. */
function open(each: SealedCase, group: Group): void {
  const { header } = readHeader(each.header, each.signature)
  if (hex(encodeHeader(header)) !== hex(each.header)) throw new Error('header encodes to other bytes')
  if (!same(header.tenderCtx, tenderCtxOf(each.publicationHash, group.lotId))) throw new Error('foreign tender')
  if (header.docVersion !== each.docVersion || !same(header.trusteeSet, group.set.id))
    throw new Error('foreign document')
  const cek = cekOf(header, group)
  const finding = checkWithKey(header, cek, group.set)
  if (finding) throw new Error(finding)
  const prk = prkOf(cek, header.salt)
  each.files.forEach(({ plain, stored }, i) => {
    const hashes = framesOf(header, i + 1, stored).map((frame) => sm3(frame))
    if (!same(cipherSm3Of(hashes), header.files[i]!.cipherSm3)) throw new Error(`file ${i + 1} has other frames`)
    if (!same(openFile(header, i + 1, fileKeyOf(prk, i + 1, header), stored), plain))
      throw new Error(`file ${i + 1} opens to other bytes`)
  })
}

/** Seals a case of a random shape; every two-hundredth has a file of about one whole frame. */
function seal(i: number, groups: Group[]): SealedCase {
  const at = below(groups.length)
  const group = groups[at]!
  const publicationHash = random(32)
  const docVersion = 1 + below(9999)
  const seq = below(3) === 0 ? 2 + below(9998) : 1
  const attempt = beginSeal({
    publicationHash,
    lotId: group.lotId,
    docVersion,
    set: group.set,
    bidder: group.bidder.certificate.id,
    bidId: random(16),
    seq,
    prev: seq === 1 ? undefined : random(32),
    selfPublicKey: publicKeyOf(group.selfKey),
  })
  const plains = Array.from({ length: 2 + below(4) }, () => bytes(below(600)))
  if (i % BIG_EVERY === 0) plains[1] = bytes(FRAME + below(3) - 1)
  const frames = plains.map((plain, f) => {
    const count = Math.max(1, Math.ceil(plain.length / FRAME))
    return Array.from({ length: count }, (_, j) =>
      sealFrame(
        attemptFileKey(attempt, f + 1),
        attempt.core,
        { n: f + 1, i: j, last: j === count - 1 },
        plain.slice(j * FRAME, (j + 1) * FRAME),
      ),
    )
  })
  const header = finishSeal(
    attempt,
    plains.map((plain, f) => ({ length: plain.length, frameHashes: frames[f]!.map((frame) => sm3(frame)) })),
    below(5) === 0 ? 'BIDDERS' : 'TRUSTEES',
  )
  const { der, signature } = signHeader(header, group.bidder)
  const files = plains.map((plain, f) => ({ plain, stored: concat(...frames[f]!) }))
  return { group: at, publicationHash, docVersion, header: der, signature, files }
}

it('opens what Java sealed, and seals for Java', async () => {
  let groups: Group[] | undefined
  let opened = 0
  const differences: string[] = []
  for await (const line of createInterface({ input: createReadStream(GIVEN) })) {
    const json = JSON.parse(line)
    if (!groups) {
      groups = json.groups.map(groupOf)
      continue
    }
    const each = caseOf(json)
    try {
      open(each, groups![each.group]!)
    } catch (thrown) {
      differences.push(`case ${opened}: ${(thrown as Error).message}`)
    }
    opened++
  }
  const answer = createWriteStream(ANSWER)
  answer.write(`${JSON.stringify({ opened, differences })}\n`)
  for (let i = 0; i < opened; i++) answer.write(`${lineOf(seal(i, groups!))}\n`)
  await new Promise((done) => answer.end(done))
  expect(opened).toBeGreaterThan(0)
})
