import { fileURLToPath, URL } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The end-to-end story runs in one worker, in order, and stops at the first step that fails. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: ['e2e/**/*.e2e.ts'],
    reporters: ['verbose', fileURLToPath(new URL('./closingLine.ts', import.meta.url))],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    bail: 1,
    maxWorkers: 1,
  },
})
