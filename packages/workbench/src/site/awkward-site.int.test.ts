import { globSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { awkwardContract } from '../../../../generators/docs/testing/awkward-contract.ts'
import { openBrowser } from '../browser/open-browser.ts'
import { accessibilityProblems } from './accessibility-problems.ts'
import { buildSite } from './build-site.ts'
import { openPage } from './open-page.ts'
import { overflow } from './overflow.ts'

let browser: Browser
let folder: string

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'concordat-awkward-'))
  for (const [path, content] of Object.entries(awkwardContract())) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), JSON.stringify(content))
  }
  ;[browser, folder] = await Promise.all([openBrowser(), buildSite(root)])
})

afterAll(async () => {
  await browser?.close()
})

it(
  'fits a telephone, is accessible and has nothing to complain about, whatever the shape of a schema',
  { timeout: 120_000 },
  async () => {
    const { page, complaints, close } = await openPage(browser, {
      viewport: { width: 390, height: 844 },
      reducedMotion: 'reduce',
    })
    const paths = globSync('**/*.html', { cwd: folder }).filter((path) => !/topic-\d\d/.test(path))
    expect(paths.length).toBeGreaterThan(25)
    for (const path of paths) {
      await page.goto(pathToFileURL(join(folder, path)).href)
      const problems = await accessibilityProblems(page)
      expect({ path, overflow: await overflow(page), problems }).toEqual({ path, overflow: 0, problems: [] })
    }
    expect(complaints).toEqual([])
    await close()
  },
)

it('keeps the direction of a name from changing what follows it', async () => {
  const { page, close } = await openPage(browser)
  await page.goto(pathToFileURL(join(folder, 'systems/main/events/strange-names.html')).href)
  const names = page.locator('#data li', { hasText: 'must have' }).locator('code')
  const places = await names.evaluateAll((all) => all.map((name) => name.getBoundingClientRect().left))
  expect(places).toHaveLength(3)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  await close()
})
