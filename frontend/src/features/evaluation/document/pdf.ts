import type * as Pdfjs from 'pdfjs-dist'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { CHUNK_BYTES, readChunk, type ChunkedFile } from './chunks'

/** More pages than any bid has; a document that claims more is shown up to here. */
export const PAGES_MAX = 5000
const IMAGE_PIXELS_MAX = 64 << 20
const CANVAS_PIXELS_MAX = 16 << 20
const HOME = `${import.meta.env.BASE_URL}pdfjs/`

type Library = typeof Pdfjs
let loading: Promise<{ library: Library; newWorker: () => Worker }> | undefined

/** The PDF library, in a chunk of its own that comes with the first document. */
function libraryAndWorker() {
  loading ??= Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?worker')]).then(
    ([library, worker]) => ({ library, newWorker: () => new worker.default() }),
  )
  return loading
}

/** An open PDF, and how to leave it: its worker ends with it, whatever the document makes it do. */
export interface OpenPdf {
  doc: PDFDocumentProxy
  library: Library
  pages: number
  close: () => void
}

/**
 * Opens a PDF whose bytes come part by part. Nothing in it can act: scripts are never loaded, links and forms are only
 * drawn, fonts and character maps come from our own origin, and pictures have a bound.
 */
export async function openPdf(file: ChunkedFile, failed: (thrown: unknown) => void): Promise<OpenPdf> {
  const { library, newWorker } = await libraryAndWorker()
  const port = newWorker()
  const stopped = new AbortController()
  const worker = library.PDFWorker.create({ port })
  const close = () => {
    stopped.abort()
    port.terminate()
  }
  const range = new library.PDFDataRangeTransport(file.length, file.first, file.first.length === file.length)
  range.requestDataRange = (begin: number, end: number) => {
    readChunk(file.path, begin, end, stopped.signal).then(
      (bytes) => range.onDataRange(begin, bytes),
      (thrown) => !stopped.signal.aborted && failed(thrown),
    )
  }
  try {
    const task = library.getDocument({
      range,
      worker,
      rangeChunkSize: CHUNK_BYTES,
      disableStream: true,
      disableAutoFetch: true,
      enableXfa: false,
      isEvalSupported: false,
      maxImageSize: IMAGE_PIXELS_MAX,
      cMapUrl: `${HOME}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${HOME}standard_fonts/`,
      wasmUrl: `${HOME}wasm/`,
      iccUrl: `${HOME}iccs/`,
    })
    const doc = await task.promise
    return { doc, library, pages: Math.min(doc.numPages, PAGES_MAX), close }
  } catch (thrown) {
    close()
    throw thrown
  }
}

/** How many canvas pixels stand for one CSS pixel: sharp on dense screens, bounded for huge pages. */
export function sharpness(width: number, height: number, wanted: number): number {
  return Math.min(wanted, Math.sqrt(CANVAS_PIXELS_MAX / Math.max(1, width * height)))
}
