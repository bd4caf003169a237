import { hex, same, type Bytes } from '@/shared/trust/bytes'
import { chainsTo, type Certificate } from '@/shared/trust/certificates'
import { verifyQs1, type Qs1 } from '@/shared/trust/qs1'
import { countsAt, type Anchor, type TrustFile } from '@/shared/trust/trustFile'
import type { Archive } from './archive'
import { Broken, demand, within } from './broken'
import { Field } from './field'

/** A head of the log that was signed, witnessed and found consistent. */
export interface Head {
  size: number
  root: Bytes
  at: number
  machineAt: string
  sandbox: boolean
}

/** An entry of the tender's chain; `body` is missing when the cut withholds it. */
export interface Entry {
  object: string
  n: number
  type: string
  tender: string
  at: number
  contentHash: string
  index: number
  body?: Field
}

const CUTS = ['PUBLIC', 'PARTY', 'TRUSTEE', 'SUPERVISOR']

/** The package under audit with what the checks before have established. */
export class Dossier {
  readonly heads: Head[] = []
  readonly entries: Entry[] = []
  /** All entries, in a view that shows only some. */
  private chain = this.entries
  readonly certificates: Certificate[] = []
  readonly withheld: string[] = []
  readonly attested: string[] = []
  /** Trustees who called a wrap bad that the rebuilt envelope shows to be good: number, name, folder. */
  readonly falseBlames: string[] = []

  constructor(
    readonly archive: Archive,
    readonly manifest: Field,
    readonly trust: TrustFile | undefined,
  ) {}

  /** `PUBLIC`, `PARTY`, `TRUSTEE` or `SUPERVISOR`; nothing for another. */
  get cut(): string {
    const { said } = this.manifest.get('cut')
    return CUTS.includes(said) ? said : ''
  }

  /** Whether nothing may be withheld. */
  get isWhole(): boolean {
    return this.cut === 'SUPERVISOR'
  }

  /** Whether the cut is what a trustee verifies before it presses: envelopes without their files. */
  get isPressing(): boolean {
    return this.cut === 'TRUSTEE'
  }

  /** The doc of the publication. */
  get publication(): Field {
    return this.doc(this.chain[0]!)
  }

  /** The lot, as the publication says. */
  get lot(): Field {
    return this.publication.get('lot').get('id')
  }

  /** The same package with some of its entries only; signers are held to the whole chain all the same. */
  where(shown: (entry: Entry) => boolean): Dossier {
    const view = new Dossier(this.archive, this.manifest, this.trust)
    const { heads, certificates, withheld, attested, falseBlames, chain } = this
    return Object.assign(view, {
      heads,
      certificates,
      withheld,
      attested,
      falseBlames,
      chain,
      entries: this.entries.filter(shown),
    })
  }

  /** All entries of the package, in a view that shows only some. */
  get whole(): readonly Entry[] {
    return this.chain
  }

  all(type: string): Entry[] {
    return this.entries.filter((entry) => entry.type === type)
  }

  first(type: string): Entry | undefined {
    return this.entries.find((entry) => entry.type === type)
  }

  /** The body of an entry that the cut shows. */
  body(entry: Entry): Field {
    return entry.body ?? new Field(`${entry.object}#body`, undefined)
  }

  /** The doc of the statement that an entry carries. */
  doc(entry: Entry): Field {
    return this.body(entry).get('statement').get('doc')
  }

  /** The first head that covers a place in the log. */
  headOver(index: number): Head | undefined {
    return this.heads.find((head) => head.size > index)
  }

  /** Demands a published head that covers `before` and not yet `after`. */
  demandHeadBetween(before: Entry, after: Entry): void {
    const found = this.heads.some((head) => head.size > before.index && head.size <= after.index)
    demand(found, after.object, 'no-published-head-between', '', before.object)
  }

  /** Demands that the signer leads to a root of the trust file, when there is one. */
  demandTrusted({ signer, others }: Qs1, object: string, at: number): void {
    if (!this.trust) return
    const trusted = chainsTo(this.trust.roots, signer, [...others, ...this.certificates], new Date(at))
    demand(trusted, object, 'leads-to-no-root-of-the-trust-file', hex(signer.id))
  }

  /** Who signed a statement {doc, sig} outside the chain. */
  signerAt(statement: Field, object: string, at: number): Certificate {
    const doc = statement.get('doc')
    demand(doc.isObject, object, 'a-statement-without-a-doc')
    const signed = signature(statement.get('sig').base64(), doc.canonical(), object)
    this.demandTrusted(signed, object, at)
    return signed.signer
  }

  /** The signer of a statement in an entry; checks too that the signer had seen this chain. */
  signerOf(statement: Field, entry: Entry): Certificate {
    const signer = this.signerAt(statement, entry.object, entry.at)
    const doc = statement.get('doc')
    const tender = doc.get('tender')
    demand(tender.isMissing || tender.value === entry.tender, tender.path, 'said-in-another-tender')
    const seen = doc.get('seen')
    if (!seen.isObject) return signer
    const n = seen.get('n').count
    const former = this.chain[n - 1]?.contentHash
    const known = n >= 0 && n < entry.n && (n === 0 || former === seen.get('hash').value)
    demand(known, seen.path, 'the-signer-saw-another-chain', n)
    return signer
  }

  /** Id of the signer of the statement that an entry carries. */
  signerId(entry: Entry): string {
    return hex(this.signerOf(this.body(entry).get('statement'), entry).id)
  }
}

const SIGNATURE_MAX = 32 * 1024

/** Verifies a QS1 signature. */
export function signature(sig: Bytes, content: Uint8Array, object: string): Qs1 {
  demand(sig.length <= SIGNATURE_MAX, object, 'bad-signature', `${sig.length} bytes`)
  return within(object, 'bad-signature', () => verifyQs1(sig, content))
}

/**
 * Verifies a QS1 signature that one of the anchors must have made. A signature in which no certificate of them stands
 * is not by their keys, whatever else is wrong with it: so a changed certificate has one name, however well a reader
 * can read it.
 */
export function platformSignature(
  anchors: Anchor[] | undefined,
  sig: Bytes,
  content: Uint8Array,
  object: string,
): Certificate {
  try {
    return signature(sig, content, object).signer
  } catch (broken) {
    if (anchors) {
      const told = hex(sig)
      const known = anchors.some(({ certificate }) => told.includes(hex(certificate.der)))
      demand(known, object, 'not-a-key-of-the-trust-file')
    }
    throw broken
  }
}

/** Demands one of the anchors, in its period. */
export function demandAnchor(anchors: Anchor[], signer: Certificate, moment: string, object: string): Anchor {
  const anchor = anchors.find((each) => same(each.certificate.id, signer.id) && countsAt(each, moment))
  if (!anchor) throw new Broken(object, 'not-a-key-of-the-trust-file', hex(signer.id))
  return anchor
}
