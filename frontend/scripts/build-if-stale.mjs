/**
 * Builds the pages for Maven, only when something changed since the last build.
 *
 * Runs with frontend/ as working directory. Installs when node_modules does not belong to
 * package-lock.json, builds when the sources differ from the last build, and prints one line.
 * Both are told by content, because a change of branch touches times without touching content.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['src', 'public', 'index.html', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts']
const INSTALLED = 'node_modules/.installed-from'
const BUILT = 'node_modules/.built-from'
const INDEX = 'dist/app/index.html'

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

function digest(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesBelow).filter((name) => !name.endsWith('.test.ts'))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function stampIs(path, wanted) {
  return existsSync(path) && readFileSync(path, 'utf8') === wanted
}

function run(...args) {
  const done = spawnSync('npm', args, { encoding: 'utf8', env: { ...process.env, NODE_ENV: '' } })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`)
  console.error(`frontend: npm ${args.join(' ')} failed`)
  process.exit(1)
}

const started = Date.now()
const did = []

const lock = digest(['package-lock.json'])
if (!stampIs(INSTALLED, lock)) {
  run('ci')
  writeFileSync(INSTALLED, lock)
  did.push('installed')
}

const sources = digest(SOURCES)
if (!stampIs(BUILT, sources) || !existsSync(INDEX)) {
  run('run', 'build')
  writeFileSync(BUILT, sources)
  did.push('built')
}

console.log(
  did.length
    ? `frontend: ${did.join(' and ')} in ${Math.round((Date.now() - started) / 1000)} s`
    : 'frontend: up to date',
)
