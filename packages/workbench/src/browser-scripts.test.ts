import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { browserScriptsFile, printBrowserScripts } from './browser-scripts/print-browser-scripts.ts'
import { repositoryRoot } from './repository-root.ts'

const written = readFileSync(join(repositoryRoot, browserScriptsFile), 'utf8')

it('the scripts of the site are in step; `node packages/workbench/bootstrap.mjs browser-scripts` writes them', async () => {
  expect(written === (await printBrowserScripts())).toBe(true)
})

it('what every page loads is small', async () => {
  const { siteScript } = (await import('../../../generators/docs/frame/browser-scripts.ts')) as {
    siteScript: string
  }
  expect(Buffer.byteLength(siteScript)).toBeLessThan(10_000)
})
