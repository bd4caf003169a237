import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cipherSm3Of, openFrame, sealFrame } from './bes1/frames'
import { decodeHeader, encodeHeader, FRAME } from './bes1/header'
import { coefficientsOf, fileKeyOf, prkOf, scalarFor, tenderCtxOf } from './bes1/keys'
import { checkWithKey, readHeader, unwrapSelf, unwrapShare } from './bes1/opener'
import { beginSeal, finishSeal } from './bes1/sealer'
import { concat, fromBase64, fromHex, fromUuid, hex, u32, utf8, type Bytes } from './bytes'
import { canonical, canonicalHash, parseCanonical, type Json, type JsonObject } from './canonicalJson'
import { certificateOf, chainsTo } from './certificates'
import { drawCommit, drawNoteContext, drawNoteKeys, drawPicks, drawSeed } from './draw'
import { expand, extract } from './hkdf'
import { openKeyFile } from './keyFile'
import { keySetOf } from './keySet'
import { extendsTree, includes, logEntry } from './merkle'
import { Oid } from './oids'
import { verifyQs1 } from './qs1'
import { noteKey, noteShare, openNote, sealNote } from './sealedNote'
import { publicKeyOf } from './sm2'
import { encodeSm2Cipher } from './sm2wrap'
import { hmacSm3, sm3 } from './sm3'
import { verifyStatement } from './statement'

const file = new URL('../../../../trust/src/test/resources/vectors/bes1.json', import.meta.url)
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the shape of the vectors is what this test states
const v = JSON.parse(readFileSync(file, 'utf8')) as any
const set = keySetOf(v.keySet.doc)
const e = v.envelope

function plainOf(each: JsonObject): Bytes {
  if (each.plain) return canonical(each.plain)
  if (typeof each.plainBase64 === 'string') return fromBase64(each.plainBase64)
  return Uint8Array.from({ length: each.length as number }, (_, i) => 7 * i + 3)
}

describe('The vectors that both implementations share: primitives', () => {
  it('hash, HMAC and HKDF', () => {
    expect(hex(sm3('abc'))).toBe(v.hash.sm3OfAbc)
    expect(hex(hmacSm3(fromHex(v.hash.hmacKeyHex), 'abc'))).toBe(v.hash.hmacOfAbc)
    const prk = extract(utf8(v.hash.hkdfSaltText), utf8(v.hash.hkdfSecretText))
    expect(hex(prk)).toBe(v.hash.prk)
    for (const length of [16, 48])
      expect(hex(expand(prk, utf8(v.hash.hkdfInfoText), length))).toBe(v.hash[`expand${length}`])
  })

  it('canonical JSON', () => {
    expect(new TextDecoder().decode(canonical(v.canonicalJson.doc))).toBe(v.canonicalJson.canonical)
    expect(hex(canonicalHash(v.canonicalJson.doc))).toBe(v.canonicalJson.sm3)
    for (const text of v.canonicalJson.refused) expect(() => parseCanonical(utf8(text)), text).toThrow(/not-canonical/)
  })

  it('certificates, QS1 signatures and statements', () => {
    const root = certificateOf(fromBase64(v.people.root))
    for (const person of [v.people.bidder, ...v.people.trustees]) {
      const certificate = certificateOf(fromBase64(person.certificate))
      expect(hex(certificate.id)).toBe(person.certificateId)
      expect(certificate.names[Oid.COMMON_NAME]).toBe(person.commonName)
      expect(hex(publicKeyOf(fromHex(person.signKey)))).toBe(hex(certificate.publicKey!))
      expect(hex(publicKeyOf(fromHex(person.encryptionKey)))).toBe(person.encryptionPublicKey)
      expect(chainsTo([root], certificate, [], certificate.from)).toBe(true)
    }
    const content = utf8(v.qs1.contentText)
    expect(hex(verifyQs1(fromBase64(v.qs1.signature), content).signer.id)).toBe(v.qs1.certificateId)
    for (const [why, signature] of Object.entries(v.qs1.refused))
      expect(() => verifyQs1(fromBase64(signature), content), why).toThrow()
    expect(hex(verifyStatement(v.qs1.statement).signer.id)).toBe(v.people.bidder.certificateId)
    expect(hex(canonicalHash(v.qs1.statement.doc))).toBe(v.qs1.statementHash)
  })

  it('key sets and key files', async () => {
    expect(hex(set.id)).toBe(v.keySet.id)
    const opened = await openKeyFile(utf8(v.keyFile.file), v.keyFile.password)
    expect(hex(opened.signKey)).toBe(v.people.bidder.signKey)
    expect(hex(opened.certificate.id)).toBe(v.people.bidder.certificateId)
  })
})

describe('The vectors that both implementations share: envelope', () => {
  const attempt = beginSeal(
    {
      publicationHash: fromHex(e.publicationHash),
      lotId: fromUuid(e.lotId),
      docVersion: e.docVersion,
      set,
      bidder: fromHex(v.people.bidder.certificateId),
      bidId: fromHex(e.bidId),
      seq: e.seq,
      selfPublicKey: fromHex(e.selfPublicKey),
    },
    fromHex(e.cek),
    fromHex(e.salt),
  )
  const prk = prkOf(fromHex(e.cek), fromHex(e.salt))

  it('contexts and commitments', () => {
    expect(hex(tenderCtxOf(fromHex(e.publicationHash), fromUuid(e.lotId)))).toBe(e.tenderCtx)
    expect(hex(attempt.header.keyCommit)).toBe(e.keyCommit)
    expect(hex(attempt.core)).toBe(e.core)
    expect(coefficientsOf(prk, set.threshold).map(hex)).toEqual(e.coefficients)
    for (const each of e.shares)
      expect(scalarFor(prk, 'trustee', fromHex(each.trusteeId), attempt.core).toString(16).padStart(64, '0')).toBe(
        each.scalar,
      )
  })

  it('frames of every file', () => {
    for (const each of e.files) {
      const [plain, key] = [plainOf(each), fileKeyOf(prk, each.n, attempt.header)]
      expect(hex(key)).toBe(each.fileKey)
      const frames = Array.from({ length: each.frameCount }, (_, i) => {
        const place = { n: each.n, i, last: i === each.frameCount - 1 }
        const part = plain.slice(i * FRAME, (i + 1) * FRAME)
        const frame = sealFrame(key, attempt.core, place, part)
        expect(hex(openFrame(key, attempt.core, place, frame)) === hex(part)).toBe(true)
        return frame
      })
      expect(frames.map((frame) => hex(sm3(frame)))).toEqual(each.frameSm3)
      expect(hex(cipherSm3Of(frames.map((frame) => sm3(frame))))).toBe(each.cipherSm3)
      if (each.frame) expect(hex(frames[0]!)).toBe(each.frame)
    }
  })

  it('the header, byte for byte, and who signed it', () => {
    const files = e.files.map((each: JsonObject) => ({
      length: each.length,
      frameHashes: (each.frameSm3 as string[]).map((hash) => fromHex(hash)),
    }))
    const header = finishSeal(attempt, files)
    expect(hex(encodeHeader(header))).toBe(e.header)
    expect(hex(sm3(fromHex(e.header)))).toBe(e.headerHash)
    expect(hex(encodeSm2Cipher(header.self.wrap))).toBe(e.selfWrap)
    header.trustees.forEach((each, i) => {
      expect(hex(each.shareCommit)).toBe(e.shares[i].shareCommit)
      expect(hex(encodeSm2Cipher(each.wrap))).toBe(e.shares[i].wrap)
    })
    expect(hex(readHeader(fromHex(e.header), fromBase64(e.signature)).signed.signer.id)).toBe(
      v.people.bidder.certificateId,
    )
  })

  it('the ways back to the key', () => {
    const header = decodeHeader(fromHex(e.header))
    expect(hex(unwrapSelf(header, fromHex(v.people.bidder.encryptionKey)))).toBe(e.cek)
    for (const [i, trustee] of v.people.trustees.entries())
      expect(hex(unwrapShare(header, fromHex(trustee.certificateId), fromHex(trustee.encryptionKey)))).toBe(
        e.shares[i].share,
      )
    expect(checkWithKey(header, fromHex(e.cek), set)).toBeUndefined()
    const replacement = decodeHeader(fromHex(e.replacement.header))
    expect([replacement.seq, hex(replacement.prev!)]).toEqual([e.replacement.seq, e.replacement.prev])
    expect(hex(encodeHeader(replacement))).toBe(e.replacement.header)
  })
})

describe('The vectors that both implementations share: evidence', () => {
  it('sealed notes', () => {
    const { cek, salt, context, content, note, hash } = v.note
    const sealed = sealNote(fromHex(content), fromHex(context), set, fromHex(cek), fromHex(salt))
    expect(sealed).toEqual(note)
    expect(hex(canonicalHash(sealed))).toBe(hash)
    const shares = [0, 2].map((i) => ({
      x: i + 1,
      share: noteShare(note, set.members[i]!, fromHex(v.people.trustees[i].encryptionKey)),
    }))
    expect(hex(openNote(note, noteKey(shares), set))).toBe(content)
  })

  it('draws', () => {
    const { drawId, pool, poolHash, parties, seed, picks } = v.draw
    expect(hex(canonicalHash(pool))).toBe(poolHash)
    const nonces = parties.map((each: { party: string; nonce: string }) => ({
      party: fromHex(each.party),
      nonce: fromHex(each.nonce),
    }))
    for (const [i, each] of parties.entries()) {
      expect(hex(drawCommit(drawId, fromHex(poolHash), nonces[i].party, nonces[i].nonce))).toBe(each.commit)
      const context = drawNoteContext(drawId, nonces[i].party)
      expect(hex(context)).toBe(each.noteContext)
      const { cek, salt } = drawNoteKeys(context, nonces[i].nonce)
      expect(hex(cek) + hex(salt)).toBe(each.noteSeed)
    }
    expect(hex(drawSeed(drawId, fromHex(poolHash), nonces))).toBe(seed)
    for (const each of picks) expect(drawPicks(fromHex(seed), each.size, each.picks)).toEqual(each.picked)
  })

  it('commitments of sheets and ballots', () => {
    const c = v.commitments
    const commit = (label: string, id: string, number: number, value: Json) =>
      hex(sm3(concat(label, fromUuid(id), fromHex(c.member), u32(number), fromHex(c.nonce), canonicalHash(value))))
    expect(commit('QC1 sheet', c.session, c.version, c.sheet)).toBe(c.sheetCommit)
    expect(commit('QC1 ballot', c.lot, c.round, { choice: c.choice, reason: c.reason })).toBe(c.ballotCommit)
  })

  it('content hashes of entries', () => {
    const { head, salt, body } = v.entry.entry
    const bodyHash = sm3(concat('QEC1 body', fromHex(salt), canonical(body)))
    expect(hex(bodyHash)).toBe(v.entry.bodyHash)
    expect(hex(sm3(concat('QEC1', canonicalHash(head), bodyHash)))).toBe(v.entry.contentHash)
  })

  it('the tree, its proofs, and a head under its witness', () => {
    const leaves = v.tree.leaves.map((each: { nonce: string; contentHash: string; entry: string }) => {
      const entry = logEntry(fromHex(each.nonce), fromHex(each.contentHash))
      expect(hex(entry)).toBe(each.entry)
      return entry
    })
    for (const { index, size, proof } of v.tree.inclusion)
      expect(
        includes(
          fromHex(v.tree.roots[size - 1]),
          size,
          index,
          leaves[index],
          proof.map((hash: string) => fromHex(hash)),
        ),
      ).toBe(true)
    for (const { from, to, proof } of v.tree.consistency) {
      const root = (size: number) => fromHex(size === 0 ? v.tree.emptyRoot : v.tree.roots[size - 1])
      expect(
        extendsTree(
          from,
          root(from),
          to,
          root(to),
          proof.map((hash: string) => fromHex(hash)),
        ),
        `${from} → ${to}`,
      ).toBe(true)
    }
    expect(hex(canonicalHash(v.head.head.doc))).toBe(v.head.headHash)
    verifyStatement(v.head.head)
    verifyStatement(v.head.witness)
  })
})
