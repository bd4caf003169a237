import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { BlobReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { expect, it } from 'vitest'
import { fromBase64 } from '@/shared/trust/bytes'
import { audit } from '@/shared/audit/audit'

const GIVEN = process.env.QIFENG_CASES!
const ANSWER = process.env.QIFENG_ANSWER!

type Objects = Map<string, Uint8Array>

/** One package as the other language hands it over: a whole one, or what differs from the last whole one. */
type Given = { package: string; trust: string } | { put: Record<string, string>; removed: string[] }

async function objectsOf(path: string): Promise<Objects> {
  const objects: Objects = new Map()
  const zip = new ZipReader(new BlobReader(new Blob([await readFile(path)])))
  for (const entry of await zip.getEntries())
    objects.set(entry.filename, await (entry as FileEntry).getData(new Uint8ArrayWriter()))
  return objects
}

function changed(own: Objects, { put, removed }: { put: Record<string, string>; removed: string[] }): Objects {
  const objects = new Map(own)
  removed.forEach((name) => objects.delete(name))
  for (const [name, bytes] of Object.entries(put)) objects.set(name, fromBase64(bytes))
  return objects
}

it('audits the packages that Java hands over', async () => {
  const answer = createWriteStream(ANSWER)
  let own: Objects = new Map()
  let trust: Uint8Array = new Uint8Array()
  let audited = 0
  for await (const line of createInterface({ input: createReadStream(GIVEN) })) {
    const given = JSON.parse(line) as Given
    if ('package' in given) {
      own = await objectsOf(given.package)
      trust = await readFile(given.trust)
    }
    const verdict = await audit('package' in given ? own : changed(own, given), trust, () => {})
    const { outcome, attested, withheld } = verdict
    const broken = outcome === 'broken' ? { check: verdict.check, object: verdict.object, code: verdict.reason } : {}
    answer.write(`${JSON.stringify({ outcome, attested, withheld: withheld.length, ...broken })}\n`)
    audited++
  }
  await new Promise((done) => answer.end(done))
  expect(audited).toBeGreaterThan(0)
})
