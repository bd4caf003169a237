import { base64, fromHex, hex, random, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { leafHash, logEntry, nodeHash } from '@/shared/trust/merkle'
import { signStatement, type Signer } from '@/shared/trust/statement'
import type { TestAuthority } from '../people'
import type { TestTimeStamps } from './timeStampAuthority'

const PADDING = 64

const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1)

/** A tree that only grows: the root of a stretch of leaves never changes, and is computed once. */
class Tree {
  readonly leaves: Bytes[] = []
  private readonly roots = new Map<string, Uint8Array>()

  root(from: number, to: number): Uint8Array {
    if (to - from === 1) return leafHash(this.leaves[from]!)
    const key = `${from} ${to}`
    const known = this.roots.get(key)
    if (known) return known
    const k = from + split(to - from)
    const made = nodeHash(this.root(from, k), this.root(k, to))
    this.roots.set(key, made)
    return made
  }

  /** Siblings on the way from leaf `m` to the root of the first `to` leaves. */
  path(m: number, to: number, from = 0): Uint8Array[] {
    if (to - from === 1) return []
    const k = from + split(to - from)
    return m < k ? [...this.path(m, k, from), this.root(k, to)] : [...this.path(m, to, k), this.root(from, k)]
  }

  /** Proof that the tree of `to` leaves extends that of `m`. */
  growth(m: number, to: number, from = 0, whole = true): Uint8Array[] {
    if (m === to) return whole ? [] : [this.root(from, to)]
    const k = from + split(to - from)
    return m <= k
      ? [...this.growth(m, k, from, whole), this.root(k, to)]
      : [...this.growth(m, to, k, false), this.root(from, k)]
  }
}

/** A log of one test with its witnesses: records contents, makes heads, proves. */
export class TestLog {
  private readonly tree = new Tree()
  private readonly places = new Map<string, { index: number; nonce: Bytes }>()
  private readonly key: Signer
  readonly witnesses: { name: string; person: Signer }[]
  readonly heads: JsonObject[] = []
  private readonly sizes: number[] = []

  constructor(
    authority: TestAuthority,
    private readonly stamps: TestTimeStamps,
  ) {
    this.key = authority.person('日志')
    this.witnesses = ['centre', 'notary', 'supervisor'].map((name) => ({ name, person: authority.person(name) }))
  }

  get id(): string {
    return hex(this.key.certificate.id)
  }

  get certificate(): string {
    return base64(this.key.certificate.der)
  }

  /** Records a content under a nonce of its own, or the given one. */
  record(contentHash: Uint8Array, nonce: Bytes = random(32)): void {
    this.places.set(hex(contentHash), { index: this.tree.leaves.length, nonce })
    this.tree.leaves.push(logEntry(nonce, contentHash))
  }

  async head(at: string): Promise<void> {
    const former = this.heads.at(-1)?.head as JsonObject | undefined
    const { leaves } = this.tree
    while (leaves.length % PADDING !== 0 || leaves.length === former?.size) leaves.push(random(32))
    const size = leaves.length
    const head = {
      type: 'log-head',
      v: 1,
      log: this.id,
      size,
      root: hex(this.tree.root(0, size)),
      prevSize: former?.size ?? 0,
      prevRoot: former?.root ?? '0'.repeat(64),
      at,
      machineAt: at,
      sandbox: true,
    }
    const witnesses = this.witnesses.slice(0, 2).map(({ name, person }) =>
      signStatement(person, {
        type: 'log-witness',
        v: 1,
        witness: name,
        head: hex(canonicalHash(head)),
        size,
        machineAt: at,
      }),
    )
    const { sig } = signStatement(this.key, head)
    const timeStamp = base64(await this.stamps.stamp(canonicalHash(head), at))
    this.heads.push({ head, sig, witnesses: witnesses as unknown as JsonObject[], timeStamp })
    this.sizes.push(size)
  }

  consistency(): JsonObject[] {
    return this.sizes.slice(1).map((to, i) => {
      const from = this.sizes[i]!
      return { from, to, proof: this.tree.growth(from, to).map(hex) }
    })
  }

  /** Proof of a content under the first head that covers it. */
  leaf(contentHash: string): JsonObject {
    const { index, nonce } = this.places.get(hex(fromHex(contentHash)))!
    const size = this.sizes.find((each) => each > index)!
    return { index, nonce: hex(nonce), size, proof: this.tree.path(index, size).map(hex) }
  }
}
