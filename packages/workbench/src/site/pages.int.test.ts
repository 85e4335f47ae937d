import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'
import { buildSite } from './build-site.ts'
import { changedContracts } from './changed-contracts.ts'
import { kindsOfPages } from './kinds-of-pages.ts'
import { openPage, type WatchedPage } from './open-page.ts'

/** As it runs in a page; what it exports is for Node. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let folder: string
let base: string

beforeAll(async () => {
  base = changedContracts()
  ;[browser, folder] = await Promise.all([openBrowser(), buildSite(undefined, '--lint', '--against', base)])
})

afterAll(async () => {
  await browser?.close()
  for (const path of [folder, base]) rmSync(path, { recursive: true, force: true })
})

describe.each(kindsOfPages)('%s', (path) => {
  let opened: WatchedPage

  beforeAll(async () => {
    opened = await openPage(browser, { colorScheme: 'light', reducedMotion: 'reduce' })
    await opened.page.goto(`${pathToFileURL(folder).href}/${path}`)
  })

  afterAll(async () => {
    await opened.close()
  })

  it('is light: at most 30 KB, 5 requests and 10 KB of script', () => {
    const read = (url: string): Buffer => readFileSync(new URL(url))
    const files = opened.requests.filter((url) => url.startsWith('file:'))
    expect(files.length).toBeLessThanOrEqual(5)
    expect(sum(files.map((url) => gzipSync(read(url)).length))).toBeLessThan(30_000)
    const scripts = files.filter((url) => url.endsWith('.js'))
    expect(sum(scripts.map((url) => read(url).length))).toBeLessThan(10_000)
  })

  it('breaks no rule of accessibility in either theme', async () => {
    const { page } = opened
    await page.evaluate(axe)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(violations)).toEqual([])
    }
  })

  it('fits a telephone, a tablet, a desk and paper', async () => {
    const { page } = opened
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
    for (const screen of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width: screen, height: 900 })
      expect(await width()).toBeLessThanOrEqual(screen)
    }
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 700, height: 900 })
    expect(await width()).toBeLessThanOrEqual(700)
  })

  it('has nothing to complain about', () => {
    expect(opened.complaints).toEqual([])
  })
})

interface Axe {
  readonly run: (options: { readonly preload: boolean }) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }>
}

/** Runs in the page. */
async function violations(): Promise<string[]> {
  const found = await (globalThis as unknown as { readonly axe: Axe }).axe.run({ preload: false })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
