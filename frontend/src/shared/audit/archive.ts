import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { parseCanonical } from '@/shared/trust/canonicalJson'
import type { Bytes } from '@/shared/trust/bytes'
import { Broken, demand, within } from './broken'
import { Field } from './field'

configure({ useWebWorkers: false })

const NAMES = new RegExp(
  '^(package\\.json|heads\\.json|consistency\\.json|chain/\\d{6}\\.json' +
    '|bids/[0-9a-f]{32}-\\d{1,4}/(receipt\\.json|withdrawal\\.json|withdrawal-receipt\\.json|scores\\.json' +
    '|header\\.der|header\\.p7s|\\d{1,2}\\.enc)' +
    '|documents/[0-9a-f]{64}\\.[a-z0-9]{1,5}|certificates/\\d{1,4}\\.der)$',
)
const OBJECTS_MAX = 200_000
const SMALL_MAX = 64 << 20

/** Where the bytes of one object come from. */
interface Source {
  size: number
  stream(take: (part: Uint8Array) => void): Promise<void>
}

/** A package, usually a ZIP file: only names that a package has, none twice, sizes bounded before reading. */
export class Archive {
  private readonly sources = new Map<string, Source>()

  private constructor() {}

  static async open(file: Blob): Promise<Archive> {
    const archive = new Archive()
    try {
      for await (const entry of new ZipReader(new BlobReader(file)).getEntriesGenerator()) {
        demand(!entry.directory, entry.filename, 'a-name-no-package-has')
        archive.add(entry.filename, zipped(entry as FileEntry))
      }
    } catch (thrown) {
      if (thrown instanceof Broken) throw thrown
      throw new Broken('package', 'not-a-zip-file', String(thrown))
    }
    return archive
  }

  /** A package whose objects are in memory. */
  static of(objects: Map<string, Uint8Array>): Archive {
    const archive = new Archive()
    for (const [name, bytes] of objects)
      archive.add(name, { size: bytes.length, stream: async (take) => take(bytes.slice()) })
    return archive
  }

  private add(name: string, source: Source): void {
    demand(NAMES.test(name), name, 'a-name-no-package-has')
    demand(!this.sources.has(name), name, 'stands-twice')
    demand(this.sources.size < OBJECTS_MAX, name, 'too-many-objects')
    this.sources.set(name, source)
  }

  has(name: string): boolean {
    return this.sources.has(name)
  }

  /** Names below a folder, in order. */
  under(prefix: string): string[] {
    return [...this.sources.keys()].filter((name) => name.startsWith(prefix)).sort()
  }

  private source(name: string): Source {
    const source = this.sources.get(name)
    demand(source !== undefined, name, 'missing')
    return source
  }

  /** Size that the directory of the ZIP declares. */
  size(name: string): number {
    return this.source(name).size
  }

  /** Bytes of an object of at most 64 MiB. */
  async bytes(name: string): Promise<Bytes> {
    demand(this.size(name) <= SMALL_MAX, name, 'larger-than-64-mib', this.size(name), SMALL_MAX)
    const all = new Uint8Array(this.size(name))
    let at = 0
    await this.stream(name, (part) => {
      all.set(part, at)
      at += part.length
    })
    return all
  }

  /** Hands an object to `take` in pieces; stops as soon as it grows beyond its declared size. */
  async stream(name: string, take: (part: Uint8Array) => void): Promise<void> {
    const source = this.source(name)
    let size = 0
    try {
      await source.stream((part) => {
        size += part.length
        demand(size <= source.size, name, 'unreadable', 'larger than declared')
        take(part)
      })
    } catch (thrown) {
      if (thrown instanceof Broken) throw thrown
      throw new Broken(name, 'unreadable', String(thrown))
    }
    demand(size === source.size, name, 'unreadable', 'shorter than declared')
  }

  /** A JSON object in canonical form. */
  async json(name: string): Promise<Field> {
    const bytes = await this.bytes(name)
    return new Field(
      name,
      within(name, 'not-canonical-json', () => parseCanonical(bytes)),
    )
  }
}

function zipped(entry: FileEntry): Source {
  return {
    size: entry.uncompressedSize,
    stream: async (take) => {
      const sink = new WritableStream<Uint8Array>({ write: (part) => take(part.slice()) })
      await entry.getData(sink, { checkSignature: true })
    },
  }
}
