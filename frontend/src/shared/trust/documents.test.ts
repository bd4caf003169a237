import { describe, expect, it } from 'vitest'
import { trustees } from '@/test/keySets'
import { TestAuthority } from '@/test/people'
import { concat, hex, utf8 } from './bytes'
import { chainsTo } from './certificates'
import { drawPicks } from './draw'
import { openKeyFile, writeKeyFile } from './keyFile'
import { keySetOf } from './keySet'
import { extendsTree, includes, leafHash, nodeHash } from './merkle'
import { signQs1, verifyQs1 } from './qs1'
import { noteKey, noteShare, openNote, sealNote } from './sealedNote'
import { sm3 } from './sm3'

const authority = new TestAuthority()
const OWNER = '0b6f1c1e-8b1c-4a58-9f0e-4b8f0f0c2a11'
const AT = new Date('2026-06-01T00:00:00Z')

describe('QS1 signatures', () => {
  const person = authority.person('张三')
  const signature = signQs1(person.signKey, person.certificate, [], utf8('文件'))

  it('name their signer, who chains to the root', () => {
    const { signer, others } = verifyQs1(signature, utf8('文件'))
    expect(hex(signer.id)).toBe(hex(person.certificate.id))
    expect(chainsTo([authority.root], signer, others, AT)).toBe(true)
    expect(chainsTo([new TestAuthority().root], signer, others, AT)).toBe(false)
    expect(chainsTo([authority.root], signer, others, new Date('2031-01-01T00:00:00Z'))).toBe(false)
  })

  it('refuse other content', () => {
    expect(() => verifyQs1(signature, utf8('文件 '))).toThrow(/trust\/bad-signature/)
  })

  it('with a changed byte are refused, or are no longer by that certificate', () => {
    for (let at = 0; at < signature.length; at++) {
      const changed = signature.slice()
      changed[at]! ^= 0x01
      const signer = () => hex(verifyQs1(changed, utf8('文件')).signer.id)
      try {
        expect(signer(), `byte ${at}`).not.toBe(hex(person.certificate.id))
      } catch (thrown) {
        expect(String(thrown), `byte ${at}`).toMatch(/trust\//)
      }
    }
  })
})

describe('Key sets and sealed notes', () => {
  const { doc, people } = trustees(authority, OWNER)
  const set = keySetOf(doc)
  const context = sm3('context')

  it('open with any two members', () => {
    const note = sealNote(utf8('分数'), context, set)
    const shares = [0, 2].map((i) => ({ x: i + 1, share: noteShare(note, set.members[i]!, people[i]!.encryptionKey) }))
    expect(openNote(note, noteKey(shares), set)).toEqual(utf8('分数'))
  })

  it('refuse a note under another context', () => {
    const note = { ...sealNote(utf8('分数'), context, set), context: hex(sm3('other')) }
    expect(() => noteShare(note, set.members[0]!, people[0]!.encryptionKey)).toThrow(/trust\/bad-note/)
  })

  it('refuse a set that one side can open', () => {
    expect(() => keySetOf({ ...doc, threshold: 1 })).toThrow(/trust\/bad-key-set/)
  })
})

describe('Key files', () => {
  it('open with their password only', async () => {
    const person = authority.person('李四')
    const file = await writeKeyFile(person, '口令')
    const opened = await openKeyFile(file, '口令')
    expect(opened.signKey).toEqual(person.signKey)
    expect(opened.encryptionKey).toEqual(person.encryptionKey)
    await expect(openKeyFile(file, '口令2')).rejects.toThrow(/trust\/wrong-password/)
  })
})

describe('The tree of the log', () => {
  const leaves = Array.from({ length: 13 }, (_, i) => sm3(`leaf ${i}`))
  const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1)
  const root = (part: Uint8Array[]): Uint8Array =>
    part.length === 1
      ? leafHash(part[0]!)
      : nodeHash(root(part.slice(0, split(part.length))), root(part.slice(split(part.length))))
  const path = (m: number, part: Uint8Array[]): Uint8Array[] => {
    if (part.length === 1) return []
    const k = split(part.length)
    return m < k
      ? [...path(m, part.slice(0, k)), root(part.slice(k))]
      : [...path(m - k, part.slice(k)), root(part.slice(0, k))]
  }
  const consistency = (m: number, part: Uint8Array[], whole: boolean): Uint8Array[] => {
    if (m === part.length) return whole ? [] : [root(part)]
    const k = split(part.length)
    return m <= k
      ? [...consistency(m, part.slice(0, k), whole), root(part.slice(k))]
      : [...consistency(m - k, part.slice(k), false), root(part.slice(0, k))]
  }

  it('includes every leaf at its place only', () => {
    for (let size = 1; size <= 13; size++)
      for (let i = 0; i < size; i++) {
        const part = leaves.slice(0, size)
        expect(includes(root(part), size, i, leaves[i]!, path(i, part))).toBe(true)
        expect(includes(root(part), size, (i + 1) % size, leaves[i]!, path(i, part))).toBe(size === 1)
      }
  })

  it('proves that every tree extends every smaller one', () => {
    for (let to = 1; to <= 13; to++)
      for (let from = 1; from <= to; from++) {
        const [small, big] = [leaves.slice(0, from), leaves.slice(0, to)]
        const proof = from === to ? [] : consistency(from, big, true)
        expect(extendsTree(from, root(small), to, root(big), proof)).toBe(true)
        if (from < to) expect(extendsTree(from, sm3('fork'), to, root(big), proof)).toBe(false)
      }
  })
})

describe('Draws', () => {
  it('pick without repetition and always the same', () => {
    const seed = sm3(concat('seed'))
    const picks = drawPicks(seed, 60, 20)
    expect(new Set(picks).size).toBe(20)
    expect(drawPicks(seed, 60, 5)).toEqual(picks.slice(0, 5))
  })
})
