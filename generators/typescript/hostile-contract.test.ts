import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compile } from './testing/compile.ts'
import { hostileContract, hostileTexts } from './testing/hostile-contract.ts'
import { render } from './testing/render.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let paths: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-hostile-'))
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const files = await render(hostileContract())
  paths = files.map(({ path }) => path)
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}, 30_000)

afterAll(() => rmSync(folder, { recursive: true }))

it('prints something for every text', () => {
  expect(paths.filter((path) => path.endsWith('client.ts'))).toHaveLength(hostileTexts.length)
})

it('prints code that compiles whatever the contract says', async () => {
  const options = {
    extends: join(repository, 'tsconfig.base.json'),
    compilerOptions: { noEmit: true },
    include: ['sys', 'schemas'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
  expect(await compile(join(folder, 'tsconfig.json'))).toBe('')
}, 30_000)

it('prints code that does nothing but what it is for', async () => {
  const modules = paths.filter((path) => !path.endsWith('.d.ts')).map((path) => join(folder, path))
  const script = `
    for (const path of ${JSON.stringify(modules)}) {
      const module = await import(path)
      for (const [name, value] of Object.entries(module)) {
        if (/^(read|write|closing)/.test(name) && typeof value === 'function') for (const input of [{}, [], 'x', null]) value(input)
      }
    }
    console.log(typeof globalThis.pwned)`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '-C',
    '@concordat/source',
    '--input-type=module',
    '-e',
    script,
  ])
  expect(stdout.trim()).toBe('undefined')
}, 30_000)
