import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compile } from './testing/compile.ts'
import { runModule, writeGenerated } from './testing/generated-folder.ts'
import { hostileContract, hostileTexts } from './testing/hostile-contract.ts'
import { render } from './testing/render.ts'

let folder: string
let paths: readonly string[]

beforeAll(async () => {
  const files = await render(hostileContract())
  paths = files.map(({ path }) => path)
  folder = writeGenerated(files)
}, 30_000)

afterAll(() => rmSync(folder, { recursive: true }))

it('prints something for every text', () => {
  expect(paths.filter((path) => path.endsWith('client.ts'))).toHaveLength(hostileTexts.length)
})

it('prints code that compiles whatever the contract says', async () => {
  expect(await compile(join(folder, 'tsconfig.json'))).toBe('')
}, 30_000)

it('prints code that does nothing but what it is for', async () => {
  const modules = paths.filter((path) => !path.endsWith('.d.ts')).map((path) => join(folder, path))
  const printed = await runModule(`
    for (const path of ${JSON.stringify(modules)}) {
      for (const [name, value] of Object.entries(await import(path))) {
        if (!/^(read|write|closing)/.test(name)) continue
        for (const input of [{}, [], 'x', null]) value(input)
      }
    }
    console.log(typeof globalThis.pwned)`)
  expect(printed).toBe('undefined')
}, 30_000)
