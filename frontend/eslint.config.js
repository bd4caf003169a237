import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const browserGlobals = Object.fromEntries(
  ['window', 'document', 'navigator', 'crypto', 'fetch', 'console', 'process', 'localStorage', 'sessionStorage']
    .concat(['indexedDB', 'URL', 'Blob', 'File', 'WebSocket', 'Worker', 'setTimeout', 'clearTimeout', 'setInterval'])
    .concat(['clearInterval', 'TextEncoder', 'TextDecoder', 'performance', 'location', 'self'])
    .map((name) => [name, 'readonly']),
)

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'target/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    languageOptions: { globals: browserGlobals },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': 'off',
      'no-console': ['error', { allow: ['error'] }],
      'no-undef': 'off',
      'vue/multi-word-component-names': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/shared/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@/features/*', '@/app/*'], message: 'app → features → shared' }] },
      ],
    },
  },
  { files: ['src/test/**', '**/*.test.ts'], rules: { 'max-lines': ['error', { max: 500 }] } },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  prettier,
)
