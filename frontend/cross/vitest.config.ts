import { fileURLToPath, URL } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Envelopes between the languages; started by `./qifeng drill envelopes`, which brings the cases. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: ['cross/**/*.cross.ts'],
    testTimeout: 3_600_000,
    maxWorkers: 1,
  },
})
