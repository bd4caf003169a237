import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const platform = process.env.QIFENG_ADDRESS ?? 'http://127.0.0.1:8080'

/** Character maps, fonts and decoders of the PDF library, so that a document never sends the browser elsewhere. */
const pdfAssets = (): Plugin => ({
  name: 'pdf-assets',
  apply: 'build',
  generateBundle() {
    const home = new URL('./node_modules/pdfjs-dist/', import.meta.url)
    for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
      for (const name of readdirSync(new URL(`${folder}/`, home)))
        this.emitFile({
          type: 'asset',
          fileName: `pdfjs/${folder}/${name}`,
          source: readFileSync(new URL(`${folder}/${name}`, home)),
        })
  },
})

export default defineConfig({
  base: '/app/',
  plugins: [vue(), pdfAssets()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': { target: platform, ws: true },
      '^/(notices?(/.*)?)?$': { target: platform },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
})
