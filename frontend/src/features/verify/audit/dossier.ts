import { hex, same, type Bytes } from '@/shared/trust/bytes'
import { chainsTo, type Certificate } from '@/shared/trust/certificates'
import { includes, logEntry } from '@/shared/trust/merkle'
import { verifyQs1, type Qs1 } from '@/shared/trust/qs1'
import { countsAt, type Anchor, type TrustFile } from '@/shared/trust/trustFile'
import type { Archive } from './archive'
import { Broken, demand, within } from './broken'
import type { Field } from './field'

/** A head of the log that was signed, witnessed and found consistent. */
export interface Head {
  size: number
  root: Bytes
  at: number
  machineAt: string
}

/** An entry of the tender's chain; `body` is missing when the cut withholds it. */
export interface Entry {
  object: string
  n: number
  type: string
  at: number
  contentHash: string
  index: number
  body?: Field
}

/** The package under audit with what the checks before have established. */
export class Dossier {
  readonly heads: Head[] = []
  readonly entries: Entry[] = []
  readonly certificates: Certificate[] = []
  readonly withheld: string[] = []
  readonly attested: string[] = []

  constructor(
    readonly archive: Archive,
    readonly manifest: Field,
    readonly trust: TrustFile | undefined,
  ) {}

  get cut(): string {
    return this.manifest.get('cut').text()
  }

  /** Whether nothing may be withheld. */
  get isWhole(): boolean {
    return this.cut === 'SUPERVISOR'
  }

  all(type: string): Entry[] {
    return this.entries.filter((entry) => entry.type === type)
  }

  first(type: string): Entry | undefined {
    return this.entries.find((entry) => entry.type === type)
  }

  /** The body of an entry that the cut must show. */
  body(entry: Entry): Field {
    demand(entry.body !== undefined, entry.object, 'withheld')
    return entry.body
  }

  /** The doc of the statement that an entry carries. */
  doc(entry: Entry): Field {
    return this.body(entry).get('statement').get('doc')
  }

  /** Proves that a content stands in the log at the place that `leaf` names; returns its index. */
  proveLeaf(leaf: Field, contentHash: Uint8Array): number {
    const [index, size] = [leaf.get('index').integer(), leaf.get('size').integer()]
    const head = this.heads.find((each) => each.size === size)
    demand(head !== undefined, leaf.get('size').path, 'no-such-head', size)
    const proof = leaf
      .get('proof')
      .list()
      .map((each) => each.bytes(32))
    const entry = logEntry(leaf.get('nonce').bytes(32), contentHash)
    demand(includes(head.root, size, index, entry, proof), leaf.path, 'not-in-the-log')
    return index
  }

  /** Demands a published head that covers `before` and not yet `after`. */
  demandHeadBetween(before: Entry, after: Entry): void {
    const found = this.heads.some((head) => head.size > before.index && head.size <= after.index)
    demand(found, after.object, 'no-head-between', '', before.object)
  }

  /** Verifies a QS1 signature; with a trust file the signer must lead to one of its roots. */
  signature(sig: Bytes, content: Uint8Array, object: string, at: number): Qs1 {
    const signed = within(object, () => verifyQs1(sig, content))
    this.demandTrusted(signed.signer, signed.others, object, at)
    return signed
  }

  demandTrusted(signer: Certificate, others: Certificate[], object: string, at: number): void {
    if (!this.trust || this.isPlatformKey(this.trust, signer)) return
    const trusted = chainsTo(this.trust.roots, signer, [...others, ...this.certificates], new Date(at))
    demand(trusted, object, 'untrusted-signer', hex(signer.id))
  }

  private isPlatformKey({ logs, receipts, witnesses }: TrustFile, signer: Certificate): boolean {
    return [...logs, ...receipts, ...witnesses].some((anchor) => same(anchor.certificate.id, signer.id))
  }

  /** The signer of a statement in an entry; checks too that the signer had seen this chain. */
  signerOf(statement: Field, entry: Entry): Certificate {
    const doc = statement.get('doc')
    const { signer } = this.signature(statement.get('sig').base64(), doc.canonical(), statement.path, entry.at)
    const tender = doc.get('tender')
    if (!tender.isMissing) tender.equals(this.manifest.get('tender').value!, 'foreign-tender')
    const seen = doc.get('seen')
    if (!seen.isNull) this.checkSeen(seen, entry)
    return signer
  }

  private checkSeen(seen: Field, entry: Entry): void {
    const n = seen.get('n').integer()
    demand(n >= 0 && n < entry.n, seen.path, 'saw-the-future', n, `below ${entry.n}`)
    if (n > 0) seen.get('hash').equals(this.entries[n - 1]!.contentHash, 'saw-another-chain')
  }

  /** A signature by one of the platform's own keys; with a trust file the key must count at `moment`. */
  platformSignature(kind: 'logs' | 'receipts', sig: Bytes, content: Uint8Array, object: string, moment: string): void {
    const { signer } = within(object, () => verifyQs1(sig, content))
    if (this.trust) demandAnchor(this.trust[kind], signer, moment, object)
  }
}

/** Demands one of the anchors, in its period. */
export function demandAnchor(anchors: Anchor[], signer: Certificate, moment: string, object: string): Anchor {
  const anchor = anchors.find((each) => same(each.certificate.id, signer.id) && countsAt(each, moment))
  if (!anchor) throw new Broken(object, 'not-an-anchor', hex(signer.id))
  return anchor
}
