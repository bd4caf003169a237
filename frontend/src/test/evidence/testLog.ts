import { base64, fromHex, hex, random, type Bytes } from '@/shared/trust/bytes'
import { canonicalHash, type JsonObject } from '@/shared/trust/canonicalJson'
import { leafHash, logEntry, nodeHash } from '@/shared/trust/merkle'
import { signStatement, type Signer } from '@/shared/trust/statement'
import type { TestAuthority } from '../people'
import type { TestTimeStamps } from './timeStampAuthority'

const PADDING = 64

const split = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1)

function root(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leafHash(leaves[0]!)
  const k = split(leaves.length)
  return nodeHash(root(leaves.slice(0, k)), root(leaves.slice(k)))
}

function path(m: number, leaves: Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return m < k
    ? [...path(m, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), root(leaves.slice(0, k))]
}

function growth(m: number, leaves: Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [root(leaves)]
  const k = split(leaves.length)
  return m <= k
    ? [...growth(m, leaves.slice(0, k), whole), root(leaves.slice(k))]
    : [...growth(m - k, leaves.slice(k), false), root(leaves.slice(0, k))]
}

/** A log of one test with its witnesses: records contents, makes heads, proves. */
export class TestLog {
  private readonly leaves: Bytes[] = []
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
    this.places.set(hex(contentHash), { index: this.leaves.length, nonce })
    this.leaves.push(logEntry(nonce, contentHash))
  }

  async head(at: string): Promise<void> {
    const former = this.heads.at(-1)?.head as JsonObject | undefined
    while (this.leaves.length % PADDING !== 0 || this.leaves.length === former?.size) this.leaves.push(random(32))
    const size = this.leaves.length
    const head = {
      type: 'log-head',
      v: 1,
      log: this.id,
      size,
      root: hex(root(this.leaves)),
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
      return { from, to, proof: growth(from, this.leaves.slice(0, to), true).map(hex) }
    })
  }

  /** Proof of a content under the first head that covers it. */
  leaf(contentHash: string): JsonObject {
    const { index, nonce } = this.places.get(hex(fromHex(contentHash)))!
    const size = this.sizes.find((each) => each > index)!
    return { index, nonce: hex(nonce), size, proof: path(index, this.leaves.slice(0, size)).map(hex) }
  }
}
