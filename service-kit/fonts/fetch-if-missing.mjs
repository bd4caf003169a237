// Fetches the fonts of official documents through npm and keeps the three that are embedded (see package.json).
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const kept = join(here, 'ttf')
const packages = join(here, 'node_modules', '@expo-google-fonts')
const wanted = {
  'NotoSerifSC-Regular.ttf': 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold.ttf': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'LICENSE-NotoSerifSC.txt': 'noto-serif-sc/LICENSE_FONT',
  'LICENSE-NotoSansSC.txt': 'noto-sans-sc/LICENSE_FONT',
}

if (!Object.keys(wanted).every((name) => existsSync(join(kept, name)))) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  mkdirSync(kept, { recursive: true })
  for (const [name, from] of Object.entries(wanted)) {
    copyFileSync(join(packages, from), join(kept, `${name}.part`))
    renameSync(join(kept, `${name}.part`), join(kept, name))
  }
  rmSync(join(here, 'node_modules'), { recursive: true, force: true })
}
