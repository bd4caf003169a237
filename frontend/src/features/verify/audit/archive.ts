import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { parseCanonical } from '@/shared/trust/canonicalJson'
import type { Bytes } from '@/shared/trust/bytes'
import { Broken, demand, within } from './broken'
import { Field } from './field'

configure({ useWebWorkers: false })

const NAMES = new RegExp(
  '^(package\\.json|heads\\.json|consistency\\.json|chain/\\d{6}\\.json' +
    '|bids/[0-9a-f]{32}-\\d{1,4}/(receipt\\.json|withdrawal\\.json|withdrawal-receipt\\.json|header\\.der|header\\.p7s|\\d{1,2}\\.enc)' +
    '|documents/[0-9a-f]{64}\\.[a-z0-9]{1,5}|certificates/\\d{1,4}\\.der)$',
)
const OBJECTS_MAX = 200_000
const SMALL_MAX = 64 << 20

/** A package as a ZIP file: only names that a package has, none twice, sizes bounded before reading. */
export class Archive {
  private constructor(private readonly entries: Map<string, FileEntry>) {}

  static async open(file: Blob): Promise<Archive> {
    const entries = new Map<string, FileEntry>()
    try {
      for await (const entry of new ZipReader(new BlobReader(file)).getEntriesGenerator()) {
        demand(!entry.directory && NAMES.test(entry.filename), entry.filename, 'unknown-name')
        demand(!entries.has(entry.filename), entry.filename, 'name-twice')
        demand(entries.size < OBJECTS_MAX, entry.filename, 'too-many-objects')
        entries.set(entry.filename, entry as FileEntry)
      }
    } catch (thrown) {
      if (thrown instanceof Broken) throw thrown
      throw new Broken('package', 'not-a-zip', String(thrown))
    }
    return new Archive(entries)
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** Names below a folder, in order. */
  under(prefix: string): string[] {
    return [...this.entries.keys()].filter((name) => name.startsWith(prefix)).sort()
  }

  private entry(name: string): FileEntry {
    const entry = this.entries.get(name)
    demand(entry !== undefined, name, 'missing')
    return entry
  }

  /** Size that the directory of the ZIP declares. */
  size(name: string): number {
    return this.entry(name).uncompressedSize
  }

  /** Bytes of an object of at most 64 MiB. */
  async bytes(name: string): Promise<Bytes> {
    demand(this.size(name) <= SMALL_MAX, name, 'too-large', this.size(name), SMALL_MAX)
    const parts: Uint8Array[] = []
    await this.stream(name, (part) => void parts.push(part))
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  /** Hands an object to `take` in pieces; stops as soon as it grows beyond its declared size. */
  async stream(name: string, take: (part: Uint8Array) => void): Promise<void> {
    const entry = this.entry(name)
    let size = 0
    const sink = new WritableStream<Uint8Array>({
      write(part) {
        size += part.length
        demand(size <= entry.uncompressedSize, name, 'larger-than-declared')
        take(part.slice())
      },
    })
    try {
      await entry.getData!(sink, { checkSignature: true })
    } catch (thrown) {
      if (thrown instanceof Broken) throw thrown
      throw new Broken(name, 'unreadable', String(thrown))
    }
    demand(size === entry.uncompressedSize, name, 'shorter-than-declared')
  }

  /** A JSON object in canonical form. */
  async json(name: string): Promise<Field> {
    const bytes = await this.bytes(name)
    return new Field(
      name,
      within(name, () => parseCanonical(bytes)),
    )
  }
}
