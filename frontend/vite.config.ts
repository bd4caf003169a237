import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const platform = process.env.QIFENG_ADDRESS ?? 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/app/',
  plugins: [vue()],
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
